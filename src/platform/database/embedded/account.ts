import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** Numeric ids of the operating system account the server runs under. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. Root therefore hands the server to the account that already owns the cluster,
 * else to `postgres`, else to `nobody`.
 *
 * @param cluster folder of the cluster; it need not exist yet
 * @returns undefined for an ordinary user, who runs the server as themselves
 */
export function serverAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = idsOf('postgres') ?? idsOf('nobody');
  if (account === undefined)
    throw new Error('Run as an ordinary user: PostgreSQL cannot run as root, and there is no account to hand it to.');
  return account;
}

function idsOf(name: string): Account | undefined {
  const id = (option: string) =>
    Number(execFileSync('id', [option, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}
