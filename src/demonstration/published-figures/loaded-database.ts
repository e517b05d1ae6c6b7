import { escapeIdentifier, escapeLiteral } from 'pg';
import { createDatabase, dropDatabase, type EmbeddedServer, execute, withDatabase } from '../../platform/database/embedded/index.js';
import type { EmptyDatabase } from '../loading/index.js';

const NAME = 'published_figures';

/**
 * The database of the published records on a server of its own: the one that is there when it was loaded from the same
 * inputs to the end, a new one otherwise.
 * @param fingerprint of the inputs; kept with the database once `load` is through
 */
export async function loadedDatabase(server: EmbeddedServer, fingerprint: string, load: (database: EmptyDatabase) => Promise<void>): Promise<EmptyDatabase> {
  const { adminUrl } = server;
  const database = { appUrl: withDatabase(server.appUrl, NAME), ownerUrl: withDatabase(server.ownerUrl, NAME) };
  const same = `SELECT 1 FROM pg_database WHERE datname = ${escapeLiteral(NAME)} AND shobj_description(oid, 'pg_database') = ${escapeLiteral(fingerprint)}`;
  if ((await execute(adminUrl, [same])) === 1) return database;

  await dropDatabase(adminUrl, NAME);
  await createDatabase(adminUrl, NAME);
  // Whatever a crash loses is loaded again, so no record waits for the disk. The comment does, and the records before it with it.
  await execute(adminUrl, [`ALTER DATABASE ${escapeIdentifier(NAME)} SET synchronous_commit = off`]);
  await load(database);
  await execute(adminUrl, [`COMMENT ON DATABASE ${escapeIdentifier(NAME)} IS ${escapeLiteral(fingerprint)}`]);
  return database;
}
