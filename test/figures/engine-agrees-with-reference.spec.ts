import fc from 'fast-check';
import { DataSource } from 'typeorm';
import {
  type CountDefinition,
  type CountedNumber,
  evaluate,
  type Figure,
  type IndicatorDefinition,
  type Records,
  type Window,
} from '#indicators';
import type { SystemActor } from '#access';
import { addDays, frozenClock } from '#kernel';
import { FiguresRepository } from '../../src/indicators/figures.repository.js';
import type { FigureWanted } from '../../src/indicators/one-pass/wanted-figure.js';
import { UnitOfWork } from '../../src/platform/unit-of-work/index.js';
import { numbersOnly } from './numbers-only.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { CHANNELS, day, DAYS, FIRST_DAY, factsOf, fillRandomly, GROUPS, KINDS, ROUTES } from './random-site.js';
import { Connections, workerAlone } from '../../src/platform/database/connections.js';

/**
 * The engine that serves the pages counts in SQL; `evaluate` in libs/indicators counts by looking at every fact in turn.
 * On any definition, window and as-of day over a random history the two must say the same.
 */
describe('the figures engine agrees with the reference evaluation', () => {
  let database: FreshDatabase;
  let owner: DataSource;
  let app: DataSource;
  let siteId: number;
  let records: Records;

  beforeAll(async () => {
    database = await freshDatabase();
    owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    app = await new DataSource({ type: 'postgres', url: database.workerUrl }).initialize();
    ({ siteId } = await fillRandomly(database.ownerUrl, owner, 20_260_401));
    records = await factsOf(owner);
  });
  afterAll(async () => {
    await app.destroy();
    await owner.destroy();
    await database.drop();
  });

  const together = async (wanted: readonly FigureWanted[]): Promise<Figure<CountedNumber>[]> => {
    const work = new UnitOfWork(new Connections(app, workerAlone(database.workerUrl)), frozenClock(FIRST_DAY));
    const actor: SystemActor = { kind: 'system', name: 'report', siteIds: [siteId], organisationIds: [] };
    return work.report(actor, (tx) => new FiguresRepository().evaluate(tx, siteId, wanted));
  };
  const naively = ({ definition, window, asOf, manual }: FigureWanted): Figure<CountedNumber> =>
    numbersOnly(evaluate(definition, records, window, asOf, manual));

  it.each(kindsOfDefinition())('on %s', async (_, definitions) => {
    await fc.assert(
      fc.asyncProperty(definitions, windows(), day, async (definition, window, asOf) => {
        const wanted = { definition, window, asOf };
        expect(await together([wanted])).toEqual([naively(wanted)]);
      }),
      { numRuns: 500 },
    );
  });

  // As a month's page asks: many indicators over overlapping windows in one statement, in which nothing may reach over.
  it('on many definitions over many windows asked together', async () => {
    const definitions = fc.array(fc.oneof(...kindsOfDefinition().map(([, kind]) => kind)), {
      minLength: 2,
      maxLength: 8,
    });
    const spans = fc.array(windows(), { minLength: 2, maxLength: 6 });
    const asOfs = fc.array(day, { minLength: 1, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(definitions, spans, asOfs, async (several, over, known) => {
        const wanted = several.flatMap((definition) =>
          over.flatMap((window) => known.map((asOf) => ({ definition, window, asOf }))),
        );
        expect(await together(wanted)).toEqual(wanted.map(naively));
      }),
      { numRuns: 150 },
    );
  });

  it('on more windows and more filters by group than one statement holds', async () => {
    const single = Array.from({ length: 70 }, (_, index) => addDays(FIRST_DAY, index - 30));
    const groups = Array.from({ length: 70 }, (_, index) => [`group-${index}`, GROUPS[index % GROUPS.length] ?? '']);
    const consultations = (filters: CountDefinition['filters']): CountDefinition => ({
      type: 'count',
      fact: 'consultation',
      counting: 'distinct_persons',
      date: 'occurred_on',
      filters,
    });
    const asOf = addDays(FIRST_DAY, 40);
    const wanted = [
      ...single.map((each) => ({ definition: consultations({}), window: { from: each, to: each }, asOf })),
      ...groups.map((anyOf) => ({
        definition: consultations({ targetGroups: { anyOf, moment: 'fact_date' } }),
        window: { from: FIRST_DAY, to: addDays(FIRST_DAY, DAYS) },
        asOf,
      })),
    ];
    const figures = await together(wanted);
    expect(figures).toEqual(wanted.map(naively));
    expect(figures.filter((figure) => figure.state === 'count' && figure.value > 0).length).toBeGreaterThan(70);
  });

  it('for several sites at once, a site without records among them', async () => {
    const definition: CountDefinition = {
      type: 'count',
      fact: 'consultation',
      counting: 'occurrences',
      date: 'occurred_on',
      filters: {},
    };
    const window = { from: FIRST_DAY, to: addDays(FIRST_DAY, DAYS) };
    const wanted = [{ definition, window, asOf: window.to }];
    const work = new UnitOfWork(new Connections(app, workerAlone(database.workerUrl)), frozenClock(FIRST_DAY));
    const actor: SystemActor = { kind: 'system', name: 'report', siteIds: [siteId, 999], organisationIds: [] };
    const sites = await work.report(actor, (tx) => new FiguresRepository().evaluateSites(tx, [999, siteId], wanted));
    expect(sites).toEqual([[{ state: 'count', fact: 'consultation', value: 0 }], wanted.map(naively)]);
  });
});

function windows(): fc.Arbitrary<Window> {
  return fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));
}

function filters(): fc.Arbitrary<CountDefinition['filters']> {
  const some = (values: readonly string[]): fc.Arbitrary<string[]> => fc.subarray([...values], { minLength: 1 });
  return fc
    .record(
      {
        desks: some(['main', 'north']),
        programmes: some(['livelihood', 'walk-in']),
        targetGroups: fc.record({ anyOf: some(GROUPS), moment: fc.constantFrom('fact_date', 'window_end', 'ever') }),
        routes: some(ROUTES),
        kinds: some(KINDS),
        channels: some(CHANNELS),
        teamSupportOnly: fc.boolean(),
        staffRoles: some(['ケースワーカー', '就職支援ナビゲーター']),
        staff: some(['caseworker', 'navigator', 'nobody']),
      },
      { requiredKeys: [] },
    )
    .map((all) => sparse(all));
}

/** Few filters at a time, or nothing is left to count. */
function sparse(all: CountDefinition['filters']): CountDefinition['filters'] {
  return Object.fromEntries(Object.entries(all).slice(0, 2));
}

function count(): fc.Arbitrary<CountDefinition> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constant('count' as const),
        fact: fc.constantFrom('visit', 'registration', 'consultation', 'plan', 'referral', 'placement', 'support'),
        counting: fc.constantFrom(
          'occurrences',
          'person_occurrences',
          'distinct_persons',
          'distinct_establishments',
          'quantity',
        ),
        date: fc.constantFrom('occurred_on', 'drawn_up_on', 'asked_on', 'decided_on', 'starts_on'),
        filters: filters(),
      }),
    },
    { weight: 1, arbitrary: supported() },
  );
}

function persons(facts: readonly CountDefinition['fact'][]): fc.Arbitrary<CountDefinition> {
  return fc.record({
    type: fc.constant('count' as const),
    fact: fc.constantFrom(...facts),
    counting: fc.constant('distinct_persons' as const),
    date: fc.constant('occurred_on' as const),
    filters: filters(),
  });
}

function supported(): fc.Arbitrary<CountDefinition> {
  return fc.record({
    type: fc.constant('count' as const),
    fact: fc.constant('support' as const),
    counting: fc.constant('people_under_support' as const),
    date: fc.constant('occurred_on' as const),
    filters: filters(),
  });
}

function kindsOfDefinition(): [string, fc.Arbitrary<IndicatorDefinition>][] {
  return [
    ['counts', count()],
    [
      'sums',
      fc.record({ type: fc.constant('sum' as const), terms: fc.array(count(), { minLength: 1, maxLength: 3 }) }),
    ],
    [
      'period rates',
      fc.record({
        type: fc.constant('ratio' as const),
        style: fc.constant('period' as const),
        numerator: persons(['placement']),
        denominator: persons(['plan']),
      }),
    ],
    [
      'cohort rates',
      fc.record({
        type: fc.constant('ratio' as const),
        style: fc.constant('cohort' as const),
        numerator: persons(['placement', 'referral']),
        denominator: persons(['plan', 'registration', 'consultation']),
      }),
    ],
    [
      'rates on persons supported',
      fc.record({
        type: fc.constant('ratio' as const),
        style: fc.constant('on_supported' as const),
        numerator: persons(['placement']),
        denominator: supported(),
      }),
    ],
  ];
}
