import fc from 'fast-check';
import type { CountDefinition, RatioDefinition } from './definition.js';
import { evaluate, numberOf } from './evaluate.js';
import type { Fact } from './fact.js';
import type { RateStyle } from './rate-style.js';
import { rateOver } from './rates.js';

const APRIL = { from: '2012-04-01', to: '2012-04-30' };

const fact = (name: Fact['fact'], person: string, occurredOn: string, more: Partial<Fact> = {}): Fact => ({
  fact: name,
  id: `${name} ${person} ${occurredOn}`,
  siteId: 1,
  desk: null,
  programme: null,
  jobseekerId: person,
  caseId: null,
  occurredOn,
  startsOn: name === 'placement' ? occurredOn : null,
  ...more,
});
const placed: CountDefinition = {
  type: 'count',
  fact: 'placement',
  counting: 'distinct_persons',
  date: 'starts_on',
  filters: {},
};
const planned: CountDefinition = {
  type: 'count',
  fact: 'plan',
  counting: 'distinct_persons',
  date: 'occurred_on',
  filters: {},
};
const supported: CountDefinition = {
  type: 'count',
  fact: 'support',
  counting: 'people_under_support',
  date: 'occurred_on',
  filters: {},
};
const ratio = (style: RateStyle): RatioDefinition => ({
  type: 'ratio',
  style,
  numerator: placed,
  denominator: style === 'on_supported' ? supported : planned,
});
const rate = (style: RateStyle, facts: readonly Fact[], asOf = '2012-04-30') =>
  rateOver(ratio(style), facts, [], APRIL, asOf);

describe('the rate of a period', () => {
  it('passes 100 % and says how many of the numerator are outside the denominator', () => {
    const facts = [
      ...Array.from({ length: 10 }, (_, index) => fact('plan', `p${index}`, '2012-04-05')),
      ...Array.from({ length: 17 }, (_, index) => fact('placement', `p${index + 5}`, '2012-04-20')),
    ];
    expect(rate('period', facts)).toMatchObject({
      style: 'period',
      percent: 170,
      text: '170%',
      numerator: { value: 17 },
      denominator: { value: 10 },
      provisional: false,
      notes: [{ code: 'above_100_explained', outsideDenominator: 12 }],
    });
  });

  it('is provisional while the window runs', () => {
    expect(rate('period', [fact('plan', 'hanako', '2012-04-05')], '2012-04-20')).toMatchObject({
      text: '0%',
      provisional: true,
      notes: [{ code: 'window_not_over' }],
    });
  });
});

describe('the rate of a cohort', () => {
  const plan = fact('plan', 'hanako', '2012-04-05');

  it('follows the people of the window past its end', () => {
    const facts = [plan, fact('placement', 'hanako', '2012-06-01')];
    expect(rate('cohort', facts, '2012-05-31')).toMatchObject({ text: '0%' });
    expect(rate('cohort', facts, '2012-06-01')).toMatchObject({ text: '100%', numerator: { personIds: ['hanako'] } });
  });

  it('counts nobody else, nothing before the plan, and nobody twice', () => {
    const facts = [
      plan,
      fact('placement', 'taro', '2012-04-20'),
      fact('placement', 'hanako', '2012-04-04'),
      fact('placement', 'hanako', '2012-04-20'),
      fact('placement', 'hanako', '2012-05-20'),
    ];
    expect(rate('cohort', facts, '2012-12-31')).toMatchObject({ numerator: { value: 1 }, denominator: { value: 1 } });
  });

  it('does not count a placement that was reversed by then', () => {
    const facts = [plan, fact('placement', 'hanako', '2012-04-20', { withdrawnOn: '2012-04-25' })];
    expect(rate('cohort', facts, '2012-04-24')).toMatchObject({ text: '100%' });
    expect(rate('cohort', facts)).toMatchObject({ text: '0%' });
  });

  it('is provisional until everybody in it is closed', () => {
    const running = fact('support', 'hanako', '2012-04-05', { until: null });
    expect(rate('cohort', [plan, running])).toMatchObject({
      provisional: true,
      notes: [{ code: 'still_under_support', people: 1 }],
    });
    expect(rate('cohort', [plan, { ...running, until: '2012-04-27' }])).toMatchObject({
      provisional: false,
      notes: [],
    });
  });
});

describe('the rate on persons supported', () => {
  it('divides by everybody under support in the window, also from before', () => {
    const facts = [
      fact('support', 'hanako', '2011-10-01', { until: null }),
      fact('support', 'taro', '2012-04-10', { until: '2012-04-12' }),
      fact('support', 'jiro', '2011-07-01', { until: '2012-03-30' }),
      fact('placement', 'hanako', '2012-04-16'),
    ];
    expect(rate('on_supported', facts)).toMatchObject({
      percent: 50,
      text: '50%',
      denominator: { personIds: ['hanako', 'taro'] },
      provisional: true,
    });
  });
});

describe('printing', () => {
  it.each([
    [191, 313, '61.0%', 61],
    [17, 19, '89.5%', 89.5],
    [85, 126, '67.5%', 67.5],
    [67, 167, '40.1%', 40.1],
    [26, 89, '29.2%', 29.2],
    [2, 5, '40%', 40],
    [1, 8, '12.5%', 12.5],
    [1, 16, '6.3%', 6.3],
  ])('%d of %d is %s', (numerator, denominator, text, percent) => {
    const facts = [
      ...Array.from({ length: denominator }, (_, index) => fact('plan', `p${index}`, '2012-04-02')),
      ...Array.from({ length: numerator }, (_, index) => fact('placement', `p${index}`, '2012-04-20')),
    ];
    expect(rate('period', facts)).toMatchObject({ text, percent });
  });

  it('says — over nobody', () => {
    expect(rate('period', [fact('placement', 'hanako', '2012-04-20')])).toMatchObject({
      percent: null,
      text: '—',
      notes: [{ code: 'denominator_zero' }],
    });
  });
});

describe('any history', () => {
  const people = fc.constantFrom('hanako', 'taro', 'jiro', 'saburo');
  const day = fc
    .integer({ min: 1, max: 120 })
    .map((count) => new Date(Date.UTC(2012, 1, count)).toISOString().slice(0, 10));
  const anyFact = fc
    .tuple(
      fc.constantFrom('plan' as const, 'placement' as const, 'support' as const),
      people,
      day,
      fc.option(day),
      fc.integer(),
    )
    .map(([name, person, on, end, id]) =>
      fact(name, person, on, {
        id: `${id}`,
        ...(name === 'support' ? { until: end !== null && end >= on ? end : null } : { withdrawnOn: end }),
      }),
    );
  const histories = fc.uniqueArray(anyFact, { selector: ({ fact: name, id }) => `${name}${id}`, maxLength: 30 });

  it('keeps a cohort rate at or below 100 %, its numerator within its denominator', () => {
    fc.assert(
      fc.property(histories, day, (facts, asOf) => {
        const figure = rate('cohort', facts, asOf);
        expect(figure.denominator.personIds).toEqual(expect.arrayContaining([...figure.numerator.personIds]));
        expect(figure.numerator.value).toBe(new Set(figure.numerator.personIds).size);
      }),
    );
  });

  it('does not change a figure by what happens after the as-of date', () => {
    fc.assert(
      fc.property(
        histories,
        day,
        fc.constantFrom<RateStyle>('period', 'cohort', 'on_supported'),
        (facts, asOf, style) => {
          const known = facts.filter(({ occurredOn }) => occurredOn !== null && occurredOn <= asOf);
          expect(rate(style, facts, asOf)).toEqual(rate(style, known, asOf));
        },
      ),
    );
  });
});

describe('what is not a number', () => {
  const records = { facts: [], memberships: [] };

  it('tells true zero, not yet held and no data apart', () => {
    expect(evaluate(planned, records, APRIL, '2012-04-30')).toMatchObject({ state: 'count', value: 0 });
    expect(evaluate(planned, records, APRIL, '2012-03-31')).toEqual({ state: 'not_yet_held' });
    expect(evaluate({ type: 'manual', source: '業務統計' }, records, APRIL, '2012-04-30')).toEqual({
      state: 'no_data',
    });
    expect(evaluate({ type: 'manual', source: '業務統計' }, records, APRIL, '2012-04-30', 0)).toMatchObject({
      state: 'manual',
      value: 0,
    });
  });

  it('has no number to compare', () => {
    expect([{ state: 'not_yet_held' as const }, { state: 'no_data' as const }].map(numberOf)).toEqual([null, null]);
  });

  it('adds up several counts and keeps their terms', () => {
    const facts = [fact('plan', 'hanako', '2012-04-05'), fact('placement', 'hanako', '2012-04-20')];
    expect(
      evaluate({ type: 'sum', terms: [planned, placed] }, { facts, memberships: [] }, APRIL, '2012-04-30'),
    ).toMatchObject({
      state: 'sum',
      value: 2,
      terms: [
        { fact: 'plan', value: 1 },
        { fact: 'placement', value: 1 },
      ],
    });
  });
});
