import { isIP } from 'node:net';

/** Everything the process learns from its environment, read once and nowhere else. */
export interface Config {
  /** Folder of the checkout or installation: assets and the embedded data folder are found from here. */
  readonly root: string;
  readonly port: number;
  /** Address the web process listens on; loopback unless HOST says otherwise (a container says 0.0.0.0). */
  readonly host: string;
  /** The application's role: row-level security applies to it. Unset = embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** Checks passwords and opens sessions. */
  readonly databaseSignInUrl: string | undefined;
  /** Counts for a whole site, and names nobody. */
  readonly databaseReportUrl: string | undefined;
  /** Jobs and commands: acts for nobody who is signed in. The web process has no use for it. */
  readonly databaseWorkerUrl: string | undefined;
  /** The owner of the schema: migrates, never serves requests. */
  readonly databaseOwnerUrl: string | undefined;
  /** A superuser, only for making roles and database on a new server. */
  readonly databaseAdminUrl: string | undefined;
  /** Reads every row and writes none: takes the backups. Only the worker and the backup command are told it. */
  readonly databaseBackupUrl: string | undefined;
  /** Encrypts backups; unset = they are not. */
  readonly backupPassphrase: string | undefined;
  /** The worker writes a backup into it every night; unset = it takes none. */
  readonly backupFolder: string | undefined;
  /** How many of them are kept. */
  readonly backupKeep: number;
  /** How `databaseUrl` is reached: straight, or through a pooler that hands each transaction another connection (PgBouncer). */
  readonly pooler: 'none' | 'transaction';
  /** Where the queue's tables are reached without a pooler; under the process's own role. */
  readonly queueDatabaseUrl: string | undefined;
  /** Redis for the job queue; unset = the queue lives in PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** Signs cookies. Embedded mode keeps its own in the data folder. */
  readonly cookieSecret: string | undefined;
  /** 'https' makes cookies Secure. */
  readonly secureCookies: boolean;
  /** Who is believed when it says for whom it asks: addresses, networks and names of networks, as `proxy-addr` takes them. */
  readonly trustedProxies: readonly string[];
  /** Load the invented demonstration city even on a server database. */
  readonly demonstration: boolean;
  readonly logLevel: string;
  /** First administrator on an empty server database: login and password. */
  readonly firstAdministrator: { login: string; password: string } | undefined;
}

/** A setting that cannot be used: says which, and what would be right. */
export class ConfigurationError extends Error {}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const POOLERS = ['none', 'transaction'] as const;
const SECRET_LENGTH = 32;
/** A secret of fewer different characters was not drawn by chance. */
const SECRET_CHARACTERS = 8;
const PLACEHOLDER = /^(change|replace|your|example|placeholder|secret|password)/i;
const POSTGRES = ['postgres:', 'postgresql:'];
/** Networks that have a name. */
const NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];
const REDIS = ['redis:', 'rediss:'];

/** @throws ConfigurationError naming the setting and what would be right, never what was given where it may be a secret */
export function readConfig(env: NodeJS.ProcessEnv, root: string): Config {
  const login = env['FIRST_ADMIN_LOGIN'];
  const password = env['FIRST_ADMIN_PASSWORD'];
  if (Boolean(login) !== Boolean(password))
    throw new ConfigurationError('FIRST_ADMIN_LOGIN and FIRST_ADMIN_PASSWORD are set together or not at all.');
  return {
    root,
    port: portFrom(env),
    host: env['HOST'] || '127.0.0.1',
    databaseUrl: addressFrom(env, 'DATABASE_URL', POSTGRES),
    databaseSignInUrl: addressFrom(env, 'DATABASE_SIGN_IN_URL', POSTGRES),
    databaseReportUrl: addressFrom(env, 'DATABASE_REPORT_URL', POSTGRES),
    databaseWorkerUrl: addressFrom(env, 'DATABASE_WORKER_URL', POSTGRES),
    databaseOwnerUrl: addressFrom(env, 'DATABASE_OWNER_URL', POSTGRES),
    databaseAdminUrl: addressFrom(env, 'DATABASE_ADMIN_URL', POSTGRES),
    databaseBackupUrl: addressFrom(env, 'DATABASE_BACKUP_URL', POSTGRES),
    backupPassphrase: env['BACKUP_PASSPHRASE'] || undefined,
    backupFolder: env['BACKUP_FOLDER'] || undefined,
    backupKeep: backupsKeptFrom(env),
    pooler: choiceFrom(env, 'DATABASE_POOLER', POOLERS, 'none'),
    queueDatabaseUrl: addressFrom(env, 'QUEUE_DATABASE_URL', POSTGRES),
    redisUrl: addressFrom(env, 'REDIS_URL', REDIS),
    cookieSecret: secretFrom(env),
    secureCookies: choiceFrom(env, 'SECURE_COOKIES', ['true', 'false'], 'false') === 'true',
    trustedProxies: proxiesFrom(env),
    demonstration: choiceFrom(env, 'DEMONSTRATION', ['true', 'false'], 'false') === 'true',
    logLevel: choiceFrom(env, 'LOG_LEVEL', LOG_LEVELS, 'info'),
    firstAdministrator: login && password ? { login, password } : undefined,
  };
}

function portFrom(env: NodeJS.ProcessEnv): number {
  const port = Number(env['PORT'] || '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new ConfigurationError(`PORT must be a number from 0 to 65535, not "${env['PORT']}"`);
  return port;
}

function proxiesFrom(env: NodeJS.ProcessEnv): string[] {
  const given = (env['TRUSTED_PROXIES'] || 'loopback').split(',').map((each) => each.trim());
  if (!given.every((each) => NETWORKS.includes(each) || isNetwork(each)))
    throw new ConfigurationError(
      `TRUSTED_PROXIES must name addresses, networks such as 10.1.0.0/16, or ${NETWORKS.join(', ')}, parted by commas, not "${env['TRUSTED_PROXIES']}"`,
    );
  return given;
}

/** Everybody's network is none: whoever asks would be believed. */
function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more !== undefined) return false;
  return bits === undefined || (/^[1-9]\d*$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

function backupsKeptFrom(env: NodeJS.ProcessEnv): number {
  const kept = Number(env['BACKUP_KEEP'] || '14');
  if (!Number.isInteger(kept) || kept < 1)
    throw new ConfigurationError(`BACKUP_KEEP must be a number of backups from 1, not "${env['BACKUP_KEEP']}"`);
  return kept;
}

/** Empty counts as unset, as a variable of a compose file does. */
function choiceFrom<Choice extends string>(
  env: NodeJS.ProcessEnv,
  name: string,
  choices: readonly Choice[],
  otherwise: Choice,
): Choice {
  const given = env[name] || otherwise;
  const chosen = choices.find((choice) => choice === given);
  if (chosen === undefined)
    throw new ConfigurationError(`${name} must be one of ${choices.join(', ')}, not "${given}".`);
  return chosen;
}

function addressFrom(env: NodeJS.ProcessEnv, name: string, schemes: readonly string[]): string | undefined {
  const given = env[name];
  if (!given) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || !schemes.includes(url.protocol) || url.hostname === '')
    throw new ConfigurationError(
      `${name} must be an address such as ${schemes[0]}//user:password@host:port/name; characters of the password like @ / # are written as %40 %2F %23.`,
    );
  return given;
}

function secretFrom(env: NodeJS.ProcessEnv): string | undefined {
  const given = env['COOKIE_SECRET'];
  if (!given) return undefined;
  if (given.length < SECRET_LENGTH || new Set(given).size < SECRET_CHARACTERS || PLACEHOLDER.test(given))
    throw new ConfigurationError(
      `COOKIE_SECRET must be ${SECRET_LENGTH} or more random characters, the same at every start: openssl rand -base64 48 draws some.`,
    );
  return given;
}
