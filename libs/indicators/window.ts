import {
  daysBetween,
  fiscalMonths,
  fiscalYearRange,
  firstDay,
  lastDay,
  monthOf,
  monthsBetween,
  type IsoDate,
  type YearMonth,
} from '#kernel';

/** A window of days, both ends included. */
export interface Window {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The days a report speaks of, as a person would say them. */
export type Period =
  | { readonly type: 'month'; readonly month: YearMonth }
  | { readonly type: 'fiscal_year'; readonly fiscalYear: number }
  | { readonly type: 'fiscal_year_to_date'; readonly fiscalYear: number; readonly through: YearMonth }
  | { readonly type: 'custom'; readonly from: IsoDate; readonly to: IsoDate }
  /** One figure for each month, never one for all together. */
  | { readonly type: 'months'; readonly months: readonly YearMonth[] };

/** Published pairs of a monthly and a weekly number (280 and 70) take four weeks to the month. */
export const WEEKS_PER_MONTH = 4;

/**
 * The windows of a period: one, or one for each month of a list.
 * @throws RangeError when a year to date runs through a month of another fiscal year, or a custom window ends before it begins
 */
export function windowsOf(period: Period): Window[] {
  switch (period.type) {
    case 'month':
      return [monthWindow(period.month)];
    case 'months':
      return period.months.map(monthWindow);
    case 'fiscal_year':
      return [fiscalYearRange(period.fiscalYear)];
    case 'fiscal_year_to_date': {
      if (!fiscalMonths(period.fiscalYear).includes(period.through)) {
        throw new RangeError(`${period.through} is not a month of fiscal year ${period.fiscalYear}`);
      }
      return [{ from: fiscalYearRange(period.fiscalYear).from, to: lastDay(period.through) }];
    }
    case 'custom':
      if (period.to < period.from) throw new RangeError(`window ends before it begins: ${period.from}..${period.to}`);
      return [{ from: period.from, to: period.to }];
  }
}

export function monthWindow(month: YearMonth): Window {
  return { from: firstDay(month), to: lastDay(month) };
}

/** The part of a window that lies inside another, for example of a fiscal year in which a site began; null when apart. */
export function overlap(window: Window, limits: Window): Window | null {
  const from = window.from > limits.from ? window.from : limits.from;
  const to = window.to < limits.to ? window.to : limits.to;
  return from <= to ? { from, to } : null;
}

/** Length of a window in months; a month begun or ended in the middle counts with its share of days (9-30 November: 22/30). */
export function monthsIn(window: Window): number {
  return monthsBetween(monthOf(window.from), monthOf(window.to))
    .map((month) => {
      const whole = monthWindow(month);
      const part = overlap(window, whole);
      return part === null ? 0 : daysIn(part) / daysIn(whole);
    })
    .reduce((sum, share) => sum + share, 0);
}

/** The month a window is exactly, or null. */
export function wholeMonth(window: Window): YearMonth | null {
  const month = monthOf(window.from);
  const { from, to } = monthWindow(month);
  return window.from === from && window.to === to ? month : null;
}

/** A number of a month said for one of its weeks (週あたり). */
export function perWeek(monthly: number, weeksPerMonth: number = WEEKS_PER_MONTH): number {
  return monthly / weeksPerMonth;
}

function daysIn(window: Window): number {
  return daysBetween(window.from, window.to) + 1;
}
