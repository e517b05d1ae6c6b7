import { type IsoDate, lastDay, monthOf } from '#kernel';
import { monthWindow, overlap, type Window } from './window.js';

/**
 * Days over which a plan's figures are told for the whole site: a month, its part inside the plan, or the days from the plan's first to the end of a month.
 * Over any others a difference of two would tell of the people of single days.
 */
export function isAgreedWindow(plan: Window, { from, to }: Window): boolean {
  const inMonth = monthWindow(monthOf(to));
  const ends = [inMonth.to, plan.to].includes(to);
  const isIn = (window: Window | null): boolean => window !== null && window.from === from && window.to === to;
  return isIn(inMonth) || isIn(overlap(inMonth, plan)) || (ends && from === plan.from);
}

/** Days as of which they are told (時点): today, and the last of a month. */
export function isAgreedMoment(asOf: IsoDate, today: IsoDate): boolean {
  return asOf === today || asOf === lastDay(monthOf(asOf));
}
