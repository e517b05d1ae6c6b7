import { type Config, ConfigurationError } from '../config/index.js';
import { APPLICATION_ROLE, execute, rolesSql, startEmbedded } from './embedded/index.js';

/** The database this installation works with. */
export interface OpenDatabase {
  /** Role of the application. */
  readonly appUrl: string;
  /** Role that migrates. */
  readonly ownerUrl: string;
  /** Role that takes the backups; undefined on a server that names none. */
  readonly backupUrl: string | undefined;
  readonly cookieSecret: string;
  /** Whether it is the embedded one, which may be filled with the demonstration unasked. */
  readonly embedded: boolean;
  /** Stops the embedded server; a server that others run goes on. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL, or checks that the server named by the configuration is prepared.
 *
 * @throws ConfigurationError when the server is not prepared, with what to do about it
 */
export async function openDatabase(config: Config, log: (message: string) => void): Promise<OpenDatabase> {
  const { databaseUrl, databaseOwnerUrl, cookieSecret, root } = config;
  if (databaseUrl === undefined) {
    const server = await startEmbedded({ root, log });
    return {
      appUrl: server.appUrl,
      ownerUrl: server.ownerUrl,
      backupUrl: server.backupUrl,
      cookieSecret: cookieSecret ?? server.cookieSecret,
      embedded: true,
      stop: server.stop,
    };
  }
  if (databaseOwnerUrl === undefined)
    throw new ConfigurationError(`DATABASE_URL is set, DATABASE_OWNER_URL is not.\n${preparation()}`);
  if (cookieSecret === undefined)
    throw new ConfigurationError(
      'DATABASE_URL is set, COOKIE_SECRET is not. Set it to 32 or more random characters, the same at every start.',
    );
  await assertRestricted(databaseUrl);
  return {
    appUrl: databaseUrl,
    ownerUrl: databaseOwnerUrl,
    backupUrl: config.databaseBackupUrl,
    cookieSecret,
    embedded: false,
    stop: () => Promise.resolve(),
  };
}

/**
 * Row-level security is written for one role, and does not hold for a superuser.
 *
 * @throws ConfigurationError when the address signs in as anybody else, with what to do about it
 */
export async function assertRestricted(databaseUrl: string): Promise<void> {
  const restricted = `SELECT 1 FROM pg_roles WHERE rolname = current_user AND rolname = '${APPLICATION_ROLE}' AND NOT (rolsuper OR rolbypassrls)`;
  if ((await execute(databaseUrl, [restricted])) === 0) {
    throw new ConfigurationError(
      `DATABASE_URL must sign in as ${APPLICATION_ROLE}, a role that cannot pass row-level security.\n${preparation()}`,
    );
  }
}

function preparation(): string {
  const statements = rolesSql({
    ownerPassword: '<choose one>',
    applicationPassword: '<choose another>',
    backupPassword: '<and a third>',
  });
  return [
    'Run this once on the server, as a superuser:',
    '',
    ...statements.map((statement) => `${statement};`),
    '',
    'DATABASE_URL signs in as team_support_app and serves people, DATABASE_OWNER_URL signs in as team_support_owner and migrates,\n' +
      'DATABASE_BACKUP_URL signs in as team_support_backup and takes the backups (the worker alone needs it).',
  ].join('\n');
}
