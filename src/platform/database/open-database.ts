import { type Config, ConfigurationError } from '../config/index.js';
import {
  APPLICATION_ROLE,
  type DatabaseAddresses,
  execute,
  REPORT_ROLE,
  rolesSql,
  SIGN_IN_ROLE,
  startEmbedded,
  WORKER_ROLE,
} from './embedded/index.js';

/** The database this installation works with. */
export interface OpenDatabase extends DatabaseAddresses {
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
  const { databaseUrl, cookieSecret, root } = config;
  if (databaseUrl === undefined) {
    const server = await startEmbedded({ root, log });
    return { ...server, cookieSecret: cookieSecret ?? server.cookieSecret, embedded: true };
  }
  const addresses = databaseAddresses(config);
  if (cookieSecret === undefined)
    throw new ConfigurationError(
      'DATABASE_URL is set, COOKIE_SECRET is not. Set it to 32 or more random characters, the same at every start.',
    );
  for (const name of ['appUrl', 'signInUrl', 'reportUrl', 'workerUrl'] as const)
    await assertRestricted(name, addresses[name]);
  return {
    ...addresses,
    cookieSecret,
    embedded: false,
    stop: () => Promise.resolve(),
  };
}

/** Setting and role of each address. */
const SETTINGS = {
  ownerUrl: ['DATABASE_OWNER_URL', 'team_support_owner'],
  appUrl: ['DATABASE_URL', APPLICATION_ROLE],
  signInUrl: ['DATABASE_SIGN_IN_URL', SIGN_IN_ROLE],
  reportUrl: ['DATABASE_REPORT_URL', REPORT_ROLE],
  workerUrl: ['DATABASE_WORKER_URL', WORKER_ROLE],
} as const;

/** @throws ConfigurationError naming the settings that are missing, with what to do about it */
export function databaseAddresses(config: Config): DatabaseAddresses {
  const given = {
    ownerUrl: config.databaseOwnerUrl,
    appUrl: config.databaseUrl,
    signInUrl: config.databaseSignInUrl,
    reportUrl: config.databaseReportUrl,
    workerUrl: config.databaseWorkerUrl,
  };
  const missing = Object.entries(SETTINGS).filter(([name]) => given[name as keyof typeof given] === undefined);
  if (missing.length > 0)
    throw new ConfigurationError(
      `Set ${missing.map(([, [setting]]) => setting).join(', ')} as well.\n${preparation()}`,
    );
  return { ...(given as Record<keyof typeof given, string>), backupUrl: config.databaseBackupUrl };
}

/**
 * Row-level security is written for these roles, and does not hold for a superuser.
 *
 * @throws ConfigurationError when the address signs in as anybody else, with what to do about it
 */
export async function assertRestricted(name: keyof typeof SETTINGS, url: string): Promise<void> {
  const [setting, role] = SETTINGS[name];
  const restricted = `SELECT 1 FROM pg_roles WHERE rolname = current_user AND rolname = '${role}' AND NOT (rolsuper OR rolbypassrls)`;
  if ((await execute(url, [restricted])) === 0) {
    throw new ConfigurationError(
      `${setting} must sign in as ${role}, a role that cannot pass row-level security.\n${preparation()}`,
    );
  }
}

/** @throws ConfigurationError where a role of this version is missing, with what to do about it */
export async function assertRoles(ownerUrl: string): Promise<void> {
  const wanted = Object.values(SETTINGS).map(([, role]) => role);
  const there = await execute(ownerUrl, [`SELECT 1 FROM pg_roles WHERE rolname IN ('${wanted.join("','")}')`]);
  if (there < wanted.length)
    throw new ConfigurationError(`The server lacks roles: set DATABASE_ADMIN_URL for this once.\n${preparation()}`);
}

function preparation(): string {
  const statements = rolesSql(() => '<choose one for each>');
  return [
    'Run this once on the server, as a superuser (those that are there already are left out):',
    '',
    ...statements.map((statement) => `${statement};`),
    '',
    `DATABASE_URL signs in as ${APPLICATION_ROLE} and serves people, DATABASE_SIGN_IN_URL as ${SIGN_IN_ROLE}, DATABASE_REPORT_URL as ${REPORT_ROLE};`,
    `DATABASE_WORKER_URL signs in as ${WORKER_ROLE} and is the worker's, DATABASE_OWNER_URL as team_support_owner, which migrates,`,
    'DATABASE_BACKUP_URL as team_support_backup, which takes the backups (the worker alone needs it).',
    `A server that an earlier version prepared also wants: ALTER ROLE ${REPORT_ROLE} LOGIN PASSWORD '…'; REVOKE ${REPORT_ROLE} FROM ${APPLICATION_ROLE};`,
  ].join('\n');
}
