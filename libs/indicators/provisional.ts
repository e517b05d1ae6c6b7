import { type IsoDate, lastDay, type YearMonth } from '#kernel';
import type { RateNote } from './figure.js';

/**
 * 速報: which figures may still change.
 *
 * A month's figures are provisional until the month is closed (月次締め): records may be added late or undone, also long after
 * its last day. A rate is provisional beyond that while people of its denominator are still under support, because they may
 * yet be placed.
 */
export interface MonthState {
  /** Closing has set the figures down; before that every figure of the month is provisional. */
  readonly provisional: boolean;
  /** The month is not over on the as-of day: its figures are of a part of it. */
  readonly running: boolean;
}

/** @param closedOn the day the month was closed, null while it is not */
export function stateOfMonth(month: YearMonth, asOf: IsoDate, closedOn: IsoDate | null): MonthState {
  return { provisional: closedOn === null || asOf < closedOn, running: asOf < lastDay(month) };
}

/** What makes a rate provisional, in words beside it; none when it is final. */
export function provisionalNotes(known: { readonly windowOver: boolean; readonly stillSupported: number }): RateNote[] {
  const notes: RateNote[] = [];
  if (!known.windowOver) notes.push({ code: 'window_not_over' });
  if (known.stillSupported > 0) notes.push({ code: 'still_under_support', people: known.stillSupported });
  return notes;
}
