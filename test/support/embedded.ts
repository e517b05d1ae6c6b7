import path from 'node:path';
import { startEmbedded, type WholeAddresses } from '../../src/platform/database/embedded/index.js';
import { oncePerRun, projectRoot, runFolder } from './run.js';

/** Addresses on the run's server; exchange the database with withDatabase(). */
export interface TestServer extends WholeAddresses {
  readonly adminUrl: string;
}

/** The one PostgreSQL of the run, without durability. Started by the first caller, ended by the teardown. */
export function testServer(): Promise<TestServer> {
  return oncePerRun('server', async () => {
    const server = await startEmbedded({
      root: projectRoot(),
      dataFolder: path.join(runFolder(), 'data'),
      fsync: false,
      supervise: false,
      log: () => undefined,
    });
    const { adminUrl, ownerUrl, appUrl, signInUrl, reportUrl, workerUrl, backupUrl } = server;
    return { adminUrl, ownerUrl, appUrl, signInUrl, reportUrl, workerUrl, backupUrl };
  });
}
