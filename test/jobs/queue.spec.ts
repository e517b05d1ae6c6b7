import { setTimeout as pause } from 'node:timers/promises';
import type { StaffActor } from '#access';
import { JobHandlers, JobRunner, type JobPayload } from '../../src/platform/queue/index.js';
import { UnitOfWork } from '../../src/platform/unit-of-work/index.js';
import { SPEC_DAY, startApplication, type TestApplication } from '../support/application.js';
import { hasRedis, startRedis } from '../support/redis.js';
import { until } from '../support/until.js';

/** PostgreSQL always; Redis too on a machine that has one. */
const STORES = hasRedis() ? (['PostgreSQL', 'Redis'] as const) : (['PostgreSQL'] as const);

describe.each(STORES)('jobs over %s', (store) => {
  let t: TestApplication;
  let redis: { url: string; stop(): Promise<void> } | undefined;
  const done: JobPayload[] = [];
  let failures = 0;
  beforeAll(async () => {
    t = await startApplication(SPEC_DAY, { own: true });
    const handlers = t.app.get(JobHandlers);
    handlers.register({ topic: 'spec.wanted', handle: async (payload) => void done.push(payload) });
    handlers.register({
      topic: 'spec.failing',
      handle: async (payload) => {
        failures += 1;
        if (failures === 1) throw new Error('the first try fails');
        done.push(payload);
      },
    });
    if (store === 'Redis') redis = await startRedis();
    await t.app.get(JobRunner).start({ databaseUrl: t.database.workerUrl, redisUrl: redis?.url });
  });
  afterAll(async () => {
    await t.app.get(JobRunner).stop();
    await t.close();
    await redis?.stop();
  });

  it('come out of the outbox once the fact is committed, each once', async () => {
    const ids = ['one', 'two', 'three', 'four', 'five'];
    for (const id of ids) await wanted('spec.wanted', id);
    // A message is marked as sent after the queue has taken it, so a quick worker may be done before.
    await until(async () => done.length >= 5 && (await messagesWaiting()) === 0);
    expect(done.map(({ subjectId }) => subjectId).sort()).toEqual(ids.sort());
  });

  /** A use case that wants work done after its commit. */
  async function wanted(topic: string, subjectId: string, refusal?: Error): Promise<void> {
    const actor: StaffActor = (await (await t.as('navigator')).get('/me')).body;
    await t.app.get(UnitOfWork).write(actor, { purpose: 'spec' }, async (tx) => {
      tx.send({ topic, payload: { subjectId } });
      if (refusal) throw refusal;
    });
  }

  async function messagesWaiting(): Promise<number> {
    const [{ waiting }] = await t.owner.query(
      'SELECT count(*)::int AS waiting FROM outbox_message WHERE dispatched_at IS NULL',
    );
    return waiting;
  }

  it('are not made by a request that was refused', async () => {
    const before = done.length;
    await expect(wanted('spec.wanted', 'refused', new Error('refused'))).rejects.toThrow('refused');
    await pause(1_200);
    expect(done).toHaveLength(before);
  });

  it('are tried again after a failure', async () => {
    await wanted('spec.failing', 'six');
    await until(() => done.some(({ subjectId }) => subjectId === 'six' && failures === 2));
    expect(failures).toBe(2);
  });
});
