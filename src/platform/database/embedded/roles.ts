import pg from 'pg';
import { execute } from './execute.js';

/** Names of what every installation has, on the embedded server and on one that an administrator runs. */
export const OWNER_ROLE = 'team_support_owner';
export const APPLICATION_ROLE = 'team_support_app';
/** Reads every row and writes none. */
export const BACKUP_ROLE = 'team_support_backup';
const REPORT_ROLE = 'team_support_report';
export const DATABASE = 'team_support';

/**
 * The statements that prepare a server, one per entry, to be run by a superuser outside a transaction.
 *
 * - the owner migrates and owns every table;
 * - the application logs in, owns nothing and cannot pass row-level security;
 * - the backup role reads every row of every table and writes none; the worker alone signs in with it, where it takes backups;
 * - the report role counts for a whole site. The application takes it on by `SET LOCAL ROLE` and must not have its
 *   rights otherwise, hence NOINHERIT.
 */
export function rolesSql(passwords: {
  ownerPassword: string;
  applicationPassword: string;
  /** Unset: nobody signs in with the backup role. */
  backupPassword?: string | undefined;
  database?: string;
}): string[] {
  const database = passwords.database ?? DATABASE;
  const limits = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
  return [
    `CREATE ROLE ${OWNER_ROLE} LOGIN ${limits} PASSWORD ${pg.escapeLiteral(passwords.ownerPassword)}`,
    `CREATE ROLE ${REPORT_ROLE} NOLOGIN ${limits}`,
    `CREATE ROLE ${APPLICATION_ROLE} LOGIN NOINHERIT ${limits} PASSWORD ${pg.escapeLiteral(passwords.applicationPassword)}`,
    ...backupRoleSql(passwords.backupPassword),
    `GRANT ${REPORT_ROLE} TO ${APPLICATION_ROLE}`,
    `CREATE DATABASE ${pg.escapeIdentifier(database)} OWNER ${OWNER_ROLE} ENCODING 'UTF8' TEMPLATE template0`,
  ];
}

function backupRoleSql(password: string | undefined): string[] {
  if (password === undefined) return [];
  return [
    `CREATE ROLE ${BACKUP_ROLE} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS PASSWORD ${pg.escapeLiteral(password)}`,
    `GRANT pg_read_all_data TO ${BACKUP_ROLE}`,
    `ALTER ROLE ${BACKUP_ROLE} SET default_transaction_read_only = on`,
  ];
}

/** A server that logs statements, or those that failed, keeps these to itself: they carry passwords. Who may not say so is no superuser, and goes on. */
const UNLOGGED = `DO $$ BEGIN
  PERFORM set_config('log_statement', 'none', false), set_config('log_min_error_statement', 'panic', false),
    set_config('log_min_duration_statement', '-1', false);
EXCEPTION WHEN insufficient_privilege THEN NULL; END $$`;

/**
 * Makes the roles and the database on a server, with the passwords and the name that the two addresses carry. The
 * database comes last: when it is there, nothing is done but for the backup role, which may be wanted later; a preparation that was cut
 * short begins again.
 *
 * @param adminUrl a superuser's address, of any database
 * @param backupUrl of the backup role; unset where none is wanted
 */
export async function prepareServer(
  adminUrl: string,
  ownerUrl: string,
  appUrl: string,
  backupUrl?: string,
): Promise<void> {
  const database = new URL(ownerUrl).pathname.slice(1);
  const password = (url: string) => decodeURIComponent(new URL(url).password);
  const backupPassword = backupUrl === undefined ? undefined : password(backupUrl);
  const isThere =
    (await execute(adminUrl, [`SELECT 1 FROM pg_database WHERE datname = ${pg.escapeLiteral(database)}`])) > 0;
  const roleExists = '42710';
  const statements = isThere
    ? backupRoleSql(backupPassword)
    : rolesSql({ ownerPassword: password(ownerUrl), applicationPassword: password(appUrl), backupPassword, database });
  for (const statement of statements) {
    await execute(adminUrl, [UNLOGGED, statement]).catch((error: unknown) => {
      if (!(error instanceof pg.DatabaseError && error.code === roleExists)) throw error;
    });
  }
}
