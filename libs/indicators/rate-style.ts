/**
 * 就職率の種類: the three meanings of a placement rate, shown beside every rate.
 * - `period` (期間の率): numerator in the window ÷ denominator in the window; the two need not be the same people, so it may pass
 *   100 % and is never capped
 * - `cohort` (追跡した率): of the people of the denominator in the window, those of the numerator from their own start to the
 *   as-of date
 * - `on_supported` (支援対象者に対する率): numerator in the window ÷ people under support in the window
 */
export const RATE_STYLES = ['period', 'cohort', 'on_supported'] as const;
export type RateStyle = (typeof RATE_STYLES)[number];

/** Whether the rate may still change while people of its denominator are under support. */
export function waitsForSupport(style: RateStyle): boolean {
  return style !== 'period';
}
