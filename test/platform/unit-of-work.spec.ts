import type { Socket } from 'node:net';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { StaffActor } from '#access';
import { keyWithFingerprint, UnitOfWork } from '../../src/platform/unit-of-work/index.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { HANAKO } from '../support/arrangements/jobseekers.js';

describe('the unit of work', () => {
  let t: TestApplication;
  let work: UnitOfWork;
  let actor: StaffActor;
  let jobseekerId: string;
  beforeAll(async () => {
    t = await startApplication();
    work = t.app.get(UnitOfWork);
    const caseworker = await t.as('caseworker');
    actor = await t.actor('caseworker');
    jobseekerId = (await caseworker.post('/jobseekers', HANAKO)).body.id;
  });
  afterAll(() => t.close());

  const traces = async (): Promise<number[]> => {
    const [row] = await t.owner.query(
      `SELECT (SELECT count(*)::int FROM visit) AS visits, (SELECT count(*)::int FROM audit_entry WHERE action = 'visit.recorded') AS audit,
        (SELECT count(*)::int FROM outbox_message WHERE payload->>'kind' = 'consent.withdrawn') AS outbox`,
    );
    return [row.visits, row.audit, row.outbox];
  };
  const insertVisit = `INSERT INTO visit (id, site_id, org_id, visited_on, quantity) VALUES (gen_random_uuid(), $1, $2, '2026-06-10', 1)`;
  const visit = async (fail?: Error): Promise<void> =>
    work.write(actor, { purpose: 'spec' }, async (tx) => {
      await tx.sql(insertVisit, [actor.siteId, actor.organisationId]);
      tx.record({ kind: 'visit.recorded', subject: { type: 'visit', id: 'spec' } });
      tx.record({
        kind: 'consent.withdrawn',
        subject: { type: 'consent', id: jobseekerId },
        jobseekerId,
        data: { kind: 'participation', organisationId: null, sharedWithOrganisationId: null },
      });
      if (fail) throw fail;
    });

  it('writes the fact, its audit line and its outbox message together', async () => {
    await visit();
    expect(await traces()).toEqual([1, 1, 1]);
  });

  it('sends no message of what nobody is told of', async () => {
    expect(await t.owner.query('SELECT DISTINCT topic, payload->>$1 AS kind FROM outbox_message', ['kind'])).toEqual([
      { topic: 'notice.deliver', kind: 'consent.withdrawn' },
    ]);
  });

  it('writes none of them when the use case fails half-way', async () => {
    await expect(visit(new Error('half-way'))).rejects.toThrow('half-way');
    expect(await traces()).toEqual([1, 1, 1]);
  });

  it('takes the fact back when its traces cannot be written', async () => {
    await t.owner.query('ALTER TABLE outbox_message ADD CONSTRAINT broken CHECK (false) NOT VALID');
    await expect(visit()).rejects.toThrow('broken');
    await t.owner.query('ALTER TABLE outbox_message DROP CONSTRAINT broken');
    expect(await traces()).toEqual([1, 1, 1]);
  });

  it('leaves no actor behind on a connection that goes back to the pool', async () => {
    await work.read(actor, (tx) => tx.sql('SELECT 1'));
    for (let turn = 0; turn < 8; turn += 1) {
      expect(
        await t.app
          .get(DataSource)
          .query(`SELECT coalesce(current_setting('app.actor', true), '') AS actor, app_sites() AS sites`),
      ).toEqual([{ actor: '', sites: null }]);
    }
  });

  it('keeps a hundred at once apart, each with an opening of its own', async () => {
    const sites = Array.from({ length: 100 }, (_, index) => index + 1);
    const seen = await Promise.all(
      sites.map((siteId) =>
        work.read(siteId % 4 === 0 ? actor : { ...actor, siteId }, (tx) => {
          const statement = 'SELECT app_sites() AS sites';
          return siteId % 2 === 0 ? tx.sql<{ sites: string }>(statement) : tx.unprepared<{ sites: string }>(statement);
        }),
      ),
    );
    expect(seen).toEqual(sites.map((siteId) => [{ sites: [siteId % 4 === 0 ? actor.siteId : siteId] }]));
  });

  it('sends the first statement without waiting for the answer to the opening', async () => {
    const wire: string[] = [];
    const { master } = t.app.get(DataSource).driver as unknown as { master: Pool };
    master.once('acquire', (client) => {
      const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
      const write = stream.write.bind(stream) as (...sent: unknown[]) => boolean;
      stream.write = (...sent: unknown[]) => (wire.push('sent'), write(...sent));
      stream.on('data', () => wire.push('answered'));
    });
    await work.read(actor, (tx) => tx.sql('SELECT $1::int AS n', [1]));
    expect(wire.slice(0, 2)).toEqual(['sent', 'sent']);
  });

  it('writes nothing in a read', async () => {
    await expect(work.read(actor, (tx) => tx.sql(insertVisit, [actor.siteId, actor.organisationId]))).rejects.toThrow(
      'read-only',
    );
  });

  it('refuses the same key for another purpose', async () => {
    await work.write(actor, { purpose: 'first', idempotencyKey: 'same' }, async () => ({ id: 1 }));
    await expect(
      work.write(actor, { purpose: 'second', idempotencyKey: 'same' }, async () => ({ id: 2 })),
    ).rejects.toThrow('idempotency_conflict');
  });

  describe('with a key that came with content', () => {
    let times = 0;
    const save = (sent: unknown, path = '/jobseekers'): Promise<{ id: number }> =>
      work.write(actor, { purpose: 'content', idempotencyKey: keyWithFingerprint('form', path, sent) }, async () => ({
        id: (times += 1),
      }));
    const typed = { name: '見本', note: '一行目\r\n二行目', days: ['月', '火'], inner: { a: 1, b: 2 } };
    beforeAll(() => save(typed));

    it.each([
      ['the same', typed],
      [
        'the fields in another order',
        { inner: { b: 2, a: 1 }, days: ['月', '火'], note: '一行目\r\n二行目', name: '見本' },
      ],
      ['lines that end otherwise', { ...typed, note: '一行目\n二行目' }],
      [
        'what pages add for themselves',
        { ...typed, _csrf: 'other', _key: 'form', _login: 'x', _password: 'y', _after: 'next' },
      ],
    ])('answers the first result to %s', async (_, sent) => {
      expect(await save(sent)).toEqual({ id: 1 });
    });

    it.each([
      ['another name', { ...typed, name: '架空' }],
      ['another order of a list', { ...typed, days: ['火', '月'] }],
      ['another value further in', { ...typed, inner: { a: 1, b: 3 } }],
      ['one field less', { name: '見本' }],
      ['nothing', undefined],
    ])('refuses %s, and writes nothing', async (_, sent) => {
      await expect(save(sent)).rejects.toThrow('idempotency_conflict');
      expect(times).toBe(1);
    });

    it('refuses the same content sent elsewhere', async () => {
      await expect(save(typed, '/employers')).rejects.toThrow('idempotency_conflict');
    });

    it('keeps no trace of a password', () => {
      expect(keyWithFingerprint('k', '/staff', { login: 'a', password: 'one' })).toBe(
        keyWithFingerprint('k', '/staff', { login: 'a', password: 'two' }),
      );
    });
  });

  it('takes a key that came alone', async () => {
    const save = (id: number): Promise<{ id: number }> =>
      work.write(actor, { purpose: 'loader', idempotencyKey: 'alone' }, async () => ({ id }));
    expect([await save(1), await save(2)]).toEqual([{ id: 1 }, { id: 1 }]);
  });
});
