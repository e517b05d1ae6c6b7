import { resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { FACT_FIELDS } from '#domain/jobseeker';
import { SHARING_CATEGORIES } from '#domain/sharing';
import { versionInForce } from '#domain/support-plan';
import { movableClock } from '#kernel';
import { migrate } from '../../src/platform/database/migrate.js';
import { createWeb } from '../../src/web.js';
import { emptyDatabase, type FreshDatabase } from '../support/database.js';
import { FIRST_LANDING, landedDatabase } from './landed-fixture.js';
import { type Contents, contentsOf } from './contents.js';
import { schemaOf } from './schema.js';

/** The last day on which the fixture was worked with. */
const DAY = '2026-11-27';
const PASSWORD = 'mihon-demo-2026';

/** What was told about a person in their row, and the table in which each organisation keeps it since. */
const TOLD: readonly (readonly [table: string, column: string])[] = [
  ...[
    'family_name',
    'given_name',
    'family_kana',
    'given_kana',
    'former_name',
    'kana_key',
    'birth_date',
    'age_band',
  ].map((column) => ['jobseeker_identity', column] as const),
  ...(Object.entries(FACT_FIELDS) as [string, readonly string[]][]).flatMap(([category, fields]) =>
    fields.map(
      (field) => [`jobseeker_${category}`, field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] as const,
    ),
  ),
];

/** Columns that a later step is meant to change, and which one of these specs says to what; and those that KeepAttempts counts elsewhere. */
const CHANGED: Readonly<Record<string, readonly string[]>> = {
  support_plan: ['current_version'],
  credential: ['failed_count', 'locked_until'],
  audit_entry: ['changes'],
  duplicate_suspicion: ['strength', 'note', 'decided_by'],
  jobseeker: [...TOLD.map(([, column]) => column), 'hello_work_number', 'hello_work_registered_on'],
};

/** One that waits and one that the administrator of whoever registered later has decided, as the first version wrote them. */
const TWO_SUSPICIONS = `
  WITH nth AS (SELECT j.*, row_number() OVER (PARTITION BY o.side ORDER BY j.id) AS n, o.side FROM jobseeker j JOIN organisation o ON o.id = j.org_id
    WHERE j.protected_until IS NULL)
  INSERT INTO duplicate_suspicion (site_id, jobseeker_id, other_jobseeker_id, strength, state, decided_at, decided_by, note)
  SELECT one.site_id, one.id, other.id, 'possible', d.state, d.at, CASE WHEN d.at IS NOT NULL THEN s.id END, d.note
  FROM (VALUES (1, 'open', NULL::timestamptz, NULL), (2, 'different', '2026-11-20'::timestamptz, '別人')) d(n, state, at, note)
  JOIN nth one ON one.n = d.n AND one.side = 'national' JOIN nth other ON other.n = d.n AND other.side = 'municipal'
  LEFT JOIN staff s ON s.login = 'hw-administrator'`;

async function ask(database: FreshDatabase, sql: string): Promise<Record<string, unknown>[]> {
  const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
  try {
    return await owner.query(sql);
  } finally {
    await owner.destroy();
  }
}

/** What a landed version wrote is read by this one: nothing lost, nothing rewritten that was not meant to be. */
describe('a database of the first landed version', () => {
  let database: FreshDatabase;
  let before: Contents;
  let people: Record<string, unknown>[];
  beforeAll(async () => {
    database = await landedDatabase(FIRST_LANDING);
    await ask(database, TWO_SUSPICIONS);
    before = await contentsOf(database.ownerUrl, { except: CHANGED });
    people = await ask(database, 'SELECT * FROM jobseeker ORDER BY id');
    await migrate(database.ownerUrl);
    await ask(database, 'UPDATE context_key SET clock_is_given = true');
  });
  afterAll(() => database.drop());

  it('was a filled one', () => {
    expect(Object.keys(before).length).toBeGreaterThan(45);
    expect(before.jobseeker?.rows).toBeGreaterThan(200);
    expect(before.consultation?.rows).toBeGreaterThan(800);
  });

  it('has the same schema afterwards as a new one', async () => {
    const fresh = await emptyDatabase();
    try {
      await migrate(fresh.ownerUrl);
      expect(await schemaOf(database.ownerUrl)).toEqual(await schemaOf(fresh.ownerUrl));
    } finally {
      await fresh.drop();
    }
  });

  it('keeps every row as it was, in the columns it had', async () => {
    const { case_assignment, jobseeker_search, ...after } = await contentsOf(database.ownerUrl, { like: before });
    // Permissions that knew no giver and no category became the sharing ledger.
    const { case_assignment: teams, jobseeker_access: _, jobseeker_search: keys, ...expected } = before;
    expect(after).toEqual(expected);
    expect(case_assignment?.rows).toBe(teams?.rows);
    expect(jobseeker_search?.rows).toBeGreaterThanOrEqual(keys?.rows ?? 0);
    const rows = Object.values(before).reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(
      `Upgraded from ${FIRST_LANDING.name}: ${Object.keys(before).length} tables, ${rows} rows as they were.\n`,
    );
  });

  it('keeps in the audit which fields of a person changed, and of their contents nothing (KeepContentsOutOfAudit)', async () => {
    const kept = await ask(
      database,
      `SELECT count(*)::int AS n, count(*) FILTER (WHERE c.value = 'null')::int AS said, count(*) FILTER (WHERE c.value::text ~ '[^\\x20-\\x7e]')::int AS words
       FROM audit_entry e, jsonb_each(e.changes) c WHERE e.jobseeker_id IS NOT NULL`,
    );
    expect(kept).toEqual([{ n: expect.any(Number), said: expect.any(Number), words: 0 }]);
    expect(kept[0]?.said).toBeGreaterThan(50);
    const states = `SELECT 1 FROM audit_entry WHERE jobseeker_id IS NOT NULL AND changes -> 'status' ->> 'to' IS NOT NULL LIMIT 1`;
    expect(await ask(database, states)).toHaveLength(1);
  });

  it('leaves of a person to each organisation what it wrote, and to whoever registered them the rest (KeepWhatEachWrote)', async () => {
    expect(people.length).toBeGreaterThan(200);
    for (const table of new Set(TOLD.map(([name]) => name))) {
      const columns = TOLD.filter(([name]) => name === table).map(([, column]) => column);
      const rows = await ask(database, `SELECT * FROM ${table}`);
      const lost = people.flatMap((person) => {
        const told = rows.filter((row) => row.jobseeker_id === person.id);
        return columns
          .filter((column) => person[column] !== null)
          .filter((column) => !told.some((row) => String(row[column]) === String(person[column])))
          .map((column) => `${String(person.number)}.${column}`);
      });
      expect(lost).toEqual([]);
    }
    const [known] = await ask(
      database,
      `SELECT count(*) FILTER (WHERE i.basis = 'registered' AND i.org_id = j.org_id)::int AS registered,
         count(*) FILTER (WHERE i.basis = 'recorded')::int AS recorded,
         count(*) FILTER (WHERE i.hello_work_number IS NOT NULL)::int AS numbers FROM jobseeker_identity i JOIN jobseeker j ON j.id = i.jobseeker_id`,
    );
    expect(known).toMatchObject({
      registered: people.length,
      numbers: people.filter((person) => person.hello_work_number !== null).length,
    });
    expect(known?.recorded).toBeGreaterThan(0);
    // No record is without somebody who reads it.
    const unread = await ask(
      database,
      `SELECT DISTINCT k.org_id, k.jobseeker_id FROM (SELECT org_id, jobseeker_id FROM consultation UNION SELECT org_id, jobseeker_id FROM referral) k
       JOIN jobseeker j ON j.id = k.jobseeker_id WHERE k.org_id <> j.org_id
         AND NOT EXISTS (SELECT 1 FROM sharing_grant g WHERE g.jobseeker_id = k.jobseeker_id AND g.receiver_org = k.org_id AND g.giver_org = k.org_id)`,
    );
    expect(unread).toEqual([]);
  });

  it('puts a duplicate that waits to whoever knew the person first, and keeps a decision as the answer of who decided (AskAboutDuplicates)', async () => {
    const questions = await ask(
      database,
      `SELECT o.side, q.state, q.result, q.note, s.login FROM duplicate_question q JOIN organisation o ON o.id = q.org_id
       JOIN jobseeker_identity i ON i.jobseeker_id = q.jobseeker_id AND i.org_id = q.org_id LEFT JOIN staff s ON s.id = q.answered_by
       WHERE q.state = 'open' OR q.note = '別人' ORDER BY 1`,
    );
    expect(questions).toEqual([
      { side: 'municipal', state: 'open', result: 'open', note: null, login: null },
      { side: 'national', state: 'different', result: 'different', note: '別人', login: 'hw-administrator' },
    ]);
  });

  it('opens by every old consent to share all categories, either way until its end, to be confirmed (CreateSharingLedger)', async () => {
    const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    try {
      const consents: object[] = await owner.query(`
        SELECT c.id, c.categories, count(*)::int AS grants, bool_and(g.to_confirm) AS "toConfirm", count(DISTINCT g.giver_org)::int AS givers,
          bool_and(g.starts_on = c.given_on) AS "fromFirstDay"
        FROM consent c LEFT JOIN sharing_grant g ON g.consent_id = c.id WHERE c.kind = 'sharing' GROUP BY c.id`);
      expect(consents.length).toBeGreaterThan(100);
      for (const consent of consents)
        expect(consent).toMatchObject({
          categories: [...SHARING_CATEGORIES],
          grants: 16,
          toConfirm: true,
          givers: 2,
          fromFirstDay: true,
        });
      const [kept] = await owner.query(
        `SELECT count(*)::int AS others FROM sharing_grant WHERE consent_id IS NULL AND (basis NOT IN ('registered', 'recorded') OR category <> 'identity')`,
      );
      expect(kept).toEqual({ others: 0 });
    } finally {
      await owner.destroy();
    }
  });

  it('leaves nobody assigned to a period that has ended, and changes no other assignment (KeepOneAtATime)', async () => {
    const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    try {
      const [row] = await owner.query(`
        SELECT count(*) FILTER (WHERE a.ended_with = 'closing' AND a.ends_on = greatest(a.starts_on, c.closed_on))::int AS ended,
          count(*) FILTER (WHERE c.status = 'closed' AND (a.ends_on IS NULL OR a.ends_on > c.closed_on))::int AS left_open,
          count(*) FILTER (WHERE c.status <> 'closed' AND (a.ended_with IS NOT NULL OR a.updated_at > a.created_at AND a.version = 1))::int AS touched
        FROM case_assignment a JOIN support_case c ON c.id = a.support_case_id`);
      expect(row.ended).toBeGreaterThan(0);
      expect(row).toMatchObject({ left_open: 0, touched: 0 });
    } finally {
      await owner.destroy();
    }
  });

  it('knows of each plan the version in force: the last agreed one, or the latest', async () => {
    const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    try {
      const plans: { inForce: number; versions: { version: number; agreedOn: string | null; drawnUpOn: string }[] }[] =
        await owner.query(`SELECT p.version_in_force AS "inForce",
          (SELECT jsonb_agg(jsonb_build_object('version', v.version_no, 'agreedOn', v.agreed_on, 'drawnUpOn', v.drawn_up_on))
          FROM support_plan_version v WHERE v.support_plan_id = p.id) AS versions FROM support_plan p`);
      expect(plans.length).toBeGreaterThan(50);
      expect(plans.map(({ inForce }) => inForce)).toEqual(
        plans.map(({ versions }) => versionInForce(versions)?.version),
      );
    } finally {
      await owner.destroy();
    }
  });

  it('is worked with as before: its people sign in and find their cases', async () => {
    const app = await createWeb({
      root: resolve('.'),
      database,
      cookieSecret: 'for-specs-only-for-specs-only-32',
      clock: movableClock(DAY),
      poolSize: 2,
    });
    try {
      for (const login of ['caseworker', 'navigator', 'city-supervisor', 'hw-supervisor']) {
        const opened = await app.inject({
          method: 'POST',
          url: '/api/v1/sessions',
          payload: { login, password: PASSWORD },
        });
        expect([login, opened.statusCode]).toEqual([login, 201]);
        const { token } = JSON.parse(opened.body) as { token: string };
        const cases = await app.inject({
          method: 'GET',
          url: '/api/v1/caseload?scope=site&status=all',
          headers: { authorization: `Bearer ${token}` },
        });
        const { items } = JSON.parse(cases.body) as { items: unknown[] };
        expect([login, cases.statusCode, items.length > 20]).toEqual([login, 200, true]);
      }
    } finally {
      await app.close();
    }
  });
});

describe('a step that fails', () => {
  it('leaves the database as it was, views and policies too', async () => {
    const database = await landedDatabase(FIRST_LANDING);
    try {
      const before = await schemaOf(database.ownerUrl);
      const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
      // Somebody's own view on one of ours keeps it from being made anew.
      await owner.query('CREATE VIEW in_the_way AS SELECT * FROM fact_visit');
      await expect(migrate(database.ownerUrl)).rejects.toThrow(/fact_visit/);
      await owner.query('DROP VIEW in_the_way');
      await owner.destroy();
      expect(await schemaOf(database.ownerUrl)).toEqual(before);
      expect(await migrate(database.ownerUrl)).toContain('KeepRepeatableSql1000000000009');
    } finally {
      await database.drop();
    }
  });

  it('in the middle takes back those before it, with every row, and is named', async () => {
    const database = await landedDatabase(FIRST_LANDING);
    const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    try {
      // Somebody's own table bears the name of one that a later step makes.
      await owner.query('CREATE TABLE interview (id int)');
      const [schema, contents] = [await schemaOf(database.ownerUrl), await contentsOf(database.ownerUrl)];
      await expect(migrate(database.ownerUrl)).rejects.toThrow(
        'The update failed at CreateInterviews1000000000030: relation "interview" already exists. The database is as it was before.',
      );
      expect(await schemaOf(database.ownerUrl)).toEqual(schema);
      expect(await contentsOf(database.ownerUrl)).toEqual(contents);
      expect(await owner.query('SELECT name FROM migrations ORDER BY id DESC LIMIT 1')).toEqual([
        { name: FIRST_LANDING.lastMigration },
      ]);
    } finally {
      await owner.destroy();
      await database.drop();
    }
  });

  it('is waited for by whoever starts at the same time: one runs the steps, the other finds them run', async () => {
    const database = await emptyDatabase();
    try {
      const ran = await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl)]);
      expect(ran.filter((steps) => steps.length === 0)).toHaveLength(1);
    } finally {
      await database.drop();
    }
  });
});
