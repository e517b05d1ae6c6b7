import { monthsBetween, partsOf, toIsoDate, type IsoDate, type YearMonth } from './dates.js';
import { formatYear } from './format-wareki.js';

/** A fiscal year (年度) by the western year in which it begins: 2012 is April 2012 to March 2013. */
export type FiscalYear = number;

/** A span of days, both ends included. */
export interface DateRange {
  from: IsoDate;
  to: IsoDate;
}

const FIRST_MONTH = 4;

/** The fiscal year a day lies in. */
export function fiscalYearOf(date: IsoDate): FiscalYear {
  const { year, month } = partsOf(date);
  return month >= FIRST_MONTH ? year : year - 1;
}

/** 1 April to 31 March. */
export function fiscalYearRange(fiscalYear: FiscalYear): DateRange {
  return { from: toIsoDate(fiscalYear, 4, 1), to: toIsoDate(fiscalYear + 1, 3, 31) };
}

/** The twelve months of a fiscal year, April first. */
export function fiscalMonths(fiscalYear: FiscalYear): YearMonth[] {
  const { from, to } = fiscalYearRange(fiscalYear);
  return monthsBetween(from.slice(0, 7), to.slice(0, 7));
}

/**
 * '平成24年度', '令和8年度'. Named by the era at the end of the calendar year it begins in: the national government called
 * the whole of April 2019 to March 2020 令和元年度, and 1988, whose era ended in January 1989, stayed 昭和63年度.
 */
export function fiscalYearLabel(fiscalYear: FiscalYear): string {
  return `${formatYear(toIsoDate(fiscalYear, 12, 31))}度`;
}
