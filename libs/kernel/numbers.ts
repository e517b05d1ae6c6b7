/** Shown in place of a rate whose denominator is zero. */
const NO_RATE = '—';

/**
 * Rounds half up (四捨五入) in decimal, away from zero for negative numbers: halfUp(1.005, 2) is 1.01 although the
 * nearest binary fraction lies below. Works on the shortest decimal text of the number.
 * @param decimals digits after the point, 0 or more
 */
export function halfUp(value: number, decimals: number): number {
  const shifted = shiftPoint(Math.abs(value), decimals);
  const rounded = shiftPoint(Math.floor(shifted + 0.5), -decimals);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** A rate in percent, not rounded and not capped: rate(17, 10) is 170. Null when the denominator is zero. */
export function rate(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : (numerator * 100) / denominator;
}

/**
 * A rate as printed in reports: one decimal, half up; exactly whole rates without decimals; '—' for null.
 * So 17 of 10 is '170%' and 191 of 313 is '61.0%', where the decimal tells that it was rounded.
 */
export function formatRate(percent: number | null): string {
  if (percent === null) return NO_RATE;
  return Number.isInteger(percent) ? `${percent}%` : `${halfUp(percent, 1).toFixed(1)}%`;
}

/** Moves the decimal point by text, because multiplying by a power of ten adds binary error. */
function shiftPoint(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
