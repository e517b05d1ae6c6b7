import type { WholeAddresses } from '../../src/platform/database/embedded/index.js';

/** The same database and roles by way of something before the server. @param host with its port */
export function addressesAt(
  { ownerUrl, appUrl, signInUrl, reportUrl, workerUrl, backupUrl }: WholeAddresses,
  host: string,
): WholeAddresses {
  const all = { ownerUrl, appUrl, signInUrl, reportUrl, workerUrl, backupUrl };
  const changed = Object.entries(all).map(([name, url]) => {
    const other = new URL(url);
    other.host = host;
    return [name, other.href];
  });
  return Object.fromEntries(changed) as WholeAddresses;
}
