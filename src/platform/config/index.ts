/** Everything the process learns from its environment, read once and nowhere else. */
export interface Config {
  /** Folder of the checkout or installation: assets and the embedded data folder are found from here. */
  readonly root: string;
  readonly port: number;
  /** Address the web process listens on; loopback unless HOST says otherwise (a container says 0.0.0.0). */
  readonly host: string;
  /** The application's role: row-level security applies to it. Unset = embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
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
  /** Redis for the job queue; unset = the queue lives in PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** Signs cookies. Embedded mode keeps its own in the data folder. */
  readonly cookieSecret: string | undefined;
  /** 'https' makes cookies Secure. */
  readonly secureCookies: boolean;
  /** Load the invented demonstration city even on a server database. */
  readonly demonstration: boolean;
  readonly logLevel: string;
  /** First administrator on an empty server database: login and password. */
  readonly firstAdministrator: { login: string; password: string } | undefined;
}

/** A setting that cannot be used: says which, and what would be right. */
export class ConfigurationError extends Error {}

export function readConfig(env: NodeJS.ProcessEnv, root: string): Config {
  const port = Number(env['PORT'] ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConfigurationError(`PORT must be a number from 0 to 65535, not "${env['PORT']}"`);
  }
  const backupKeep = Number(env['BACKUP_KEEP'] || '14');
  if (!Number.isInteger(backupKeep) || backupKeep < 1)
    throw new ConfigurationError(`BACKUP_KEEP must be a number of backups from 1, not "${env['BACKUP_KEEP']}"`);
  const login = env['FIRST_ADMIN_LOGIN'];
  const password = env['FIRST_ADMIN_PASSWORD'];
  return {
    root,
    port,
    host: env['HOST'] ?? '127.0.0.1',
    databaseUrl: env['DATABASE_URL'] || undefined,
    databaseOwnerUrl: env['DATABASE_OWNER_URL'] || undefined,
    databaseAdminUrl: env['DATABASE_ADMIN_URL'] || undefined,
    databaseBackupUrl: env['DATABASE_BACKUP_URL'] || undefined,
    backupPassphrase: env['BACKUP_PASSPHRASE'] || undefined,
    backupFolder: env['BACKUP_FOLDER'] || undefined,
    backupKeep,
    redisUrl: env['REDIS_URL'] || undefined,
    cookieSecret: env['COOKIE_SECRET'] || undefined,
    secureCookies: env['SECURE_COOKIES'] === 'true',
    demonstration: env['DEMONSTRATION'] === 'true',
    logLevel: env['LOG_LEVEL'] ?? 'info',
    firstAdministrator: login && password ? { login, password } : undefined,
  };
}
