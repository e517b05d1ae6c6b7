import type { FactName } from './fact.js';
import type { RateStyle } from './rate-style.js';

/** A count: which fact, how much. All that an engine may tell which must not look at people. */
export interface CountedNumber {
  readonly fact: FactName;
  readonly value: number;
}

/** A count with what made it: opening a figure shows exactly these records. */
export interface Counted extends CountedNumber {
  /** Identifiers of the facts that made the number, in the order given. */
  readonly factIds: readonly string[];
  /** The people of these facts, each once. */
  readonly personIds: readonly string[];
}

/** Why a rate needs a word beside it. */
export type RateNote =
  /** The denominator is zero: there is no rate. */
  | { readonly code: 'denominator_zero' }
  /** Above 100 %: the numerator is not limited to the people of the denominator; so many of it are not among them. */
  | { readonly code: 'above_100_explained'; readonly outsideDenominator: number }
  /** Not final: so many people of the denominator are still under support on the as-of date. */
  | { readonly code: 'still_under_support'; readonly people: number }
  /** Not final: the window has not ended on the as-of date. */
  | { readonly code: 'window_not_over' };

/** A rate with everything needed to read it. */
export interface RateFigure<Count extends CountedNumber = Counted> {
  readonly state: 'rate';
  readonly style: RateStyle;
  readonly numerator: Count;
  readonly denominator: Count;
  /** Percent, half up to one decimal, not capped; null when the denominator is zero. */
  readonly percent: number | null;
  /** As printed: '170%', '61.0%', '—'. */
  readonly text: string;
  readonly provisional: boolean;
  readonly notes: readonly RateNote[];
}

/**
 * The outcome of evaluating a definition. A true zero is a number; `not_yet_held` says that the window has not begun on
 * the as-of date; `no_data` says that nobody has told the number, `withheld` that it is not told. Pages must show them differently.
 */
export type Figure<Count extends CountedNumber = Counted> =
  | ({ readonly state: 'count' } & Count)
  | { readonly state: 'sum'; readonly value: number; readonly terms: readonly Count[] }
  | RateFigure<Count>
  | { readonly state: 'manual'; readonly value: number; readonly source: string }
  | { readonly state: 'not_yet_held' }
  | { readonly state: 'no_data' }
  | WithheldFigure;

/**
 * Not told to a reader, whatever the number: the definition is not agreed by both sides (it may fit one person), or it is asked for over days of one's own,
 * whose differences would tell of single people.
 */
export interface WithheldFigure {
  readonly state: 'withheld';
  readonly because: 'not_agreed' | 'own_days';
}
