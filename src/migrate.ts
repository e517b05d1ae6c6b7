import 'reflect-metadata';
import { systemClock } from '#kernel';
import { foundFirstSite } from './founding/index.js';
import { ConfigurationError, readConfig } from './platform/config/index.js';
import { prepareServer } from './platform/database/embedded/index.js';
import { migrate } from './platform/database/migrate.js';
import { takeConsoleOver } from './platform/logging/console-lines.js';
import { log } from './platform/logging/index.js';
import { logLastWords } from './platform/processes/last-words.js';
import { endRefused } from './platform/processes/refusal.js';
import { VERSION } from './platform/processes/version.js';

/**
 * Prepares a database server and brings its schema up to date, then ends: the step before web and worker on a server.
 * DATABASE_ADMIN_URL, a superuser's address, is needed only the first time, to make the roles and the database.
 */
async function run(): Promise<void> {
  takeConsoleOver();
  logLastWords();
  const { databaseAdminUrl, databaseOwnerUrl, databaseUrl, databaseBackupUrl, firstAdministrator } = readConfig(
    process.env,
    process.cwd(),
  );
  if (databaseUrl === undefined || databaseOwnerUrl === undefined)
    throw new ConfigurationError('Set DATABASE_URL and DATABASE_OWNER_URL.');
  if (databaseAdminUrl !== undefined)
    await prepareServer(databaseAdminUrl, databaseOwnerUrl, databaseUrl, databaseBackupUrl);
  const ran = await migrate(databaseOwnerUrl);
  const isFounded =
    firstAdministrator !== undefined && (await foundFirstSite(databaseOwnerUrl, firstAdministrator, systemClock));
  log.info({ version: VERSION, steps: ran, firstAdministrator: isFounded }, 'migrated');
}

run().catch((error: unknown) => endRefused(error, 'the migration failed'));
