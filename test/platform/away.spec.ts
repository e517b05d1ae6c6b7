import { Agent, get } from 'node:http';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { SystemActor } from '#access';
import { movableClock } from '#kernel';
import { describeError } from '../../src/platform/http/index.js';
import { UnitOfWork } from '../../src/platform/unit-of-work/index.js';
import { createWeb } from '../../src/web.js';
import { emptyDatabase, freshDatabase, type FreshDatabase } from '../support/database.js';
import { type Passage, passageTo } from '../support/passage.js';

const SETTINGS = {
  root: resolve('.'),
  cookieSecret: 'for-specs-only-for-specs-only-32',
  clock: movableClock('2026-06-10'),
  poolSize: 2,
};

describe('the web process while something is away', () => {
  let database: FreshDatabase;
  let passage: Passage;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    database = await freshDatabase();
    passage = await passageTo(database.appUrl);
    app = await createWeb({
      ...SETTINGS,
      database: passage.through(database),
      redisUrl: 'redis://127.0.0.1:1',
      deadlineMs: 1_500,
    });
  });
  afterAll(async () => {
    await passage.open();
    await app.close();
    await passage.close();
    await database.drop();
  });

  const ask = async (url: string) => {
    const began = performance.now();
    const { statusCode, headers, body } = await app.inject(url);
    return { status: statusCode, retryAfter: headers['retry-after'], body, ms: performance.now() - began };
  };

  it('is ready without its queue, which it never asks for anything, and says so', async () => {
    const { status, body } = await ask('/readyz');
    expect([status, JSON.parse(body)]).toEqual([200, { status: 'ready', database: 'up', queue: 'away' }]);
  });

  it('is not ready on a database that hangs, and says so within a second; a request gets 503 at its deadline', async () => {
    passage.hold();
    const [ready, page] = await Promise.all([ask('/readyz'), ask('/sign-in')]);
    await passage.open();
    expect(ready.status).toBe(503);
    expect(ready.ms).toBeLessThan(1_300);
    expect([page.status, page.retryAfter]).toEqual([503, '10']);
    expect((await ask('/sign-in')).status).toBe(200);
  });

  it('answers 503 to whoever was between two statements when the connection went', async () => {
    const nobody: SystemActor = { kind: 'system', name: 'worker', siteIds: [], organisationIds: [] };
    const written = app.get(UnitOfWork).write(nobody, { purpose: 'spec' }, async (tx) => {
      await tx.sql('SELECT 1');
      await passage.cut();
      await pause(200);
      await tx.sql('SELECT 1');
    });
    const error: unknown = await written.catch((thrown: unknown) => thrown);
    await passage.open();
    expect([describeError(error).status, (error as Error).cause]).toEqual([
      503,
      expect.objectContaining({ name: 'QueryRunnerAlreadyReleasedError' }),
    ]);
  });

  it('answers 503 with Retry-After while the database restarts, and works on afterwards', async () => {
    await passage.cut();
    for (const url of ['/sign-in', '/readyz']) expect((await ask(url)).status).toBe(503);
    expect((await ask('/sign-in')).retryAfter).toBe('5');
    expect((await ask('/healthz')).status).toBe(200);
    await passage.open();
    expect([(await ask('/sign-in')).status, (await ask('/readyz')).status]).toEqual([200, 200]);
  });
});

describe('the web process', () => {
  it('is not ready on a database that was not migrated', async () => {
    const empty = await emptyDatabase();
    const app = await createWeb({ ...SETTINGS, database: empty });
    try {
      expect((await app.inject('/readyz')).statusCode).toBe(503);
    } finally {
      await app.close();
      await empty.drop();
    }
  });

  it('ends within seconds though connections are kept alive, and finishes what is in hand', async () => {
    const database = await freshDatabase();
    const app = await createWeb({ ...SETTINGS, database });
    const server = app.getHttpAdapter().getInstance();
    server.server.keepAliveTimeout = 60_000;
    await app.listen(0, '127.0.0.1');
    const address = await app.getUrl();
    const agent = new Agent({ keepAlive: true });
    const fetched = (path: string): Promise<number | undefined> =>
      new Promise((answered, failed) => {
        get(`${address}${path}`, { agent }, (response) => {
          response.resume().on('end', () => answered(response.statusCode));
        }).on('error', failed);
      });
    await fetched('/healthz');
    await fetched('/healthz');
    const inHand = fetched('/sign-in');
    await new Promise((resolve) => setTimeout(resolve, 5));
    const began = performance.now();
    await app.close();
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(await inHand).toBe(200);
    agent.destroy();
    await database.drop();
  });
});
