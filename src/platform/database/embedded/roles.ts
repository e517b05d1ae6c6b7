/** Names of what every installation has, on the embedded server and on one that an administrator runs. */
export const OWNER_ROLE = 'team_support_owner';
export const APPLICATION_ROLE = 'team_support_app';
export const REPORT_ROLE = 'team_support_report';
export const DATABASE = 'team_support';

/**
 * The statements that prepare a server, one per entry, to be run by a superuser outside a transaction.
 *
 * - the owner migrates and owns every table;
 * - the application logs in, owns nothing and cannot pass row-level security;
 * - the report role counts for a whole site. The application takes it on by `SET LOCAL ROLE` and must not have its
 *   rights otherwise, hence NOINHERIT.
 */
export function rolesSql(passwords: { ownerPassword: string; applicationPassword: string; database?: string }): string[] {
  const database = passwords.database ?? DATABASE;
  const limits = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
  return [
    `CREATE ROLE ${OWNER_ROLE} LOGIN ${limits} PASSWORD ${literal(passwords.ownerPassword)}`,
    `CREATE ROLE ${REPORT_ROLE} NOLOGIN ${limits}`,
    `CREATE ROLE ${APPLICATION_ROLE} LOGIN NOINHERIT ${limits} PASSWORD ${literal(passwords.applicationPassword)}`,
    `GRANT ${REPORT_ROLE} TO ${APPLICATION_ROLE}`,
    `CREATE DATABASE ${database} OWNER ${OWNER_ROLE} ENCODING 'UTF8' TEMPLATE template0`,
  ];
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
