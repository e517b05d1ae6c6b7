import { existsSync } from 'node:fs';
import path from 'node:path';
import { addressesWith, DATABASE, prepareServer } from '../../src/platform/database/embedded/roles.js';
import { startBareServer } from './bare-server.js';
import type { TestServer } from './embedded.js';
import { oncePerRun } from './run.js';

/** Where Debian's package puts it. */
const DEBIAN = '/usr/lib/postgresql/15/bin';
const PASSWORD = 'for-specs-only';

/** The embedded one, and the oldest that is supported. */
export type PostgresVersion = 18 | 15;

/** Those that can be tried here: the oldest one is Debian's, which .ci/run installs where it can, and says so where it cannot. */
export const POSTGRES_VERSIONS: readonly PostgresVersion[] = existsSync(path.join(DEBIAN, 'postgres'))
  ? [18, 15]
  : [18];

/** The run's Debian server with our roles, started by the first caller. */
export function oldestServer(): Promise<TestServer> {
  return oncePerRun('oldest-server', async () => {
    const program = (name: string): string => path.join(DEBIAN, name);
    const { adminUrl, port } = await startBareServer('oldest', PASSWORD, {
      initdb: program('initdb'),
      postgres: program('postgres'),
      discard: () => undefined,
    });
    const addresses = addressesWith(`postgres://127.0.0.1:${port}/${DATABASE}`, () => PASSWORD);
    await prepareServer(adminUrl, addresses);
    return { adminUrl, ...addresses };
  });
}
