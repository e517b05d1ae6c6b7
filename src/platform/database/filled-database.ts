import { escapeIdentifier, escapeLiteral } from 'pg';
import {
  addressesOf,
  createDatabase,
  dropDatabase,
  type EmbeddedServer,
  execute,
  type WholeAddresses,
} from './embedded/index.js';

/**
 * A database that can be made again from what it was filled from: the one that is there when it was filled to the end from
 * the same, a new one otherwise.
 * @param fingerprint of what it is filled from; kept with the database once `fill` is through
 */
export async function filledDatabase(
  server: WholeAddresses & Pick<EmbeddedServer, 'adminUrl'>,
  name: string,
  fingerprint: string,
  fill: (empty: WholeAddresses) => Promise<void>,
): Promise<WholeAddresses> {
  const { adminUrl } = server;
  const database = addressesOf(server, name);
  const same = `SELECT 1 FROM pg_database WHERE datname = ${escapeLiteral(name)} AND shobj_description(oid, 'pg_database') = ${escapeLiteral(fingerprint)}`;
  if ((await execute(adminUrl, [same])) === 1) return database;

  await dropDatabase(adminUrl, name);
  await createDatabase(adminUrl, name);
  // Whatever a crash loses is filled in again, so no row waits for the disk. The comment does, and the rows before it with it.
  await execute(adminUrl, [`ALTER DATABASE ${escapeIdentifier(name)} SET synchronous_commit = off`]);
  await fill(database);
  await execute(adminUrl, [`COMMENT ON DATABASE ${escapeIdentifier(name)} IS ${escapeLiteral(fingerprint)}`]);
  return database;
}
