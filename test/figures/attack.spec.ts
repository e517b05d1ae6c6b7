import { getStorageToken, type ThrottlerStorageService } from '@nestjs/throttler';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { addDays } from '#kernel';
import { type Answer, startApplication, type TestApplication } from '../support/application.js';
import { bothSidesAgree } from '../support/arrangements/figures.js';
import { planFile } from '../support/arrangements/yearly-plans.js';

const FIRST_DAY = '2026-04-01';
const DAYS = 70;
const GROUPS = ['livelihood_protection', 'disabled', 'youth'];
const KINDS = ['vocational', 'livelihood', 'mental'];
const FACTS = ['consultation', 'support', 'plan', 'registration'];
/** What both sides agreed on: whole for the site, month by month, also what one of the two has and the other has not. */
const AGREED = [
  indicator('talks', 'consultation', 'occurrences', ''),
  indicator('mental', 'consultation', 'distinct_persons', 'kinds: [mental]'),
  indicator('disabled', 'support', 'people_under_support', 'groups: [disabled], groups_moment: ever'),
];

function indicator(code: string, fact: string, by: string, where: string): string {
  return `      - { code: ${code}, name: ${code}, unit: 人, count: { fact: ${fact}, by: ${by}, where: { ${where} } } }\n`;
}

/** As a file; of the fiscal year 2026. */
const plan = (indicators: readonly string[]): string =>
  planFile(indicators.join('')).replace(
    /target_groups:\n.*\n/,
    `target_groups:\n${GROUPS.map((code) => `  - { code: ${code}, name: ${code} }\n`).join('')}`,
  );

/** What somebody asks who is free to ask anything: of which indicator, over which days, as known when. */
interface Question {
  readonly code: string;
  readonly from: number;
  readonly days: number;
  readonly asOf: number | null;
}

const anyDay = fc.integer({ min: 0, max: DAYS });
const anyDefinition = fc.record({
  fact: fc.constantFrom(...FACTS),
  by: fc.constantFrom('occurrences', 'distinct_persons', 'person_occurrences'),
  // Without one it might be what is agreed.
  groups: fc.constantFrom(...GROUPS),
  moment: fc.constantFrom('fact_date', 'window_end', 'ever'),
  kind: fc.option(fc.constantFrom(...KINDS)),
});

/**
 * Two people of the city, out of the Hello Work's sight, are alike month by month and differ in who of them is disabled and who came about
 * mental health. Whoever is told the same of both worlds cannot say which of the two it is, however it is combined: by the difference of two
 * windows, of two days as of which it is known, of two definitions of one's own, or of a number and its records.
 */
describe('an attacker with every figure and every opening', () => {
  let t: TestApplication;
  let [one, other] = ['', ''];
  const seed = 20261128;
  const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] => fc.sample(arbitrary, { seed, numRuns });

  beforeAll(async () => {
    t = await startApplication('2026-06-30');
    await t.owner.query(`UPDATE staff SET role = 'site_administrator' WHERE login = 'navigator2'`);
    expect(
      (await (await t.as('administrator')).put('/yearly-plans', { file: plan(AGREED) })).body.error,
    ).toBeUndefined();
    await bothSidesAgree(t);
    [one, other] = [await aPerson('mihon-city'), await aPerson('mihon-city')];
    // The same in each month, on days of their own.
    for (const [person, days] of [
      [one, [3, 12, 40, 65]],
      [other, [7, 20, 44, 69]],
    ] as const)
      for (const day of days) await aTalk(person, 'mihon-city', day, 'livelihood');
    const bystanders = sample(
      fc.record({ city: fc.boolean(), days: fc.array(anyDay, { maxLength: 4 }), kind: fc.constantFrom(...KINDS) }),
      12,
    );
    for (const { city, days, kind } of bystanders) {
      const organisation = city ? 'mihon-city' : 'hw-mihon';
      const person = await aPerson(organisation);
      for (const day of days) await aTalk(person, organisation, day, kind);
    }
    await theOneIs(one);
  }, 60_000);
  afterAll(() => t.close());

  async function aPerson(organisation: string): Promise<string> {
    const [id, caseId] = [uuid(), uuid()];
    await t.owner.query(
      `WITH o AS (SELECT id FROM organisation WHERE code = $3), j AS (
         INSERT INTO jobseeker (id, site_id, org_id, number, registered_on)
         SELECT $1::uuid, s.id, o.id, right($1::uuid::text, 9), $4::date FROM site s, o WHERE s.code = 'mihon' RETURNING *),
       i AS (INSERT INTO jobseeker_identity (site_id, org_id, jobseeker_id, basis, family_name, given_name, family_kana, given_kana, kana_key)
         SELECT site_id, org_id, id, 'registered', '見本', '某', 'ミホン', 'ボウ', 'ミホンボウ' FROM j)
       INSERT INTO support_case (id, site_id, org_id, jobseeker_id, number, status, status_since, opened_on, programme_id)
       SELECT $2::uuid, j.site_id, j.org_id, j.id, right($2::uuid::text, 9), 'active', $4::date, $4::date,
         (SELECT min(p.id) FROM programme p WHERE p.site_id = j.site_id) FROM j`,
      [id, caseId, organisation, FIRST_DAY],
    );
    return id;
  }
  const aTalk = (person: string, organisation: string, day: number, kind: string): Promise<unknown> =>
    t.owner.query(
      `INSERT INTO consultation (id, site_id, org_id, jobseeker_id, support_case_id, held_on, kind, channel, author_id)
       SELECT gen_random_uuid(), c.site_id, o.id, c.jobseeker_id, c.id, $3, $4, 'desk', (SELECT id FROM staff WHERE organisation_id = o.id LIMIT 1)
       FROM support_case c, organisation o WHERE c.jobseeker_id = $1 AND o.code = $2`,
      [person, organisation, addDays(FIRST_DAY, day), kind],
    );
  /** Makes this one of the two disabled, and their talks in May about mental health; the other one neither. */
  async function theOneIs(person: string): Promise<void> {
    await t.owner.query('DELETE FROM group_membership WHERE jobseeker_id = ANY ($1)', [[one, other]]);
    await t.owner.query(
      `INSERT INTO group_membership (id, site_id, org_id, jobseeker_id, group_code, starts_on)
       SELECT gen_random_uuid(), site_id, org_id, id, 'disabled', $2 FROM jobseeker WHERE id = $1`,
      [person, FIRST_DAY],
    );
    await t.owner.query(
      `UPDATE consultation SET kind = CASE WHEN jobseeker_id = $1 AND held_on BETWEEN '2026-05-01' AND '2026-05-31' THEN 'mental' ELSE 'livelihood' END
       WHERE jobseeker_id = ANY ($2)`,
      [person, [one, other]],
    );
  }

  /** Every answer to the questions, of those who may open figures and of those who define them. */
  async function answers(questions: readonly Question[]): Promise<unknown[]> {
    // A session may open so many in a while; an attacker has time.
    const rest = (): void => t.app.get<ThrottlerStorageService>(getStorageToken()).onApplicationShutdown();
    const [supervisor, administrator] = [await t.as('hw-supervisor'), await t.as('navigator2')];
    const told: Answer[] = [];
    for (const { code, from, days, asOf } of questions) {
      rest();
      const known = asOf === null ? '' : `&asOf=${addDays(FIRST_DAY, asOf)}`;
      const window = `from=${addDays(FIRST_DAY, from)}&to=${addDays(FIRST_DAY, from + days)}`;
      told.push(await supervisor.get(`/figures/${code}/records?${window}${known}`));
      told.push(await administrator.get(`/figures?month=${addDays(FIRST_DAY, from).slice(0, 7)}${known}`));
    }
    for (const month of ['2026-04', '2026-05', '2026-06']) {
      rest();
      told.push(await supervisor.get(`/figures?month=${month}`));
      for (const { code } of questions)
        told.push(
          await supervisor.get(
            `/figures/${code}/records?from=${month}-01&to=${month}-${month === '2026-05' ? 31 : 30}`,
          ),
        );
    }
    return told.map(({ status, body }) => [status, body]);
  }

  const bothWorlds = async (questions: readonly Question[]): Promise<[unknown[], unknown[]]> => {
    await theOneIs(one);
    const first = await answers(questions);
    await theOneIs(other);
    return [first, await answers(questions)];
  };

  it('cannot tell which of the two it is by days of their own choice', async () => {
    const questions = sample(
      fc.record({
        code: fc.constantFrom('talks', 'mental', 'disabled'),
        from: anyDay,
        days: fc.integer({ min: 0, max: 20 }),
        asOf: fc.option(anyDay),
      }),
      15,
    );
    // And every window of one or two days around those on which the two differ, known on each of them.
    for (let from = 38; from <= 45; from += 1)
      for (const days of [0, 1]) questions.push({ code: 'mental', from, days, asOf: days === 0 ? null : from });
    const [first, second] = await bothWorlds(questions);
    expect(second).toEqual(first);
    expect(first.every((answer) => (answer as [number])[0] === 200)).toBe(true);
  }, 60_000);

  it('cannot tell by definitions of their own, nor by those beside the agreed ones', async () => {
    const definitions = sample(anyDefinition, 20).map(({ fact, by, groups, moment, kind }, index) =>
      indicator(
        `own_${index}`,
        fact,
        fact === 'support' ? 'people_under_support' : by,
        [`groups: [${groups}], groups_moment: ${moment}`, kind && fact === 'consultation' && `kinds: [${kind}]`]
          .filter(Boolean)
          .join(', '),
      ),
    );
    const { status, body } = await (
      await t.as('navigator2')
    ).put('/yearly-plans', { file: plan([...AGREED, ...definitions]) });
    expect([status, body.error]).toEqual([200, undefined]);
    const questions = sample(
      fc.record({ from: anyDay, days: fc.integer({ min: 0, max: 40 }), asOf: fc.option(anyDay) }),
      definitions.length,
    ).map((question, index) => ({ ...question, code: `own_${index}` }));
    const [first, second] = await bothWorlds(questions);
    expect(second).toEqual(first);
    const { body: month } = await (await t.as('hw-supervisor')).get('/figures?month=2026-05');
    const told = new Map<string, string>(
      month.inMonth.map(({ code, figure }: { code: string; figure: { state: string } }) => [code, figure.state]),
    );
    expect(AGREED.map((_, index) => told.get(['talks', 'mental', 'disabled'][index] ?? ''))).toEqual([
      'count',
      'count',
      'count',
    ]);
    expect([...told].filter(([code, state]) => code.startsWith('own_') && state !== 'withheld')).toEqual([]);
  }, 60_000);

  it('cannot tell by the days of a plan of their own', async () => {
    const moved = plan(AGREED).replace(
      'fiscal_year: 2026',
      'fiscal_year: 2026, window: { from: 2026-05-08, to: 2027-03-31 }',
    );
    expect((await (await t.as('navigator2')).put('/yearly-plans', { file: moved })).status).toBe(200);
    const [first, second] = await bothWorlds([{ code: 'mental', from: 37, days: 23, asOf: null }]);
    expect(second).toEqual(first);
  }, 60_000);

  it('would be told by a number over days of their own: the two worlds differ there', async () => {
    const talks = async (person: string): Promise<number> => {
      await theOneIs(person);
      const [row] = await t.owner.query(
        `SELECT count(*)::int AS n FROM fact_consultation WHERE kind = 'mental' AND occurred_on = $1`,
        [addDays(FIRST_DAY, 40)],
      );
      return row.n;
    };
    expect((await talks(one)) - (await talks(other))).toBe(1);
  });
});
