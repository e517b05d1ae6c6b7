import type { IsoDate } from '#kernel';
import type { RateStyle } from './definition.js';

/** A window of days, both ends included. */
export interface Window {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What was counted: opening a figure shows exactly these records. */
export interface Counted {
  readonly value: number;
  /** The facts that made the number, in the order given. */
  readonly factIds: readonly string[];
  /** The people (or, for establishments, nobody) behind them, each once. */
  readonly personIds: readonly string[];
}

/** Why a rate needs a word beside it. */
export type RateNote =
  /** The denominator is zero: there is no rate. */
  | { readonly code: 'denominator_zero' }
  /** Above 100 % because the numerator is not limited to the people of the denominator; so many are not among them. */
  | { readonly code: 'above_100_explained'; readonly outsideDenominator: number }
  /** Not final: so many people of the denominator are still under support. */
  | { readonly code: 'still_under_support'; readonly people: number }
  /** Not final: the window has not ended on the as-of date. */
  | { readonly code: 'window_not_over' };

/** A rate with everything needed to read it. */
export interface RateFigure {
  readonly state: 'rate';
  readonly style: RateStyle;
  readonly numerator: Counted;
  readonly denominator: Counted;
  /** Percent, rounded half up to one decimal; null when the denominator is zero. */
  readonly percent: number | null;
  /** As printed: '170%', '61.0%', '—'. */
  readonly text: string;
  readonly provisional: boolean;
  readonly notes: readonly RateNote[];
}

/**
 * The outcome of evaluating a definition. Zero is a `count` of 0; `not_yet_held` says that the window has not begun;
 * `no_data` says that nobody knows. Pages must show the three differently.
 */
export type Figure =
  | ({ readonly state: 'count' } & Counted)
  | RateFigure
  | { readonly state: 'not_yet_held' }
  | { readonly state: 'no_data' };
