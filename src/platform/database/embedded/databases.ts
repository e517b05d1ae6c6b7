import pg from 'pg';
import { execute } from './execute.js';
import { OWNER_ROLE, type WholeAddresses } from './roles.js';

/** The same server and role, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** The same server and roles, another database. */
export function addressesOf(server: WholeAddresses, database: string): WholeAddresses {
  const { ownerUrl, appUrl, signInUrl, reportUrl, workerUrl, backupUrl } = server;
  const all = { ownerUrl, appUrl, signInUrl, reportUrl, workerUrl, backupUrl };
  return Object.fromEntries(
    Object.entries(all).map(([name, url]) => [name, withDatabase(url, database)]),
  ) as WholeAddresses;
}

/**
 * Makes a database that belongs to the owner role.
 *
 * @param adminUrl superuser's address of the embedded server
 * @param template database to copy, with its tables and rows; nobody may be connected to it
 */
export async function createDatabase(adminUrl: string, name: string, template = 'template1'): Promise<void> {
  await execute(adminUrl, [
    `CREATE DATABASE ${pg.escapeIdentifier(name)} OWNER ${OWNER_ROLE} TEMPLATE ${pg.escapeIdentifier(template)}` +
      ' STRATEGY FILE_COPY',
  ]);
}

/** Removes a database, closing connections that are still open to it. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await execute(adminUrl, [`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`]);
}
