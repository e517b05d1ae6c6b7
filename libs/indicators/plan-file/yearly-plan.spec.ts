import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { COUNTINGS, type CountDefinition, type Filters } from '../definition.js';
import type { PlanIndicator, YearlyPlan } from '../yearly-plan.js';
import { formatYearlyPlan } from './format-yearly-plan.js';
import { parseYearlyPlan } from './parse-yearly-plan.js';

/** The example an office reads is the example that is tested. */
const README = readFileSync(join(process.cwd(), 'libs', 'indicators', 'yearly-plan.README.md'), 'utf8');
const EXAMPLE = /```yaml\n([\s\S]*?)```/.exec(README)?.[1] ?? '';

/** The defects of the example after one change, as 'line path code'. */
function defectsAfter(from: string | RegExp, to: string, trade?: Parameters<typeof parseYearlyPlan>[1]): string[] {
  const changed = EXAMPLE.replace(from, to);
  if (changed === EXAMPLE) throw new Error(`the example has no ${String(from)}`);
  const parsed = parseYearlyPlan(changed, trade);
  return parsed.ok ? [] : parsed.errors.map(({ line, path, code }) => `${line} ${path} ${code}`);
}

/** The line of the example on which a text stands. */
const lineOf = (text: string): number => EXAMPLE.slice(0, EXAMPLE.indexOf(text)).split('\n').length;

describe('the example of the documentation', () => {
  const parsed = parseYearlyPlan(EXAMPLE);

  it('is a plan', () => {
    expect(parsed).toMatchObject({
      ok: true,
      plan: {
        site: {
          code: 'mihon',
          openedOn: '2012-02-01',
          fiscalYear: 2012,
          window: { from: '2012-05-01', to: '2013-03-31' },
        },
        agreement: { signedOn: '2012-01-20' },
        organisations: [
          { side: 'municipal', staff: [{ name: '見本 花子', title: '就労支援員' }] },
          { side: 'national', staff: [] },
        ],
        programmes: [
          {
            optionalSteps: ['candidate', 'requested'],
            indicators: [{ version: 1, targets: [{ type: 'per_year', value: 80 }] }, {}, {}],
          },
        ],
      },
    });
  });

  it('gives definitions with their defaults filled in', () => {
    const indicators = parsed.ok ? parsed.plan.programmes.flatMap((programme) => programme.indicators) : [];
    expect(indicators[1]?.definition).toEqual({
      type: 'count',
      fact: 'placement',
      counting: 'distinct_persons',
      date: 'starts_on',
      filters: {
        targetGroups: { anyOf: ['livelihood_protection', 'housing_allowance'], moment: 'fact_date' },
        routes: ['hello_work_referral'],
      },
    });
    expect(indicators[2]?.definition).toMatchObject({
      type: 'ratio',
      style: 'period',
      denominator: { date: 'occurred_on', filters: {} },
    });
  });

  it('covers the whole fiscal year when no window is given', () => {
    const whole = parseYearlyPlan(EXAMPLE.replace(/ {2}window:.*\n/, ''));
    expect(whole).toMatchObject({ ok: true, plan: { site: { window: { from: '2012-04-01', to: '2013-03-31' } } } });
  });
});

describe('defects', () => {
  it.each<[string | RegExp, string, string, string, string]>([
    ['format: yearly-plan/1', 'format: yearly-plan/9', 'format: yearly-plan/1', 'format', 'unknown_code'],
    ['opened_on: 2012-02-01', 'opened_on: 2012-02-31', 'opened_on', 'site.opened_on', 'not_a_date'],
    ['opened_on: 2012-02-01', 'opened_on: 2012-06-01', 'window:', 'site.window', 'window_begins_before_opening'],
    ['to: 2013-03-31', 'to: 2012-03-31', 'window:', 'site.window', 'window_ends_before_it_begins'],
    ['fiscal_year: 2012', 'fiscal_year: 平成24', 'fiscal_year', 'site.fiscal_year', 'not_a_number'],
    ['side: national', 'side: municipal', 'organisations:', 'organisations', 'no_national_side'],
    ['side: national', 'side: prefectural', 'side: national', 'organisations[1].side', 'unknown_code'],
    [
      '{ code: housing_allowance,',
      '{ code: livelihood_protection,',
      'code: housing_allowance',
      'target_groups[1].code',
      'code_used_twice',
    ],
    [
      'code: placed_by_referral',
      'code: placed',
      'code: placed_by_referral',
      'programmes[0].indicators[1].code',
      'code_used_twice',
    ],
    ['fact: placement\n', 'fact: job\n', 'fact: placement', 'programmes[0].indicators[0].count.fact', 'unknown_code'],
    [
      '          date: starts_on',
      '          date: asked_on',
      'date: starts_on',
      'programmes[0].indicators[0].count.date',
      'fact_has_no_such_date',
    ],
    [
      '          by: distinct_persons',
      '          by: people_under_support',
      'by: distinct_persons',
      'programmes[0].indicators[0].count.by',
      'counts_support_only',
    ],
    [
      '            groups: [livelihood_protection',
      '            group: [livelihood_protection',
      'groups: [livelihood_protection, housing_allowance]\n        targets',
      'programmes[0].indicators[0].count.where.group',
      'unknown_field',
    ],
    ['part_of: placed', 'part_of: offered', 'part_of', 'programmes[0].indicators[1].part_of', 'unknown_code'],
    ['part_of: placed', 'part_of: placement_rate', 'part_of', 'programmes[0].indicators[1].part_of', 'not_a_part'],
    [
      '- per_year: 80',
      '- per_year: about eighty',
      '- per_year: 80',
      'programmes[0].indicators[0].targets[0].per_year',
      'not_a_number',
    ],
    ['- per_year: 80', '- at_least: 80', '- per_year: 80', 'programmes[0].indicators[0].targets[0]', 'target_missing'],
    [
      '- per_year: 80',
      '- rate: 80',
      'targets:\n          - per_year: 80',
      'programmes[0].indicators[0].targets',
      'rate_target_without_rate',
    ],
    [
      '- per_year: 80',
      '- profile: { 2013-04: 80 }',
      '- per_year: 80',
      'programmes[0].indicators[0].targets[0].profile.2013-04',
      'month_outside_window',
    ],
    ['about: date', 'about: weather', 'about: date', 'programmes[0].indicators[0].settings[0].about', 'unknown_code'],
    [
      'style: period',
      'style: on_supported',
      'denominator:',
      'programmes[0].indicators[2].ratio.denominator.by',
      'denominator_is_not_people_under_support',
    ],
    [
      'footnotes: [not_final]',
      'footnotes: [final]',
      'footnotes: [not_final]',
      'programmes[0].indicators[2].footnotes[0]',
      'unknown_code',
    ],
    [/ {8}unit: 人\n/, '', 'code: placed', 'programmes[0].indicators[0].unit', 'missing'],
  ])('%s → %s', (from, to, at, path, code) => {
    expect(defectsAfter(from, to).map((defect) => defect.replace(/^\d+ /, ''))).toContain(`${path} ${code}`);
    expect(defectsAfter(from, to)).toContainEqual(expect.stringMatching(new RegExp(`^${lineOf(at)} `)));
  });

  it('are reported all at once', () => {
    const broken = EXAMPLE.replace('fiscal_year: 2012', 'fiscal_year: 0').replace('side: national', 'side: both');
    expect(parseYearlyPlan(broken)).toMatchObject({
      ok: false,
      errors: expect.arrayContaining([
        expect.objectContaining({ path: 'site.fiscal_year' }),
        expect.objectContaining({ path: 'organisations[1].side' }),
      ]),
    });
  });

  it('tell the line of what is not YAML', () => {
    expect(parseYearlyPlan('format: yearly-plan/1\nsite: {')).toMatchObject({
      ok: false,
      errors: [{ code: 'not_yaml', line: 2 }],
    });
    expect(parseYearlyPlan('')).toMatchObject({ ok: false });
    expect(parseYearlyPlan('just words')).toMatchObject({
      ok: false,
      errors: expect.arrayContaining([{ path: '', code: 'not_a_map', line: 1 }]),
    });
  });

  it('include a code of the trade that does not exist, when the codes are known', () => {
    const trade = { routes: ['hello_work_referral', 'self_found'], optionalSteps: ['candidate'] };
    expect(defectsAfter('routes: [hello_work_referral]', 'routes: [hello_work]', trade)).toEqual([
      expect.stringContaining('optional_steps[1] unknown_code'),
      expect.stringContaining('where.routes[0] unknown_code'),
    ]);
  });
});

describe('a plan written and read again', () => {
  const code = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
  const text = fc
    .oneof(
      fc.constantFrom('就職者数', '人（延べ）', '%', 'yes', '2012-04', '12', ': #', '「延べ」\nと読む'),
      fc.string({ minLength: 1 }),
    )
    .filter((value) => value.trim() !== '');
  const codes = (count: number) => fc.uniqueArray(code, { minLength: 1, maxLength: count });
  const day = fc
    .integer({ min: 1, max: 300 })
    .map((count) => new Date(Date.UTC(2012, 3, count)).toISOString().slice(0, 10));

  const filters = (desks: string[], groups: string[]): fc.Arbitrary<Filters> =>
    fc.record(
      {
        desks: fc.constant(desks),
        teamSupportOnly: fc.boolean(),
        routes: fc.constant(['self_found']),
        kinds: fc.constant(['mental']),
        targetGroups: fc
          .constantFrom('fact_date', 'window_end', 'ever')
          .map((moment) => ({ anyOf: groups, moment }) as const),
        staffRoles: fc.uniqueArray(text, { minLength: 1, maxLength: 2 }),
      },
      { requiredKeys: [] },
    );
  const count = (desks: string[], groups: string[]): fc.Arbitrary<CountDefinition> =>
    fc.record({
      type: fc.constant('count' as const),
      fact: fc.constant('placement' as const),
      counting: fc.constantFrom(...COUNTINGS.filter((counting) => counting !== 'people_under_support')),
      date: fc.constantFrom('occurred_on', 'starts_on', 'decided_on'),
      filters: filters(desks, groups),
    });
  const definition = (desks: string[], groups: string[]) =>
    fc.oneof(
      count(desks, groups),
      fc.array(count(desks, groups), { minLength: 1, maxLength: 2 }).map((terms) => ({ type: 'sum' as const, terms })),
      fc.tuple(count(desks, groups), count(desks, groups)).map(([numerator, denominator]) => ({
        type: 'ratio' as const,
        style: 'period' as const,
        numerator,
        denominator,
      })),
      text.map((source) => ({ type: 'manual' as const, source })),
    );
  const amount = fc.nat({ max: 9999 });
  const target = fc.oneof(
    amount.map((value) => ({ type: 'per_year' as const, value })),
    amount.map((value) => ({ type: 'per_month' as const, value })),
    fc.record({ type: fc.constant('per_week' as const), value: amount, weeksPerMonth: fc.integer({ min: 1, max: 5 }) }),
    amount.map((april) => ({ type: 'profile' as const, months: { '2013-02': april, '2013-03': 0.5 } })),
  );
  const indicator = (at: number, desks: string[], groups: string[], notes: string[]): fc.Arbitrary<PlanIndicator> =>
    fc.record({
      code: fc.constant(`indicator-${at}`),
      name: text,
      unit: text,
      version: fc.integer({ min: 1, max: 9 }),
      definition: definition(desks, groups),
      targets: fc.array(target, { maxLength: 2 }),
      settings: fc.array(fc.record({ about: fc.constant('other' as const), note: text }), { maxLength: 2 }),
      footnotes: fc.constant(notes),
    });
  const plan: fc.Arbitrary<YearlyPlan> = fc.tuple(codes(3), codes(3), codes(2)).chain(([desks, groups, notes]) =>
    fc.record({
      site: fc.tuple(code, text, fc.boolean(), day).map(([siteCode, name, whole, from]) => ({
        code: siteCode,
        name,
        openedOn: '2011-07-01',
        fiscalYear: 2012,
        window: { from: whole ? '2012-04-01' : from, to: '2013-03-31' },
      })),
      agreement: fc.option(
        fc.record(
          { signedOn: day, parties: fc.array(text, { minLength: 1, maxLength: 2 }) },
          { requiredKeys: ['parties'] },
        ),
      ),
      council: fc.option(
        fc.record(
          { chair: text, members: fc.array(text, { minLength: 1, maxLength: 2 }) },
          { requiredKeys: ['members'] },
        ),
      ),
      organisations: fc.tuple(text, text, text).map(([name, kana, title]) => [
        { code: 'city', name, side: 'municipal' as const, staff: [{ code: 'm1', name, kana, title }] },
        { code: 'hello-work', name: title, side: 'national' as const, staff: [] },
      ]),
      desks: fc.constant(desks.map((deskCode) => ({ code: deskCode, name: deskCode }))),
      targetGroups: fc.constant(groups.map((group) => ({ code: group, name: group }))),
      programmes: fc
        .tuple(
          fc.tuple(indicator(1, desks, groups, notes), indicator(2, desks, groups, [])),
          fc.constantFrom({}, { optionalSteps: [] }, { optionalSteps: ['candidate'] }),
        )
        .map(([indicators, steps]) => [
          { code: 'programme', name: '事業', targetGroups: groups, ...steps, indicators },
        ]),
      footnotes: text.map((note) => notes.map((noteCode) => ({ code: noteCode, text: note }))),
    }),
  );

  it('is the same plan', () => {
    fc.assert(
      fc.property(plan, (original) => {
        expect(parseYearlyPlan(formatYearlyPlan(original))).toEqual({ ok: true, plan: original });
      }),
      { numRuns: 300 },
    );
  });

  it('is the example again', () => {
    const parsed = parseYearlyPlan(EXAMPLE);
    if (!parsed.ok) throw new Error('the example is not a plan');
    expect(parseYearlyPlan(formatYearlyPlan(parsed.plan))).toEqual(parsed);
  });
});
