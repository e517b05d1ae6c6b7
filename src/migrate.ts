import 'reflect-metadata';
import { systemClock } from '#kernel';
import { foundFirstSite } from './founding/index.js';
import { ConfigurationError, readConfig } from './platform/config/index.js';
import { prepareServer } from './platform/database/embedded/index.js';
import { migrate } from './platform/database/migrate.js';
import { assertRoles, databaseAddresses } from './platform/database/open-database.js';
import { takeConsoleOver } from './platform/logging/console-lines.js';
import { log } from './platform/logging/index.js';
import { logLastWords } from './platform/processes/last-words.js';
import { endRefused } from './platform/processes/refusal.js';
import { VERSION } from './platform/processes/version.js';

/**
 * Prepares a database server and brings its schema up to date, then ends: the step before web and worker on a server.
 * DATABASE_ADMIN_URL, a superuser's address, makes the roles and the database, and roles that an update brings; it goes without where they are there.
 */
async function run(): Promise<void> {
  takeConsoleOver();
  logLastWords();
  const config = readConfig(process.env, process.cwd());
  const { databaseAdminUrl, databaseOwnerUrl, firstAdministrator } = config;
  if (databaseOwnerUrl === undefined) throw new ConfigurationError('Set DATABASE_OWNER_URL.');
  if (databaseAdminUrl !== undefined) await prepareServer(databaseAdminUrl, databaseAddresses(config));
  await assertRoles(databaseOwnerUrl);
  const ran = await migrate(databaseOwnerUrl);
  const isFounded =
    firstAdministrator !== undefined && (await foundFirstSite(databaseOwnerUrl, firstAdministrator, systemClock));
  log.info({ version: VERSION, steps: ran, firstAdministrator: isFounded }, 'migrated');
}

run().catch((error: unknown) => endRefused(error, 'the migration failed'));
