// Days of Japan, as the office has them.
const TOKYO_MS = 9 * 3_600_000;

/** @param {number} [months] from this month on */
export function monthOf(months = 0, now = Date.now()) {
  const day = new Date(now + TOKYO_MS);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1)).toISOString().slice(0, 7);
}

export const today = (now = Date.now()) => new Date(now + TOKYO_MS).toISOString().slice(0, 10);

/** @param {string} month @returns {number} seconds until six in the morning of its first day */
export const secondsUntilFirstOf = (month, now = Date.now()) =>
  Math.round((Date.parse(`${month}-01T06:00:00+09:00`) - now) / 1000);

/** @param {string} month */
export function fiscalYearOf(month) {
  const [year, number] = month.split('-').map(Number);
  return number >= 4 ? year : year - 1;
}
