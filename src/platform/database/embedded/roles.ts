import pg from 'pg';
import { execute } from './execute.js';

/** Names of what every installation has, on the embedded server and on one that an administrator runs. */
export const OWNER_ROLE = 'team_support_owner';
export const APPLICATION_ROLE = 'team_support_app';
/** Checks passwords and opens sessions, and reads nothing else. */
export const SIGN_IN_ROLE = 'team_support_sign_in';
/** Counts for a whole site, and names nobody. */
export const REPORT_ROLE = 'team_support_report';
/** Acts for nobody who is signed in: jobs, commands, imports. */
export const WORKER_ROLE = 'team_support_worker';
/** Reads every row and writes none. */
export const BACKUP_ROLE = 'team_support_backup';
export const DATABASE = 'team_support';

/** Addresses of one database, one for each role that signs in to it. */
export interface DatabaseAddresses {
  /** Migrates and owns every table. */
  readonly ownerUrl: string;
  /** Serves people. */
  readonly appUrl: string;
  readonly signInUrl: string;
  readonly reportUrl: string;
  readonly workerUrl: string;
  /** Undefined: nobody signs in with the backup role. */
  readonly backupUrl: string | undefined;
}

/** With one for every role. */
export type WholeAddresses = { readonly [Name in keyof DatabaseAddresses]: string };

const ROLES = [
  [OWNER_ROLE, 'ownerUrl'],
  [APPLICATION_ROLE, 'appUrl'],
  [SIGN_IN_ROLE, 'signInUrl'],
  [REPORT_ROLE, 'reportUrl'],
  [WORKER_ROLE, 'workerUrl'],
  [BACKUP_ROLE, 'backupUrl'],
] as const;

type NamedAddress = (typeof ROLES)[number][1];

/** @param address of any database, under any role, of the same server; `passwordOf` each role's */
export function addressesWith(address: string, passwordOf: (name: NamedAddress) => string): WholeAddresses {
  const under = ([role, name]: (typeof ROLES)[number]): [NamedAddress, string] => {
    const url = new URL(address);
    url.username = role;
    url.password = encodeURIComponent(passwordOf(name));
    return [name, url.href];
  };
  return Object.fromEntries(ROLES.map(under)) as WholeAddresses;
}

/**
 * The statements that prepare a server, one per entry, to be run by a superuser outside a transaction.
 *
 * - the owner migrates and owns every table;
 * - the application serves people: it logs in, owns nothing, cannot pass row-level security, and acts only for the holder of a session
 *   that is open;
 * - the sign-in role checks passwords and opens sessions;
 * - the report role counts for a whole site, also only for the holder of a session;
 * - the worker acts for nobody who is signed in. It takes on the rights of the application and of the report role by `SET LOCAL ROLE` and has
 *   none otherwise, hence NOINHERIT;
 * - the backup role reads every row of every table and writes none; the worker alone signs in with it, where it takes backups.
 */
export function rolesSql(passwordOf: (name: NamedAddress) => string | undefined, database = DATABASE): string[] {
  return [...ROLES.flatMap(([role, name]) => roleSql(role, passwordOf(name))), databaseSql(database)];
}

const databaseSql = (database: string): string =>
  `CREATE DATABASE ${pg.escapeIdentifier(database)} OWNER ${OWNER_ROLE} ENCODING 'UTF8' TEMPLATE template0`;

/** @param password undefined: nobody signs in with the role, and it is not made */
function roleSql(role: string, password: string | undefined): string[] {
  if (password === undefined) return [];
  const limits = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION';
  const secret = `PASSWORD ${pg.escapeLiteral(password)}`;
  switch (role) {
    case BACKUP_ROLE:
      return [
        `CREATE ROLE ${role} LOGIN ${limits} BYPASSRLS ${secret}`,
        `GRANT pg_read_all_data TO ${role}`,
        `ALTER ROLE ${role} SET default_transaction_read_only = on`,
      ];
    case WORKER_ROLE:
      return [
        `CREATE ROLE ${role} LOGIN NOINHERIT ${limits} NOBYPASSRLS ${secret}`,
        `GRANT ${APPLICATION_ROLE}, ${REPORT_ROLE} TO ${role}`,
      ];
    // Inherits what the owner of a database is given in it.
    case OWNER_ROLE:
      return [`CREATE ROLE ${role} LOGIN ${limits} NOBYPASSRLS ${secret}`];
    default:
      return [`CREATE ROLE ${role} LOGIN NOINHERIT ${limits} NOBYPASSRLS ${secret}`];
  }
}

/** Earlier versions lent the report role to the application, and gave it no sign-in. */
const OWN_REPORT_ROLE = (password: string): string[] => [
  `ALTER ROLE ${REPORT_ROLE} LOGIN NOINHERIT PASSWORD ${pg.escapeLiteral(password)}`,
  `REVOKE ${REPORT_ROLE} FROM ${APPLICATION_ROLE}`,
];

/** A server that logs statements, or those that failed, keeps these to itself: they carry passwords. Who may not say so is no superuser, and goes on. */
const UNLOGGED = `DO $$ BEGIN
  PERFORM set_config('log_statement', 'none', false), set_config('log_min_error_statement', 'panic', false),
    set_config('log_min_duration_statement', '-1', false);
EXCEPTION WHEN insufficient_privilege THEN NULL; END $$`;

/**
 * Makes the roles and the database on a server, with the passwords and the name that the addresses carry. What is there stays as it is: an
 * update brings the roles that came since, a preparation that was cut short goes on.
 *
 * @param adminUrl a superuser's address, of any database
 */
export async function prepareServer(adminUrl: string, addresses: DatabaseAddresses): Promise<void> {
  const isThere = async (what: string): Promise<boolean> => (await execute(adminUrl, [`SELECT 1 FROM ${what}`])) > 0;
  for (const [role, name] of ROLES) {
    const password = passwordIn(addresses[name]);
    if (password === undefined) continue;
    if (!(await isThere(`pg_roles WHERE rolname = '${role}'`))) await make(adminUrl, roleSql(role, password));
    else if (role === REPORT_ROLE && (await isThere(`pg_roles WHERE rolname = '${role}' AND NOT rolcanlogin`)))
      await make(adminUrl, OWN_REPORT_ROLE(password));
  }
  const database = new URL(addresses.ownerUrl).pathname.slice(1);
  if (!(await isThere(`pg_database WHERE datname = ${pg.escapeLiteral(database)}`)))
    await make(adminUrl, [databaseSql(database)]);
}

function passwordIn(url: string | undefined): string | undefined {
  return url === undefined ? undefined : decodeURIComponent(new URL(url).password);
}

/** What another process made at the same moment is made. */
async function make(adminUrl: string, statements: readonly string[]): Promise<void> {
  const alreadyThere = ['42710', '42P04'];
  for (const statement of statements) {
    await execute(adminUrl, [UNLOGGED, statement]).catch((error: unknown) => {
      if (!(error instanceof pg.DatabaseError && error.code !== undefined && alreadyThere.includes(error.code)))
        throw error;
    });
  }
}
