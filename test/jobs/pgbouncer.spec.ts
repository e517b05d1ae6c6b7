import { resolve } from 'node:path';
import { movableClock } from '#kernel';
import { migrate } from '../../src/platform/database/migrate.js';
import { JobRunner } from '../../src/platform/queue/index.js';
import { createWeb } from '../../src/web.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { hasPgBouncer, startPgBouncer } from '../support/pgbouncer.js';
import { found, MIHON, PASSWORD } from '../support/sites.js';

/** On a machine that has one; .ci/run installs it where it can, and says so where it cannot. */
const POOLERS = hasPgBouncer() ? ['PgBouncer'] : [];

describe('behind a pooler that hands each transaction another connection', () => {
  if (POOLERS.length === 0) it('is tried where there is a pgbouncer', () => expect(hasPgBouncer()).toBe(false));

  it.each(POOLERS)('web and worker do everything, forty askers on two connections: %s', async () => {
    const database: FreshDatabase = await freshDatabase();
    await migrate(database.ownerUrl);
    await found(database.ownerUrl, MIHON);
    const pooler = await startPgBouncer(database);
    const app = await createWeb({
      root: resolve('.'),
      database: pooler.database,
      queueDatabaseUrl: database.appUrl,
      pooler: 'transaction',
      cookieSecret: 'for-specs-only-for-specs-only-32',
      clock: movableClock('2026-06-10'),
      poolSize: 10,
    });
    const runner = app.get(JobRunner);
    try {
      await runner.start({ databaseUrl: database.workerUrl });
      const post = (url: string, payload: object, headers = {}) =>
        app.inject({ method: 'POST', url: `/api/v1${url}`, payload, headers });
      const tokens = await Promise.all(
        ['caseworker', 'navigator', 'city-supervisor'].map(async (login) => {
          const { body } = await post('/sessions', { login, password: PASSWORD });
          return (JSON.parse(body) as { token: string }).token;
        }),
      );
      const failed: [number, string][] = [];
      for (let round = 0; round < 5; round += 1) {
        const answers = await Promise.all(
          Array.from({ length: 40 }, (_, index) =>
            app.inject({
              url: ['/api/v1/me', '/api/v1/caseload', '/api/v1/site'][index % 3] ?? '',
              headers: { authorization: `Bearer ${tokens[(index + round) % tokens.length]}` },
            }),
          ),
        );
        for (const { statusCode, body } of answers) if (statusCode !== 200) failed.push([statusCode, body]);
      }
      expect(failed).toEqual([]);
      expect((await app.inject('/readyz')).statusCode).toBe(200);
    } finally {
      await runner.stop();
      await app.close();
      await pooler.stop();
      await database.drop();
    }
  });
});
