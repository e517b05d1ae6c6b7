import 'reflect-metadata';
import { systemClock } from '#kernel';
import { foundFirstSite } from './founding/index.js';
import { ConfigurationError, readConfig } from './platform/config/index.js';
import { prepareServer } from './platform/database/embedded/index.js';
import { migrate } from './platform/database/migrate.js';

/**
 * Prepares a database server and brings its schema up to date, then ends: the step before web and worker on a server.
 * DATABASE_ADMIN_URL, a superuser's address, is needed only the first time, to make the roles and the database.
 */
const { databaseAdminUrl, databaseOwnerUrl, databaseUrl, databaseBackupUrl, firstAdministrator } = readConfig(
  process.env,
  process.cwd(),
);
if (databaseUrl === undefined || databaseOwnerUrl === undefined)
  throw new ConfigurationError('Set DATABASE_URL and DATABASE_OWNER_URL.');
if (databaseAdminUrl !== undefined)
  await prepareServer(databaseAdminUrl, databaseOwnerUrl, databaseUrl, databaseBackupUrl);
const ran = await migrate(databaseOwnerUrl);
if (firstAdministrator !== undefined) await foundFirstSite(databaseOwnerUrl, firstAdministrator, systemClock);
process.stdout.write(`Migrated: ${ran.length} step(s).\n`);
