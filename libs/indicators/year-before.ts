import { addMonths, firstDay, monthOf, type YearMonth } from '#kernel';
import { monthWindow, overlap, type Window } from './window.js';
import type { PlanIndicator } from './yearly-plan.js';

/** What the comparison needs of a yearly plan. */
interface ComparedPlan<Indicator> {
  readonly window: Window;
  readonly indicators: readonly Indicator[];
}

/** 前年同月: a month is compared with the same month of the year before. */
export function yearBefore(month: YearMonth): YearMonth {
  return monthOf(addMonths(firstDay(month), -12));
}

/**
 * The indicators of last year's plan that this year's month may be compared with: still of the same meaning (code and version
 * of the definition), and with the month inside last year's plan. Years are not compared across a changed definition.
 */
export function comparableYearBefore<Indicator extends Pick<PlanIndicator, 'code' | 'version'>>(
  now: readonly Pick<PlanIndicator, 'code' | 'version'>[],
  before: ComparedPlan<Indicator> | undefined,
  month: YearMonth,
): { readonly window: Window; readonly indicators: readonly Indicator[] } | undefined {
  const window = monthWindow(yearBefore(month));
  if (before === undefined || overlap(window, before.window) === null) return undefined;
  const indicators = before.indicators.filter(({ code, version }) =>
    now.some((indicator) => indicator.code === code && indicator.version === version),
  );
  return indicators.length === 0 ? undefined : { window, indicators };
}
