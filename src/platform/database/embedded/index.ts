import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serverAccount } from './account.js';
import { findBinaries, type Binaries } from './binaries.js';
import { initialise, launch, openCluster, SUPERUSER, type Cluster } from './cluster.js';
import { answers, freePort } from './ports.js';
import { findPostmaster, shutDown, type Postmaster } from './postmaster.js';
import { addressesWith, DATABASE, prepareServer, type WholeAddresses } from './roles.js';
import { readOrDrawSecrets } from './secrets.js';
import { Supervisor } from './supervisor.js';

export { addressesOf, createDatabase, dropDatabase } from './databases.js';
export { execute } from './execute.js';
export {
  APPLICATION_ROLE,
  type DatabaseAddresses,
  prepareServer,
  REPORT_ROLE,
  rolesSql,
  SIGN_IN_ROLE,
  type WholeAddresses,
  WORKER_ROLE,
} from './roles.js';

export interface EmbeddedOptions {
  /** Holds the cluster, its passwords and its log. Default: `data` in the project. */
  dataFolder?: string;
  /** Folder of the project, where `node_modules` is. */
  root: string;
  /** False gives up durability for speed: for tests only. Default true. */
  fsync?: boolean;
  /**
   * False leaves the server to itself once it runs: it is not started again when it dies, and lives until stop() is
   * called from anywhere. Default true.
   */
  supervise?: boolean;
  /** Told about what a person at the console wants to know. */
  log: (message: string) => void;
}

export interface EmbeddedServer extends WholeAddresses {
  /** Superuser, database `postgres`. */
  readonly adminUrl: string;
  port: number;
  /** Signs cookies (`COOKIE_SECRET`); stays the same over starts, so that nobody is signed out by one. */
  cookieSecret: string;
  /** Stops the server, unless another process of the project still uses it. */
  stop(): Promise<void>;
}

const SECRET_OF = {
  ownerUrl: 'owner',
  appUrl: 'application',
  signInUrl: 'signIn',
  reportUrl: 'report',
  workerUrl: 'worker',
  backupUrl: 'backup',
} as const;

/** How long a start may take, crash recovery included. */
const PATIENCE_MS = 60_000;
/** Back ends of a killed server hold its memory for about two seconds, and it cannot start before they let go. */
const RETRY_MS = 250;

/**
 * Starts the PostgreSQL server inside `node_modules` on a free port of 127.0.0.1, or takes over the one that an earlier,
 * killed process left running on the same data folder. The roles and the database `team_support` are there afterwards.
 *
 * @throws Error with the place of the server's log when it does not start
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataFolder = path.resolve(options.dataFolder ?? path.join(options.root, 'data'));
  const durable = options.fsync ?? true;
  const cluster = openCluster(dataFolder, serverAccount);
  const secrets = readOrDrawSecrets(dataFolder);
  const binaries = findBinaries(options.root, dataFolder, cluster.account);
  await initialise(cluster, binaries, secrets.superuser, durable);
  const run = (port?: number) => ensureRunning(cluster, binaries, durable, port);

  const { port } = await run();
  const adminUrl = `postgres://${SUPERUSER}:${secrets.superuser}@127.0.0.1:${port}/postgres`;
  const supervisor = new Supervisor(adminUrl, () => run(port), options.log);
  if (options.supervise ?? true) await supervisor.attach();
  const addresses = addressesWith(`postgres://127.0.0.1:${port}/${DATABASE}`, (name) => secrets[SECRET_OF[name]]);
  await prepareServer(adminUrl, addresses);

  return {
    adminUrl,
    ...addresses,
    port,
    cookieSecret: secrets.cookies,
    stop: () =>
      supervisor.detach(async () => {
        await shutDown(cluster);
        binaries.discard();
      }),
  };
}

async function ensureRunning(
  cluster: Cluster,
  binaries: Binaries,
  durable: boolean,
  fixedPort?: number,
): Promise<Postmaster> {
  const giveUp = performance.now() + PATIENCE_MS;
  let starting = false;
  let broken: Error | undefined;
  while (performance.now() < giveUp && broken === undefined) {
    const server = findPostmaster(cluster);
    // A server that was killed a moment ago may still look ready, but its port is closed.
    if (server?.ready === true && (await answers(server.port))) return server;
    if (server === undefined && !starting) {
      starting = true;
      const child = launch(cluster, binaries, fixedPort ?? (await freePort()), durable);
      child.once('error', (error) => (broken = error));
      child.once('exit', () => setTimeout(() => (starting = false), RETRY_MS));
    }
    await pause(20);
  }
  throw new Error(`PostgreSQL did not start: see ${cluster.logFile}`, { cause: broken });
}
