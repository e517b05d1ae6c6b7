import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { withDatabase } from '../../src/platform/database/embedded/databases.js';
import { JobHandlers, JobRunner } from '../../src/platform/queue/index.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { aConsentedCase, aRequestedCase } from '../support/arrangements/cases.js';
import { staffIdOf } from '../support/arrangements/staff.js';
import { testServer } from '../support/embedded.js';
import { captureLog, type LogLine } from '../support/log-lines.js';
import { hasRedis, startRedis } from '../support/redis.js';

/** PostgreSQL always; Redis too on a machine that has one. */
const STORES = hasRedis() ? (['PostgreSQL', 'Redis'] as const) : (['PostgreSQL'] as const);

describe.each(STORES)('a request that somebody is told of, over %s', (store) => {
  let t: TestApplication;
  /** Who may see what others do. */
  let superuser: DataSource;
  let redis: { url: string; stop(): Promise<void> } | undefined;
  let captured: { readonly lines: LogLine[]; release(): void };
  beforeAll(async () => {
    t = await startApplication('2026-06-10', { own: true, logsRequests: true });
    superuser = await new DataSource({
      type: 'postgres',
      url: withDatabase((await testServer()).adminUrl, t.database.name),
    }).initialize();
    t.app.get(JobHandlers).register({
      topic: 'spec.failing',
      handle: () => Promise.reject(new Error(`fails over ${store}`)),
    });
    if (store === 'Redis') redis = await startRedis();
    captured = captureLog();
  });
  afterAll(async () => {
    captured.release();
    await t.app.get(JobRunner).stop();
    await superuser.destroy();
    await t.close();
    await redis?.stop();
  });

  const lineOf = async (isMeant: (line: LogLine) => boolean): Promise<LogLine> => {
    for (let turn = 0; turn < 200; turn += 1) {
      const line = captured.lines.find(isMeant);
      if (line !== undefined) return line;
      await pause(50);
    }
    throw new Error('no such line within ten seconds');
  };
  /** Name of a connection that waits for a lock, once there is one. */
  const waiting = async (name: RegExp): Promise<string> => {
    for (let turn = 0; turn < 200; turn += 1) {
      const found: { name: string }[] = await superuser.query(
        `SELECT application_name AS name FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      const meant = found.find((one) => name.test(one.name));
      if (meant !== undefined) return meant.name;
      await pause(50);
    }
    throw new Error(`nobody waits of the name ${name}`);
  };
  /** While a table is held, so that whoever writes it is seen waiting. */
  async function whileHeld<T>(table: string, look: () => Promise<T>): Promise<T> {
    const holder = t.owner.createQueryRunner();
    await holder.startTransaction();
    await holder.query(`LOCK TABLE ${table} IN EXCLUSIVE MODE`);
    try {
      return await look();
    } finally {
      await holder.rollbackTransaction();
      await holder.release();
    }
  }

  it('is found by one id in the line of the web, in the database, in the message, in the job and in the line of the worker', async () => {
    const { caseId } = await aConsentedCase(t);
    const supervisor = await t.as('city-supervisor');
    const staffId = await staffIdOf(t, 'caseworker2');
    const [asked, ofRequest] = await whileHeld('case_assignment', async () => {
      const answer = supervisor.post(`/cases/${caseId}/assignments`, { staffId, role: '補助', startsOn: '2026-06-10' });
      return [answer, await waiting(/^request/)] as const;
    });
    expect((await asked).status).toBe(201);
    const { request } = await lineOf(
      ({ route, status }) => route === '/api/v1/cases/:id/assignments' && status === 201,
    );
    expect(request).toMatch(/^[0-9a-f-]{36}$/);
    expect(ofRequest).toBe(`request ${request}`);

    expect(
      await t.owner.query(`SELECT DISTINCT topic FROM outbox_message WHERE web_request_id = $1`, [request]),
    ).toEqual([{ topic: 'notice.deliver' }]);
    const ofJob = await whileHeld('notification', async () => {
      await t.app.get(JobRunner).start({ databaseUrl: t.database.workerUrl, redisUrl: redis?.url });
      return waiting(/notice/);
    });
    const names = await t.owner.query('SELECT DISTINCT web_request_id::text AS id FROM outbox_message');
    expect(names.map(({ id }: { id: string }) => `request ${id} job notice.deliver`)).toContain(ofJob);
    const done = await lineOf(({ msg, request: of }) => msg === 'job' && of === request);
    expect(done).toMatchObject({
      topic: 'notice.deliver',
      job: expect.stringMatching(/^outbox-\d+$/),
      ms: expect.any(Number),
    });
  });

  it('is in the line of a job that failed, and leaves no name on the connection that another one gets', async () => {
    const id = '00000000-0000-4000-8000-000000000001';
    await t.owner.query(
      `INSERT INTO outbox_message (topic, payload, web_request_id) VALUES ('spec.failing', '{}', $1)`,
      [id],
    );
    const failed = await lineOf(({ msg, topic }) => msg === 'a job failed' && topic === 'spec.failing');
    expect(failed).toMatchObject({ request: id, err: { message: `fails over ${store}` }, attempt: 1 });
    const idle: { name: string }[] = await superuser.query(
      `SELECT DISTINCT application_name AS name FROM pg_stat_activity
       WHERE datname = current_database() AND usename = 'team_support_app' AND state = 'idle'`,
    );
    expect(idle.map(({ name }) => name).sort()).toEqual(expect.arrayContaining(['team-support']));
    expect(idle.filter(({ name }) => /request|job/.test(name))).toEqual([]);
  });

  it('gives each of eight at once its own', async () => {
    captured.lines.length = 0;
    const arranged = await Promise.all(Array.from({ length: 8 }, () => aRequestedCase(t)));
    const written: { id: string; cases: number }[] = await t.owner.query(
      `SELECT web_request_id AS id, count(DISTINCT payload->>'supportCaseId')::int AS cases FROM outbox_message
       WHERE payload->>'kind' = 'request.made' AND payload->>'supportCaseId' = ANY ($1) GROUP BY 1`,
      [arranged.map(({ caseId }) => caseId)],
    );
    expect(written.map(({ cases }) => cases)).toEqual(Array.from({ length: 8 }, () => 1));
    const asked = captured.lines.filter(({ msg }) => msg === 'request').map(({ request }) => request);
    expect(asked).toEqual(expect.arrayContaining(written.map(({ id }) => id)));
  });
});
