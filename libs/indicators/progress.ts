import { monthOf, monthsBetween, type YearMonth } from '#kernel';
import type { Target } from './target.js';
import { monthsIn, monthWindow, overlap, wholeMonth, type Window } from './window.js';

/**
 * What the expected number rests on: the plan's own monthly profile, an even share of the year, or a target that does not
 * grow with time (a month's, a week's or a rate's).
 */
export type PaceBasis = 'profile' | 'linear' | 'fixed';

/** An actual beside what was to be expected by then. */
export type Progress =
  | {
      readonly comparable: true;
      readonly basis: PaceBasis;
      /** Expected in this window, not rounded. */
      readonly expected: number;
      /** The target of the plan's whole window; null when the target has no yearly total. */
      readonly whole: number | null;
      readonly actual: number;
      readonly reached: boolean;
    }
  | { readonly comparable: false; readonly reason: NotComparable };

export type NotComparable =
  /** A monthly or weekly target beside a window that is not one month: months are never added up silently. */
  | 'target_is_per_month'
  /** The window lies outside the plan. */
  | 'outside_plan'
  /** There is no number to compare: not yet held, no data, or a rate over nobody. */
  | 'no_actual';

/**
 * Compares an actual with its target (進捗).
 * @param planWindow the days the plan and its yearly targets speak of
 * @param window the days the actual was counted over
 * @param actual a number; percent for a rate; null when there is none
 */
export function progressOf(target: Target, planWindow: Window, window: Window, actual: number | null): Progress {
  if (actual === null) return { comparable: false, reason: 'no_actual' };
  const inPlan = overlap(window, planWindow);
  if (inPlan === null) return { comparable: false, reason: 'outside_plan' };

  const compare = (basis: PaceBasis, expected: number, whole: number | null): Progress => ({
    comparable: true,
    basis,
    expected,
    whole,
    actual,
    reached: actual >= expected,
  });
  switch (target.type) {
    case 'per_year':
      return compare('linear', target.value * (monthsIn(inPlan) / monthsIn(planWindow)), target.value);
    case 'profile':
      return compare('profile', profileShare(target.months, inPlan), total(Object.values(target.months)));
    case 'per_month':
      return wholeMonth(window) === null ? notOneMonth : compare('fixed', target.value, null);
    case 'per_week':
      return wholeMonth(window) === null ? notOneMonth : compare('fixed', target.value * target.weeksPerMonth, null);
    case 'rate':
      return compare('fixed', target.percent, null);
  }
}

const notOneMonth: Progress = { comparable: false, reason: 'target_is_per_month' };

/** The profile's months inside the window; a month covered in part gives its share of days. */
function profileShare(profile: Readonly<Record<YearMonth, number>>, window: Window): number {
  const months = monthsBetween(monthOf(window.from), monthOf(window.to));
  return total(
    months.map((month) => {
      const part = overlap(window, monthWindow(month));
      return part === null ? 0 : (profile[month] ?? 0) * monthsIn(part);
    }),
  );
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
