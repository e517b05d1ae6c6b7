import { resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { frozenClock } from '#kernel';
import {
  type CountDefinition,
  evaluate,
  formatYearlyPlan,
  type IndicatorDefinition,
  type PlanIndicator,
  type Records,
} from '#indicators';
import { AppModule } from '../../src/app.module.js';
import { LAST_DAY, readPublishedPlans } from '../../src/demonstration/index.js';
import { PublishedSites } from '../../src/demonstration/published-figures/published-sites.js';
import { FiguresService, type IndicatorFigure } from '../../src/indicators/index.js';
import { PlanAgreementsService, YearlyPlansService } from '../../src/yearly-plans/index.js';
import { numbersOnly } from '../figures/numbers-only.js';
import { factsOf } from '../figures/random-site.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { NAKANO_LOADED } from './nakano.js';
import { canSee, type SINGLE_CHANGES } from './single-changes.js';
import { workerAlone } from '../../src/platform/database/connections.js';

const MONTHS = ['2012-02', '2012-03', '2012-04'];

/**
 * Changing one record's date, route, group or person moves exactly the figures it should: after any single change every
 * figure of the plans is what looking at each record in turn gives, and a figure whose definition cannot see the change
 * stands still.
 */
export function describeChanges(changesOf: typeof SINGLE_CHANGES): void {
  describe('a single change in the records of 中野', () => promises(changesOf));
}

function promises(changesOf: typeof SINGLE_CHANGES): void {
  let database: FreshDatabase;
  let owner: DataSource;
  let app: INestApplicationContext;
  let sites: PublishedSites;
  let before: IndicatorFigure[];

  beforeAll(async () => {
    database = await freshDatabase(NAKANO_LOADED);
    owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    const module = AppModule.with({
      database: workerAlone(database.workerUrl),
      clock: frozenClock(LAST_DAY),
      poolSize: 1,
    });
    app = await NestFactory.createApplicationContext(module, { logger: ['error'], abortOnError: false });
    sites = await PublishedSites.of(app);
    const administrator = await sites.holder('nakano', 'administrator');
    const other = { ...(await sites.holder('nakano', 'hello-work-supervisor')), role: 'site_administrator' } as const;
    for (const plan of readPublishedPlans(resolve('.')).filter(({ site }) => site.code === 'nakano')) {
      const programmes = plan.programmes.map((programme) => ({
        ...programme,
        indicators: [...programme.indicators, ...MORE_INDICATORS],
      }));
      await app
        .get(YearlyPlansService, { strict: false })
        .import(administrator, formatYearlyPlan({ ...plan, programmes }));
      await app.get(PlanAgreementsService, { strict: false }).agree(other, plan.site.fiscalYear, 2);
    }
    before = await figures();
  }, 180_000);
  afterAll(async () => {
    await app.close();
    await owner.destroy();
    await database.drop();
  });

  /** Every figure of the plans, month by month and from the beginning of the plan, as the supervisor's month shows them. */
  async function figures(): Promise<IndicatorFigure[]> {
    const service = app.get(FiguresService, { strict: false });
    const lines: IndicatorFigure[] = [];
    for (const month of MONTHS) {
      const { inMonth, toDate } = await service.ofMonth(sites.reporter('nakano'), sites.id('nakano'), month);
      lines.push(...inMonth, ...toDate);
    }
    return lines;
  }

  const naive = (records: Records, { indicator, window }: IndicatorFigure) =>
    numbersOnly(evaluate(indicator.definition, records, window, LAST_DAY));
  const told = ({ indicator, window, figure }: IndicatorFigure, value: unknown = figure) => ({
    code: indicator.code,
    window,
    value,
  });

  it('finds the figures as the naive recomputation has them', async () => {
    const records = await factsOf(owner);
    expect(before.length).toBeGreaterThan(70);
    expect(before.map((line) => told(line))).toEqual(before.map((line) => told(line, naive(records, line))));
  });

  it.each(changesOf)(
    'of %s moves exactly the figures it should',
    async (_what, changes) => {
      let moved = 0;
      await fc.assert(
        fc.asyncProperty(changes, async (make) => {
          const { touched, undo } = await make(owner);
          try {
            const after = await figures();
            const records = await factsOf(owner);
            expect(after.map((line) => told(line))).toEqual(after.map((line) => told(line, naive(records, line))));
            const blind = (line: IndicatorFigure): boolean => !canSee(line.indicator.definition, touched);
            expect(after.filter(blind).map((line) => told(line))).toEqual(
              before.filter(blind).map((line) => told(line)),
            );
            moved += after.filter(
              ({ figure }, index) => JSON.stringify(figure) !== JSON.stringify(before[index]?.figure),
            ).length;
          } finally {
            await undo();
          }
        }),
        { numRuns: 8, seed: 20_120_430 },
      );
      // A property that no change ever tests would hold of anything.
      expect(moved).toBeGreaterThan(0);
    },
    180_000,
  );

  it('taken back leaves the figures as they were', async () => {
    expect((await figures()).map((line) => told(line))).toEqual(before.map((line) => told(line)));
  });
}

const GROUPS = ['livelihood_protection', 'housing_allowance', 'child_rearing_allowance', 'disabled'];
const ofGroups = { targetGroups: { anyOf: GROUPS, moment: 'fact_date' as const } };

function count(
  fact: CountDefinition['fact'],
  counting: CountDefinition['counting'],
  date: CountDefinition['date'],
  filters: CountDefinition['filters'] = {},
): CountDefinition {
  return { type: 'count', fact, counting, date, filters };
}

/** Ways of counting that 中野 itself does not print, among them those that look at the route. */
const MORE_INDICATORS: readonly PlanIndicator[] = Object.entries<IndicatorDefinition>({
  placed: count('placement', 'distinct_persons', 'starts_on', ofGroups),
  placed_by_referral: count('placement', 'distinct_persons', 'starts_on', {
    ...ofGroups,
    routes: ['hello_work_referral'],
  }),
  decided: count('placement', 'occurrences', 'decided_on'),
  letters: count('referral', 'occurrences', 'occurred_on'),
  referred: count('referral', 'distinct_persons', 'asked_on'),
  registered: count('registration', 'occurrences', 'occurred_on'),
  drawn_up: count('plan', 'occurrences', 'drawn_up_on'),
  protected_at_the_end: count('plan', 'distinct_persons', 'occurred_on', {
    targetGroups: { anyOf: ['livelihood_protection'], moment: 'window_end' },
  }),
  together: count('consultation', 'person_occurrences', 'occurred_on', { teamSupportOnly: true }),
  supported: count('support', 'people_under_support', 'occurred_on', {
    targetGroups: { anyOf: GROUPS, moment: 'ever' },
  }),
  placed_of_planned: {
    type: 'ratio',
    style: 'cohort',
    numerator: count('placement', 'distinct_persons', 'starts_on'),
    denominator: count('plan', 'distinct_persons', 'occurred_on', ofGroups),
  },
}).map(([code, definition]) => ({
  code,
  name: code,
  unit: definition.type === 'ratio' ? '%' : '人',
  version: 1,
  definition,
  targets: [],
  settings: [],
  footnotes: [],
}));
