import { resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { type IsoDate, addDays, frozenClock, previousMonth, monthOf } from '#kernel';
import { activityOf } from '#activity';
import { DEMO_LOGINS } from '../../src/demonstration/city/site.js';
import { loadDemonstrationIfEmpty, loginTable } from '../../src/demonstration/index.js';
import { createWeb } from '../../src/web.js';
import { ApiUser } from '../support/application.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

/** Loading takes most of it. */
jest.setTimeout(240_000);

/** A Sunday: nobody is at work, and whoever looks at the demonstration is. */
const TODAY: IsoDate = '2026-11-22';

interface Line {
  readonly code: string;
  readonly unit: string;
  readonly figure: { readonly value?: number; readonly percent?: number };
}

describe('the demonstration', () => {
  const clock = frozenClock(TODAY);
  let database: FreshDatabase;
  let owner: DataSource;
  let app: NestFastifyApplication;
  let anonymous: ApiUser;

  const load = () =>
    loadDemonstrationIfEmpty({
      ownerUrl: database.ownerUrl,
      workerUrl: database.workerUrl,
      clock,
      log: () => undefined,
    });
  const as = async (login: string): Promise<ApiUser> => {
    const password = DEMO_LOGINS.find((one) => one.login === login)?.password;
    const { status, body } = await anonymous.post('/sessions', { login, password });
    expect([login, status]).toEqual([login, 201]);
    return new ApiUser(app, body.token);
  };
  /** The rows of one person's records. */
  const of = (name: string, sql: string): Promise<Record<string, unknown>[]> =>
    owner.query(
      `WITH p AS (SELECT DISTINCT jobseeker_id AS id FROM jobseeker_identity WHERE family_name || ' ' || given_name = $1) ${sql}`,
      [name],
    );

  beforeAll(async () => {
    database = await freshDatabase();
    expect(await load()).toBe(true);
    owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    app = await createWeb({
      root: resolve('.'),
      database,
      cookieSecret: 'for-specs-only-for-specs-only-32',
      clock,
      poolSize: 2,
    });
    anonymous = new ApiUser(app, undefined);
  });
  afterAll(async () => {
    await app?.close();
    await owner?.destroy();
    await database.drop();
  });

  it('is loaded once: the next start finds it there', async () => {
    const people = await owner.query('SELECT count(*) FROM jobseeker');
    expect(await load()).toBe(true);
    expect(await owner.query('SELECT count(*) FROM jobseeker')).toEqual(people);
    expect(Number(people[0].count)).toBeGreaterThan(150);
  });

  it('lets one of each role and side in', async () => {
    expect(new Set(DEMO_LOGINS.map(({ role, side }) => `${role} ${side}`)).size).toBe(8);
    for (const { login } of DEMO_LOGINS) {
      await as(login);
      expect(loginTable()).toContain(login);
    }
  });

  describe('tells', () => {
    it('of a job that fell through over its conditions, and the one that stayed', async () => {
      expect(
        await of(
          '見本 花子',
          'SELECT route, reversed_on IS NOT NULL AS reversed FROM placement WHERE jobseeker_id = (SELECT id FROM p) ORDER BY decided_on',
        ),
      ).toEqual([
        { route: 'hello_work_referral', reversed: true },
        { route: 'job_fair', reversed: false },
      ]);
      expect(
        await of('見本 花子', 'SELECT status FROM offer WHERE jobseeker_id = (SELECT id FROM p) ORDER BY received_on'),
      ).toEqual([{ status: 'declined' }, { status: 'accepted' }]);
    });

    it('of the island, where another counsellor goes on each time and a school certificate is waived', async () => {
      expect(
        await of(
          '架空 太郎',
          'SELECT count(DISTINCT created_by)::int AS counsellors FROM consultation WHERE jobseeker_id = (SELECT id FROM p)',
        ),
      ).toEqual([{ counsellors: 4 }]);
      expect(
        await of(
          '架空 太郎',
          `SELECT result FROM condition_negotiation WHERE condition = 'education' AND jobseeker_id = (SELECT id FROM p) ORDER BY negotiated_on`,
        ),
      ).toEqual([{ result: 'pending' }, { result: 'accepted' }]);
    });

    it('of an order for one person, with an interpreter at the table', async () => {
      expect(
        await of('例示 マリア', 'SELECT count(*)::int AS n FROM job_order WHERE for_jobseeker_id = (SELECT id FROM p)'),
      ).toEqual([{ n: 1 }]);
      expect(await of('例示 マリア', 'SELECT route FROM placement WHERE jobseeker_id = (SELECT id FROM p)')).toEqual([
        { route: 'hello_work_referral' },
      ]);
    });

    it('of a disability disclosed later: the group changes, contacts follow the hire', async () => {
      expect(
        await of(
          '仮名 静',
          'SELECT group_code AS code, ends_on IS NULL AS holds FROM group_membership WHERE jobseeker_id = (SELECT id FROM p) ORDER BY starts_on',
        ),
      ).toEqual([
        { code: 'general', holds: false },
        { code: 'disabled', holds: true },
      ]);
      expect(
        await of('仮名 静', 'SELECT 1 FROM retention_contact WHERE jobseeker_id = (SELECT id FROM p)'),
      ).toHaveLength(2);
    });

    it('of a protected person, seen by those on the case alone', async () => {
      const found = async (login: string) =>
        (await (await as(login)).get(`/jobseekers?q=${encodeURIComponent('テホン ソラ')}`)).body.items.length;
      expect([await found('caseworker'), await found('navigator'), await found('hw-supervisor')]).toEqual([1, 1, 0]);
      expect(
        await of('手本 空', 'SELECT outcome FROM referral WHERE jobseeker_id = (SELECT id FROM p) ORDER BY attempt_no'),
      ).toEqual([{ outcome: 'not_attended' }, { outcome: 'hired' }]);
    });

    it('of eleven referrals and one placement', async () => {
      expect(
        await of(
          '見本 十一',
          `SELECT count(*)::int AS referrals, count(*) FILTER (WHERE outcome = 'hired')::int AS hired FROM referral WHERE jobseeker_id = (SELECT id FROM p)`,
        ),
      ).toEqual([{ referrals: 11, hired: 1 }]);
      expect(await of('見本 十一', 'SELECT 1 FROM placement WHERE jobseeker_id = (SELECT id FROM p)')).toHaveLength(1);
    });

    it('of a plan with a fall-back', async () => {
      expect(
        await of(
          '架空 桜',
          'SELECT title FROM plan_step WHERE branch_of IS NOT NULL AND jobseeker_id = (SELECT id FROM p)',
        ),
      ).toEqual([{ title: '介護職員初任者研修の受講を申し込む' }]);
    });

    it('of a housing benefit of six months that runs out', async () => {
      expect(
        await of(
          '想定 住男',
          `SELECT (ends_on - '${TODAY}'::date) BETWEEN 20 AND 30 AS soon FROM benefit WHERE jobseeker_id = (SELECT id FROM p)`,
        ),
      ).toEqual([{ soon: true }]);
    });

    it('of somebody of sixteen whose mother consents, and whose plan changes', async () => {
      expect(
        await of(
          '試作 若葉',
          'SELECT DISTINCT guardian_name AS guardian FROM consent WHERE jobseeker_id = (SELECT id FROM p)',
        ),
      ).toEqual([{ guardian: '試作 母子' }]);
      expect(
        await of(
          '試作 若葉',
          'SELECT max(version_no) AS version FROM support_plan_version WHERE jobseeker_id = (SELECT id FROM p)',
        ),
      ).toEqual([{ version: 2 }]);
    });

    it('of a job that begins with the next fiscal year', async () => {
      expect(
        await of('仮想 帰郷', 'SELECT starts_on::text AS day FROM placement WHERE jobseeker_id = (SELECT id FROM p)'),
      ).toEqual([{ day: '2027-04-01' }]);
    });

    it('of wishes that training changed, another desk, and an age limit talked away', async () => {
      expect(
        await of(
          '書式 移',
          'SELECT occupations[1] AS first FROM wish WHERE jobseeker_id = (SELECT id FROM p) ORDER BY recorded_on',
        ),
      ).toEqual([{ first: '縫製' }, { first: '介護職員' }]);
      expect(
        await of(
          '書式 移',
          'SELECT d.code AS desk FROM support_case c JOIN desk d ON d.id = c.desk_id WHERE c.jobseeker_id = (SELECT id FROM p)',
        ),
      ).toEqual([{ desk: 'joint' }]);
      expect(
        await of(
          '書式 移',
          'SELECT condition, result FROM condition_negotiation WHERE jobseeker_id = (SELECT id FROM p)',
        ),
      ).toEqual([{ condition: 'age', result: 'accepted' }]);
      expect(
        await of(
          '書式 移',
          'SELECT employment_type AS type, subsidy FROM placement WHERE jobseeker_id = (SELECT id FROM p)',
        ),
      ).toEqual([{ type: 'regular', subsidy: null }]);
    });

    it('of piecework that places nobody, and a job that follows it without a gap', async () => {
      expect(
        await of(
          '雛形 内子',
          `SELECT count(*) FILTER (WHERE kind = 'piecework')::int AS piecework, count(DISTINCT desk_id)::int AS desks FROM consultation
            WHERE jobseeker_id = (SELECT id FROM p)`,
        ),
      ).toEqual([{ piecework: 4, desks: 2 }]);
      expect(
        await of(
          '雛形 内子',
          `SELECT employment_type AS type, starts_on - (SELECT max(held_on) FROM consultation
            WHERE kind = 'piecework' AND jobseeker_id = (SELECT id FROM p)) <= 4 AS follows FROM placement WHERE jobseeker_id = (SELECT id FROM p)`,
        ),
      ).toEqual([{ type: 'part_time', follows: true }]);
    });

    it('of two visits on one day and a job on the next', async () => {
      expect(
        await of(
          '例示 速',
          `SELECT count(*)::int AS talks, count(DISTINCT held_on)::int AS days, count(DISTINCT author_id)::int AS authors FROM consultation
            WHERE jobseeker_id = (SELECT id FROM p)`,
        ),
      ).toEqual([{ talks: 2, days: 1, authors: 2 }]);
      expect(
        await of(
          '例示 速',
          `SELECT decided_on > (SELECT opened_on FROM support_case WHERE jobseeker_id = (SELECT id FROM p)) AS next_day FROM placement
            WHERE jobseeker_id = (SELECT id FROM p)`,
        ),
      ).toEqual([{ next_day: true }]);
    });

    it('of an order without night shifts for one nurse', async () => {
      expect(
        await of(
          '標本 看',
          `SELECT o.title, n.result, r.outcome FROM job_order o JOIN referral r ON r.job_order_id = o.id
            JOIN condition_negotiation n ON n.job_order_id = o.id AND n.condition = 'night_shift'
        WHERE o.for_jobseeker_id = (SELECT id FROM p)`,
        ),
      ).toEqual([{ title: '外来看護師', result: 'accepted', outcome: 'hired' }]);
    });

    it('of two dozen employers who decline by phone before one agrees', async () => {
      expect(
        await of(
          '予行 電',
          'SELECT outcome, count(*)::int AS n FROM referral WHERE jobseeker_id = (SELECT id FROM p) GROUP BY outcome ORDER BY n',
        ),
      ).toEqual([
        { outcome: 'hired', n: 1 },
        { outcome: 'refused_before_application', n: 24 },
      ]);
    });

    it('of a firm, whose owner comes about the business and a subsidy', async () => {
      expect(
        await of(
          '想定 店主',
          'SELECT kind, count(*)::int AS n FROM consultation WHERE jobseeker_id = (SELECT id FROM p) GROUP BY kind ORDER BY kind',
        ),
      ).toEqual([
        { kind: 'management', n: 1 },
        { kind: 'subsidy', n: 2 },
      ]);
      expect(await of('想定 店主', 'SELECT 1 FROM support_case WHERE jobseeker_id = (SELECT id FROM p)')).toEqual([]);
    });

    it('of numbers typed in by the administrator, month by month, as anyone would', async () => {
      expect(
        await owner.query(
          `SELECT s.login, count(*)::int AS n, max(m.month) AS last FROM manual_figure m JOIN staff s ON s.id = m.entered_by GROUP BY s.login`,
        ),
      ).toEqual([{ login: 'city-administrator', n: 19, last: '2026-10' }]);
      expect(
        await owner.query(`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'manual_figure.entered'`),
      ).toEqual([{ n: 19 }]);
    });

    it('of work on days on which offices are open', async () => {
      const days: { day: IsoDate }[] = await owner.query('SELECT DISTINCT held_on::text AS day FROM consultation');
      expect(
        days
          .map(({ day }) => day)
          .filter((day) =>
            ['2026-09-21', '2026-09-22', '2026-09-23', '2026-07-20', '2026-01-12', '2026-05-06'].includes(day),
          ),
      ).toEqual([]);
    });

    it('of nothing that is still to come', async () => {
      const [late] = await owner.query(
        `SELECT count(*)::int AS n FROM timeline_entry WHERE recorded_at > $1 OR occurred_on > $2`,
        [clock.now(), TODAY],
      );
      expect(late.n).toBe(0);
    });
  });

  it.each(['caseworker', 'navigator'])('fills the home of the %s: overdue, today and soon', async (login) => {
    const { body } = await (await as(login)).get(`/next-actions?until=${addDays(TODAY, 7)}`);
    const due = body.items.map(({ dueOn }: { dueOn: IsoDate }) => Math.sign(dueOn.localeCompare(TODAY)));
    expect(new Set(due)).toEqual(new Set([-1, 0, 1]));
  });

  it('lets requests wait on both sides', async () => {
    expect(
      await owner.query(
        "SELECT status, count(*)::int AS n FROM support_request WHERE status IN ('requested', 'returned') GROUP BY status ORDER BY status",
      ),
    ).toEqual([
      { status: 'requested', n: expect.any(Number) },
      { status: 'returned', n: 1 },
    ]);
  });

  it('gives figures that are worth opening: none of the year is zero, nor any count of last month', async () => {
    const { body } = await (await as('city-supervisor')).get(`/figures?month=${previousMonth(monthOf(TODAY))}`);
    const empty = (lines: readonly Line[]) =>
      lines.filter(({ figure }) => !((figure.value ?? figure.percent ?? 0) > 0)).map(({ code }) => code);
    expect(body.toDate).toHaveLength(12);
    expect(empty(body.toDate)).toEqual([]);
    expect(empty(body.inMonth.filter(({ unit }: Line) => unit !== '%'))).toEqual([]);
  });

  it('leaves reports of both years and reminders', async () => {
    expect(Number((await owner.query('SELECT count(*) FROM monthly_report'))[0].count)).toBe(19);
    expect(await owner.query('SELECT DISTINCT kind FROM notification ORDER BY kind')).toEqual(
      expect.arrayContaining([{ kind: 'monthly_report_made' }, { kind: 'next_action' }]),
    );
  });

  it('has words for everything on a timeline, and no work waiting in the outbox', async () => {
    const kinds: { kind: string }[] = await owner.query('SELECT DISTINCT kind FROM timeline_entry');
    expect(kinds.map(({ kind }) => kind).filter((kind) => activityOf(kind) === undefined)).toEqual([]);
    expect(await owner.query('SELECT 1 FROM outbox_message WHERE dispatched_at IS NULL')).toEqual([]);
  });
});
