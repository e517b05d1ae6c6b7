import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { type IsoDate, type YearMonth, NotFound, firstDay, monthOf, monthsBetween } from '#kernel';
import {
  comparableYearBefore,
  isAgreedMoment,
  isAgreedWindow,
  type CountedNumber,
  type Figure,
  monthWindow,
  numberOf,
  overlap,
  type Progress,
  progressOf,
  type Target,
  type Window,
  type WithheldFigure,
} from '#indicators';
import { type StoredIndicator, type StoredPlan, YearlyPlanRepository } from '../yearly-plans/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { FiguresRepository } from './figures.repository.js';
import type { FigureWanted } from './one-pass/wanted-figure.js';

export interface IndicatorFigure {
  readonly indicator: StoredIndicator;
  readonly window: Window;
  readonly figure: Figure<CountedNumber>;
  /** The figure beside each of its targets; empty for a reference figure (参考値). */
  readonly targets: readonly { readonly target: Target; readonly progress: Progress }[];
}

export interface MonthFigures {
  readonly plan: StoredPlan;
  readonly month: YearMonth;
  readonly asOf: IsoDate;
  readonly inMonth: readonly IndicatorFigure[];
  /** From the start of the plan's window to the end of the month. */
  readonly toDate: readonly IndicatorFigure[];
}

/** A month beside the months before it and the year before. */
export interface MonthInContext extends MonthFigures {
  /** By indicator's code: month by month, from the plan's first month to this one. */
  readonly trend: ReadonlyMap<string, readonly IndicatorFigure[]>;
  /** By indicator's code: the same month a year before (前年同月), for those that may be compared. */
  readonly yearBefore: ReadonlyMap<string, IndicatorFigure>;
}

/** Indicators of one plan over some windows. */
interface Asked {
  readonly plan: StoredPlan;
  readonly indicators: readonly StoredIndicator[];
  readonly windows: readonly Window[];
}

/** 実績: a site's figures, computed for the whole site under the reporting role, whoever looks. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: YearlyPlanRepository,
    private readonly figures: FiguresRepository,
  ) {}

  /** Every indicator of the plan that covers the month. @throws NotFound `yearly_plan` */
  async ofMonth(
    actor: Actor,
    siteId: number,
    month: YearMonth,
    asOf: IsoDate = this.work.clock.today(),
  ): Promise<MonthFigures> {
    return this.work.report(actor, async (tx) => {
      const plan = await this.plans.covering(tx, siteId, firstDay(month));
      const windows = monthAndToDate(plan, month);
      const [[inMonth = [], toDate = []] = []] = await this.evaluate(
        tx,
        [{ plan, indicators: plan.indicators, windows }],
        asOf,
      );
      return { plan, month, asOf, inMonth, toDate };
    });
  }

  /** Those of the months that have figures at all: a plan of the site covers them. */
  plannedMonths(actor: Actor, siteId: number, months: readonly YearMonth[]): Promise<YearMonth[]> {
    return this.work.report(actor, (tx) => this.plans.monthsCovered(tx, siteId, months));
  }

  /** The month with its trend and the year before, all in one statement. @throws NotFound `yearly_plan` */
  async monthInContext(
    actor: Actor,
    siteId: number,
    month: YearMonth,
    asOf: IsoDate = this.work.clock.today(),
  ): Promise<MonthInContext> {
    return this.work.report(actor, async (tx) => {
      const plan = await this.plans.covering(tx, siteId, firstDay(month));
      const windows = monthAndToDate(plan, month);
      const months = monthsBetween(monthOf(plan.window.from), month).flatMap(
        (each) => overlap(monthWindow(each), plan.window) ?? [],
      );
      const asked: Asked[] = [{ plan, indicators: plan.indicators, windows: [...windows, ...months] }];
      const last = await this.plans.find(tx, plan.siteId, plan.fiscalYear - 1);
      const compared = comparableYearBefore(plan.indicators, last, month);
      if (last && compared) asked.push({ plan: last, indicators: compared.indicators, windows: [compared.window] });
      const [[inMonth = [], toDate = [], ...perMonth] = [], [before = []] = []] = await this.evaluate(tx, asked, asOf);
      const trend = plan.indicators.map(
        ({ code }, index) => [code, perMonth.flatMap((lines) => lines[index] ?? [])] as const,
      );
      return {
        plan,
        month,
        asOf,
        inMonth,
        toDate,
        trend: new Map(trend),
        yearBefore: new Map(before.map((line) => [line.indicator.code, line])),
      };
    });
  }

  /** One indicator over any windows, for example the months of a year. @throws NotFound `yearly_plan`, `indicator` */
  async ofIndicator(
    actor: Actor,
    siteId: number,
    fiscalYear: number,
    code: string,
    windows: readonly Window[],
    asOf: IsoDate,
  ): Promise<IndicatorFigure[]> {
    return this.work.report(actor, async (tx) => {
      const plan = await this.plans.get(tx, siteId, fiscalYear);
      const indicator = indicatorOf(plan, code);
      return (await this.evaluate(tx, [{ plan, indicators: [indicator], windows }], asOf)).flat(2);
    });
  }

  /**
   * One indicator over one window, in a transaction that counts already.
   * @param plan the plan it stands in
   * @param of the whole site, under the reporting role; or what the actor sees, before it is taken on
   */
  async lineIn(
    tx: Transaction,
    plan: StoredPlan,
    indicator: StoredIndicator,
    window: Window,
    asOf: IsoDate,
    of: Reach = 'the_site',
  ): Promise<IndicatorFigure> {
    const [[[line] = []] = []] = await this.evaluate(
      tx,
      [{ plan, indicators: [indicator], windows: [window] }],
      asOf,
      of,
    );
    if (!line) throw new Error('an indicator that was asked for has no figure');
    return line;
  }

  /** @returns for each that was asked, for each of its windows, its indicators' figures */
  private async evaluate(
    tx: Transaction,
    asked: readonly Asked[],
    asOf: IsoDate,
    of: Reach = 'the_site',
  ): Promise<IndicatorFigure[][][]> {
    const typed = new Map<Asked, TypedIn>();
    for (const each of asked) typed.set(each, await this.typedIn(tx, each));
    // What is not told is not counted either.
    const wanted = asked.flatMap((each) =>
      each.windows.flatMap((window) =>
        each.indicators
          .filter((indicator) => of === 'in_sight' || withheldFrom(tx, each.plan, indicator, window, asOf) === null)
          .map((indicator): FigureWanted => ({
            definition: indicator.definition,
            window,
            asOf,
            manual: typed.get(each)?.(indicator.id, window),
          })),
      ),
    );
    const figures = await this.figures.evaluate(tx, asked[0]?.plan.siteId ?? 0, wanted);
    let next = 0;
    return asked.map(({ plan, indicators, windows }) =>
      windows.map((window) =>
        indicators.map((indicator) => {
          const withheld = of === 'in_sight' ? null : withheldFrom(tx, plan, indicator, window, asOf);
          return lineOf(plan, indicator, window, withheld ?? figures[next++] ?? { state: 'no_data' });
        }),
      ),
    );
  }

  /** What was typed in for the plan's manual figures over a window. */
  private async typedIn(tx: Transaction, { indicators, windows }: Asked): Promise<TypedIn> {
    const ids = indicators.filter(({ definition }) => definition.type === 'manual').map(({ id }) => id);
    const perWindow = new Map<Window, ReadonlyMap<number, number>>();
    for (const window of ids.length === 0 ? [] : windows)
      perWindow.set(window, await this.plans.manual(tx, ids, window));
    return (indicatorId, window) => perWindow.get(window)?.get(indicatorId);
  }
}

/** Whose records are counted. */
type Reach = 'the_site' | 'in_sight';

/**
 * Why a number of the whole site is not told: what it counts is not agreed, or a member of staff asks for days of their own. What was typed in counts nobody.
 * @returns null where it is told
 */
export function withheldFrom(
  tx: Transaction,
  plan: StoredPlan,
  { agreed, definition }: StoredIndicator,
  window: Window,
  asOf: IsoDate,
): WithheldFigure | null {
  if (definition.type === 'manual') return null;
  if (!agreed) return { state: 'withheld', because: 'not_agreed' };
  const isOwn = !isAgreedWindow(plan.window, window) || !isAgreedMoment(asOf, tx.today);
  return tx.actor.kind === 'staff' && isOwn ? { state: 'withheld', because: 'own_days' } : null;
}

type TypedIn = (indicatorId: number, window: Window) => number | undefined;

/** The month alone, and from the start of the plan's window to the end of the month. */
function monthAndToDate(plan: StoredPlan, month: YearMonth): [Window, Window] {
  const inMonth = monthWindow(month);
  return [inMonth, overlap({ from: plan.window.from, to: inMonth.to }, plan.window) ?? inMonth];
}

function lineOf(
  plan: StoredPlan,
  indicator: StoredIndicator,
  window: Window,
  figure: Figure<CountedNumber>,
): IndicatorFigure {
  const actual = numberOf(figure);
  return {
    indicator,
    window,
    figure,
    targets: indicator.targets.map((target) => ({
      target,
      progress: progressOf(target, plan.window, window, actual),
    })),
  };
}

/** @throws NotFound `indicator` */
export function indicatorOf(plan: StoredPlan, code: string): StoredIndicator {
  const indicator = plan.indicators.find((candidate) => candidate.code === code);
  if (!indicator) throw new NotFound('indicator');
  return indicator;
}
