import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serverAccount } from '../../src/platform/database/embedded/account.js';
import { type Binaries, findBinaries } from '../../src/platform/database/embedded/binaries.js';
import { initialise, launch, openCluster, SUPERUSER } from '../../src/platform/database/embedded/cluster.js';
import { answers, freePort } from '../../src/platform/database/embedded/ports.js';
import { findPostmaster, shutDown } from '../../src/platform/database/embedded/postmaster.js';
import { projectRoot, runFolder } from './run.js';

/** A PostgreSQL as its package leaves it: a superuser, and none of our roles. */
export interface BareServer {
  readonly port: number;
  /** Superuser, database `postgres`. */
  readonly adminUrl: string;
  readonly logFile: string;
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;

/**
 * Starts one without durability; it lives until stop() or the end of the run.
 * @param name of its folder, of this run alone
 * @param binaries where another than the embedded one is wanted
 */
export async function startBareServer(name: string, password: string, binaries?: Binaries): Promise<BareServer> {
  const dataFolder = path.join(runFolder(), name);
  const cluster = openCluster(dataFolder, serverAccount);
  const programs = binaries ?? findBinaries(projectRoot(), dataFolder, cluster.account);
  await initialise(cluster, programs, password, false);
  const port = await freePort();
  launch(cluster, programs, port, false);
  const isUp = async (): Promise<boolean> => findPostmaster(cluster)?.ready === true && (await answers(port));
  for (const giveUp = performance.now() + PATIENCE_MS; !(await isUp()); await pause(20))
    if (performance.now() > giveUp) throw new Error(`PostgreSQL did not start: see ${cluster.logFile}`);
  return {
    port,
    adminUrl: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`,
    logFile: cluster.logFile,
    stop: async () => {
      await shutDown(cluster);
      programs.discard();
    },
  };
}
