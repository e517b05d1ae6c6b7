import { setTimeout as pause } from 'node:timers/promises';
import { JobHandlers, JobRunner, type JobPayload } from '../../src/platform/queue/index.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { hasRedis, startRedis } from '../support/redis.js';

/** PostgreSQL always; Redis too on a machine that has one. */
const STORES = hasRedis() ? (['PostgreSQL', 'Redis'] as const) : (['PostgreSQL'] as const);

describe.each(STORES)('jobs over %s', (store) => {
  let t: TestApplication;
  let redis: { url: string; stop(): Promise<void> } | undefined;
  const done: JobPayload[] = [];
  let failures = 0;
  beforeAll(async () => {
    t = await startApplication();
    const handlers = t.app.get(JobHandlers);
    handlers.register({ topic: 'visit.recorded', handle: async (payload) => void done.push(payload) });
    handlers.register({
      topic: 'visit.corrected',
      handle: async (payload) => {
        failures += 1;
        if (failures === 1) throw new Error('the first try fails');
        done.push(payload);
      },
    });
    if (store === 'Redis') redis = await startRedis();
    await t.app.get(JobRunner).start({ databaseUrl: t.database.appUrl, redisUrl: redis?.url });
  });
  afterAll(async () => {
    await t.app.get(JobRunner).stop();
    await t.close();
    await redis?.stop();
  });

  it('come out of the outbox once the fact is committed, each once', async () => {
    const user = await t.as('navigator');
    const ids: string[] = [];
    for (let visit = 0; visit < 5; visit += 1)
      ids.push((await user.post('/visits', { visitedOn: '2026-06-09', quantity: 1 })).body.id);
    // A message is marked as sent after the queue has taken it, so a quick worker may be done before.
    await until(async () => done.length >= 5 && (await messagesWaiting()) === 0);
    expect(done.map(({ subjectId }) => subjectId).sort()).toEqual(ids.sort());
  });

  async function messagesWaiting(): Promise<number> {
    const [{ waiting }] = await t.owner.query(
      'SELECT count(*)::int AS waiting FROM outbox_message WHERE dispatched_at IS NULL',
    );
    return waiting;
  }

  it('are not made by a request that was refused', async () => {
    const before = done.length;
    await (await t.as('navigator')).post('/visits', { visitedOn: '2026-06-11', quantity: 1 });
    await pause(1_200);
    expect(done).toHaveLength(before);
  });

  it('are tried again after a failure', async () => {
    const [visit] = await t.owner.query('SELECT id FROM visit LIMIT 1');
    await (await t.as('navigator')).post(`/visits/${visit.id}/correction`, { reason: '数え間違い' });
    await until(() => done.some(({ subjectId }) => subjectId === visit.id && failures === 2));
    expect(failures).toBe(2);
  });
});

async function until(happened: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    if (await happened()) return;
    await pause(100);
  }
  throw new Error('it did not happen within 20 seconds');
}
