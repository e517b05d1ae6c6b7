import type { YearMonth } from '#kernel';

/**
 * What a site promised. An indicator may have several at once ("60 a year, 5 a month"); none makes it a reference figure
 * (参考値). A target of an indicator that is a sub-count (うち) is simply that indicator's own target.
 */
export type Target =
  /** At least `value` in the whole window of the plan (年間N以上). */
  | { readonly type: 'per_year'; readonly value: number }
  /** At least `value` in each month (月間N); months are never added up. */
  | { readonly type: 'per_month'; readonly value: number }
  /** At least `value` in each week (週N); compared through months of `weeksPerMonth` weeks. */
  | { readonly type: 'per_week'; readonly value: number; readonly weeksPerMonth: number }
  /** A number for each month of the plan, uneven on purpose (April 10 of 400 a year). */
  | { readonly type: 'profile'; readonly months: Readonly<Record<YearMonth, number>> }
  /** At least this many percent. */
  | { readonly type: 'rate'; readonly percent: number };
