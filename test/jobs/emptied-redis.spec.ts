import { Redis } from 'ioredis';
import { DueRound } from '../../src/platform/queue/due-round.js';
import { JobHandlers, JobRunner } from '../../src/platform/queue/index.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { aYearlyPlan } from '../support/arrangements/figures.js';
import { hasRedis, startRedis } from '../support/redis.js';
import { until } from '../support/until.js';

/** On a machine that has one; .ci/run installs it where it can, and says so where it cannot. */
const STORES = hasRedis() ? ['FLUSHALL'] : [];
/** Where the queue keeps its schedules. */
const SCHEDULES = 'bull:team-support:repeat';

describe('a Redis that was emptied', () => {
  if (STORES.length === 0) it('is tried where there is a redis-server', () => expect(hasRedis()).toBe(false));

  it.each(STORES)('costs no report, no schedule and no message: %s', async (emptied) => {
    const redis = await startRedis();
    const client = new Redis(redis.url);
    const t: TestApplication = await startApplication('2026-06-10', { own: true });
    const handlers = t.app.get(JobHandlers);
    const runner = t.app.get(JobRunner);
    const handled: string[] = [];
    const held: (() => void)[] = [];
    let isAway = true;
    // Something that fails makes the next round come within a second and not within an hour.
    handlers.register({
      topic: 'spec.away',
      handle: () => Promise.resolve(),
      due: () => (isAway ? Promise.reject(new Error('not yet')) : Promise.resolve([])),
    });
    handlers.register({
      topic: 'spec.told',
      handle: async ({ subjectId }) => {
        if (String(subjectId).startsWith('held')) await new Promise<void>((resolve) => held.push(resolve));
        handled.push(String(subjectId));
      },
    });
    const tell = (...ids: string[]): Promise<unknown> =>
      t.owner.query(
        `INSERT INTO outbox_message (topic, payload) SELECT 'spec.told', jsonb_build_object('subjectId', id) FROM unnest($1::text[]) id`,
        [ids],
      );
    const countOf = async (condition: string): Promise<number> =>
      (
        await t.owner.query(`SELECT count(*)::int AS n FROM outbox_message WHERE topic = 'spec.told' AND ${condition}`)
      )[0].n;
    try {
      await aYearlyPlan(t);
      await runner.start({ databaseUrl: t.database.workerUrl, redisUrl: redis.url }, 100);
      await until(async () => (await client.zcard(SCHEDULES)) === handlers.scheduled.length);
      // Four are worked on at a time: the fifth waits in Redis, and nowhere else is it known to be wanted.
      await tell('held 1', 'held 2', 'held 3', 'held 4');
      await until(() => held.length === 4);
      await tell('waits');
      await until(async () => (await countOf('dispatched_at IS NULL')) === 0);

      t.clock.set('2026-07-01');
      await client.call(emptied);
      await until(async () => (await client.zcard(SCHEDULES)) === handlers.scheduled.length);
      await until(
        async () => (await t.owner.query(`SELECT 1 FROM monthly_report WHERE month = '2026-06'`)).length === 1,
      );
      for (const release of held) release();
      await tell('afterwards');
      await until(() => handled.includes('afterwards'));
      expect(handled).not.toContain('waits');

      isAway = false;
      await t.owner.query(`UPDATE outbox_message SET dispatched_at = dispatched_at - interval '11 minutes'`);
      await t.app.get(DueRound).run();
      await t.app.get(DueRound).run();
      expect(handled.filter((id) => id === 'waits')).toEqual(['waits']);
      expect(await countOf('handled_at IS NULL')).toBe(0);
    } finally {
      for (const release of held) release();
      await runner.stop();
      await t.close();
      client.disconnect();
      await redis.stop();
    }
  });
});
