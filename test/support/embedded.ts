import path from 'node:path';
import { startEmbedded } from '../../src/platform/database/embedded/index.js';
import { oncePerRun, projectRoot, runFolder } from './run.js';

/** Addresses on the run's server; exchange the database with withDatabase(). */
export interface TestServer {
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  backupUrl: string;
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
    return { adminUrl: server.adminUrl, ownerUrl: server.ownerUrl, appUrl: server.appUrl, backupUrl: server.backupUrl };
  });
}
