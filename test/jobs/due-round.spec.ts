import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DueRound } from '../../src/platform/queue/due-round.js';
import { JobHandlers, JobRunner } from '../../src/platform/queue/index.js';
import { MonthlyReportJob } from '../../src/reports/index.js';
import { createWeb } from '../../src/web.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { aYearlyPlan } from '../support/arrangements/figures.js';
import { passageTo } from '../support/passage.js';
import { until } from '../support/until.js';

describe('what is due', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication('2026-06-10', { own: true });
    await aYearlyPlan(t);
    t.app.get(JobHandlers).register({
      topic: 'spec.lost',
      handle: async ({ subjectId }) => void handled.push(String(subjectId)),
    });
  });
  afterAll(async () => {
    await t.app.get(JobRunner).stop();
    await t.close();
  });
  const handled: string[] = [];

  const months = async (): Promise<string[]> =>
    (await t.owner.query('SELECT month FROM monthly_report ORDER BY month')).map(
      ({ month }: { month: string }) => month,
    );
  const told = async (kind: string): Promise<number> =>
    (await t.owner.query('SELECT count(*)::int AS n FROM notification WHERE kind = $1', [kind]))[0].n;
  const round = (): Promise<number> => t.app.get(DueRound).run();

  it('is made by one of eight workers that begin at once: every month that is over and has a plan', async () => {
    t.clock.set('2026-07-02');
    expect(await Promise.all(Array.from({ length: 8 }, round))).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(await months()).toEqual(['2026-04', '2026-05', '2026-06']);
    expect(await told('monthly_report_made')).toBe(6);
  });

  it('is there after a start, though the worker was away on the first and its queue has lost every schedule', async () => {
    t.clock.set('2026-08-09');
    const runner = t.app.get(JobRunner);
    await runner.start({ databaseUrl: t.database.workerUrl });
    await until(async () => (await months()).includes('2026-07'));
    await runner.stop();
  });

  it('is made at the next round where the database was away', async () => {
    t.clock.set('2026-09-01');
    await t.owner.query('ALTER TABLE monthly_report RENAME TO away');
    const runner = t.app.get(JobRunner);
    await runner.start({ databaseUrl: t.database.workerUrl }, 100);
    await pause(400);
    await t.owner.query('ALTER TABLE away RENAME TO monthly_report');
    await until(async () => (await months()).includes('2026-08'));
    await runner.stop();
  });

  it('is made at the next round where nobody reached the server at the minute it was due', async () => {
    t.clock.set('2026-10-01');
    const passage = await passageTo(t.database.workerUrl);
    const settings = {
      root: resolve('.'),
      cookieSecret: 'for-specs-only-for-specs-only-32',
      clock: t.clock,
      poolSize: 2,
    };
    const app = await createWeb({ ...settings, database: { ...t.database, workerUrl: passage.url } });
    const runner = app.get(JobRunner);
    try {
      await passage.cut();
      await runner.start({ databaseUrl: t.database.workerUrl }, 100);
      await expect(app.get(MonthlyReportJob).reportEverywhere()).rejects.toThrow();
      await pause(300);
      expect(await months()).not.toContain('2026-09');
      await passage.open();
      await until(async () => (await months()).includes('2026-09'));
    } finally {
      await passage.open();
      await runner.stop();
      await app.close();
      await passage.close();
    }
  });

  it('is the work of a message that the queue has lost, once, and not of one that is on its way', async () => {
    await t.owner.query(
      `INSERT INTO outbox_message (topic, payload, dispatched_at, handled_at) VALUES
        ('spec.lost', '{"subjectId": "lost"}', clock_timestamp() - interval '11 minutes', NULL),
        ('spec.lost', '{"subjectId": "on its way"}', clock_timestamp() - interval '1 minute', NULL),
        ('spec.lost', '{"subjectId": "done"}', clock_timestamp() - interval '11 minutes', clock_timestamp())`,
    );
    await round();
    await round();
    expect(handled).toEqual(['lost']);
  });

  it('fails alone: the rest is made, and the round says how many failed', async () => {
    const made: string[] = [];
    t.app.get(JobHandlers).register({
      topic: 'spec.due',
      handle: () => Promise.resolve(),
      due: async () => [
        { what: 'one', make: () => Promise.reject(new Error('not today')) },
        { what: 'two', make: async () => made.push('two') },
      ],
    });
    expect(await round()).toBe(1);
    expect(made).toEqual(['two']);
  });
});
