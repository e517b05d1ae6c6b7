import {
  fiscalYearOf,
  fiscalYearRange,
  type IsoDate,
  monthOf,
  monthsBetween,
  previousMonth,
  type YearMonth,
} from '#kernel';

/**
 * Months whose report could be there today: those that are over, of this fiscal year and the last, since the site opened. Earlier
 * ones would say nothing that anybody still acts on.
 */
export function reportableMonths(siteOpenedOn: IsoDate, today: IsoDate): YearMonth[] {
  const lastYearBegan = fiscalYearRange(fiscalYearOf(today) - 1).from;
  const from = monthOf(siteOpenedOn > lastYearBegan ? siteOpenedOn : lastYearBegan);
  const to = previousMonth(monthOf(today));
  return monthsBetween(from, to);
}
