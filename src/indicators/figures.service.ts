import { Injectable } from '@nestjs/common';
import type { Actor, StaffActor } from '#access';
import {
  type IsoDate,
  type YearMonth,
  NotFound,
  addMonths,
  fiscalYearOf,
  firstDay,
  monthOf,
  monthsBetween,
} from '#kernel';
import {
  type CountedNumber,
  type Figure,
  monthWindow,
  numberOf,
  overlap,
  type Progress,
  progressOf,
  type Target,
  type Window,
} from '#indicators';
import { type StoredIndicator, type StoredPlan, YearlyPlanRepository } from '../yearly-plans/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { FiguresRepository, type FigureWanted } from './figures.repository.js';

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
      const plan = await this.planOf(tx, siteId, firstDay(month));
      const inMonth = monthWindow(month);
      const toDate = overlap({ from: plan.window.from, to: inMonth.to }, plan.window) ?? inMonth;
      const both = await this.evaluate(tx, plan, plan.indicators, [inMonth, toDate], asOf);
      return { plan, month, asOf, inMonth: both[0] ?? [], toDate: both[1] ?? [] };
    });
  }

  /** Each indicator month by month, from the plan's first month to this one. */
  async trend(
    actor: Actor,
    plan: StoredPlan,
    month: YearMonth,
    asOf: IsoDate = this.work.clock.today(),
  ): Promise<ReadonlyMap<string, readonly IndicatorFigure[]>> {
    const windows = monthsBetween(monthOf(plan.window.from), month).flatMap(
      (each) => overlap(monthWindow(each), plan.window) ?? [],
    );
    const perMonth = await this.work.report(actor, (tx) => this.evaluate(tx, plan, plan.indicators, windows, asOf));
    return new Map(
      plan.indicators.map(({ code }) => [
        code,
        perMonth.flatMap((lines) => lines.filter(({ indicator }) => indicator.code === code)),
      ]),
    );
  }

  /** The same month a year before, for the indicators whose definition is still the same; years are not compared across a change. */
  async yearBefore(
    actor: Actor,
    plan: StoredPlan,
    month: YearMonth,
    asOf: IsoDate = this.work.clock.today(),
  ): Promise<ReadonlyMap<string, IndicatorFigure>> {
    return this.work.report(actor, async (tx) => {
      const before = await this.plans.find(tx, plan.siteId, plan.fiscalYear - 1);
      const sameMeaning =
        before?.indicators.filter(({ code, version }) =>
          plan.indicators.some((now) => now.code === code && now.version === version),
        ) ?? [];
      const window = monthWindow(monthOf(addMonths(firstDay(month), -12)));
      if (!before || sameMeaning.length === 0 || overlap(window, before.window) === null) return new Map();
      const [lines = []] = await this.evaluate(tx, before, sameMeaning, [window], asOf);
      return new Map(lines.map((line) => [line.indicator.code, line]));
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
      return (await this.evaluate(tx, plan, [indicator], windows, asOf)).flat();
    });
  }

  /** The plan whose window holds the day: a plan may begin before its fiscal year does. */
  async planOf(tx: Transaction, siteId: number, day: IsoDate): Promise<StoredPlan> {
    const fiscalYear = fiscalYearOf(day);
    const next = await this.plans.find(tx, siteId, fiscalYear + 1);
    if (next && next.window.from <= day) return next;
    return this.plans.get(tx, siteId, fiscalYear);
  }

  async planFor(actor: StaffActor, day: IsoDate): Promise<StoredPlan> {
    return this.work.read(actor, (tx) => this.planOf(tx, actor.siteId, day));
  }

  private async evaluate(
    tx: Transaction,
    plan: StoredPlan,
    indicators: readonly StoredIndicator[],
    windows: readonly Window[],
    asOf: IsoDate,
  ): Promise<IndicatorFigure[][]> {
    const manualIds = indicators.filter(({ definition }) => definition.type === 'manual').map(({ id }) => id);
    const wanted: { indicator: StoredIndicator; window: Window; figure: FigureWanted }[] = [];
    for (const window of windows) {
      const manual = await this.plans.manual(tx, manualIds, window);
      for (const indicator of indicators) {
        wanted.push({
          indicator,
          window,
          figure: { definition: indicator.definition, window, asOf, manual: manual.get(indicator.id) },
        });
      }
    }
    const figures = await this.figures.evaluate(
      tx,
      plan.siteId,
      wanted.map(({ figure }) => figure),
    );
    const lines = wanted.map(({ indicator, window }, index): IndicatorFigure => {
      const figure = figures[index] ?? { state: 'no_data' };
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
    });
    return windows.map((_, index) => lines.slice(index * indicators.length, (index + 1) * indicators.length));
  }
}

/** @throws NotFound `indicator` */
export function indicatorOf(plan: StoredPlan, code: string): StoredIndicator {
  const indicator = plan.indicators.find((candidate) => candidate.code === code);
  if (!indicator) throw new NotFound('indicator');
  return indicator;
}
