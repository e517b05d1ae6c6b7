import type { IsoDate } from './dates.js';

export type EraCode = 'meiji' | 'taisho' | 'showa' | 'heisei' | 'reiwa';

/** An era (元号) of the Japanese calendar. */
export interface Era {
  readonly code: EraCode;
  /** As written in full: '平成'. */
  readonly name: string;
  /** As written on forms: 'H'. */
  readonly letter: string;
  /** First day that bears the era's name. */
  readonly from: IsoDate;
  /** Last day that bears it; null for the present era. */
  readonly to: IsoDate | null;
}

/**
 * The eras, oldest first. Meiji counts from the first day of its first year, to which it was applied backwards.
 * 30 July 1912 and 25 December 1926 bear two names, the old era's and the new one's; later eras change at midnight.
 */
export const ERAS: readonly Era[] = [
  { code: 'meiji', name: '明治', letter: 'M', from: '1868-01-25', to: '1912-07-30' },
  { code: 'taisho', name: '大正', letter: 'T', from: '1912-07-30', to: '1926-12-25' },
  { code: 'showa', name: '昭和', letter: 'S', from: '1926-12-25', to: '1989-01-07' },
  { code: 'heisei', name: '平成', letter: 'H', from: '1989-01-08', to: '2019-04-30' },
  { code: 'reiwa', name: '令和', letter: 'R', from: '2019-05-01', to: null },
];

/** The era of a day, the newer one where a day has two; null before Meiji. */
export function eraOf(date: IsoDate): Era | null {
  return ERAS.findLast((era) => era.from <= date) ?? null;
}

/** Whether the day bears the era's name. */
export function existedOn(era: Era, date: IsoDate): boolean {
  return era.from <= date && (era.to === null || date <= era.to);
}

/** The western year in which the era's first year (元年) lies. */
export function firstYearOf(era: Era): number {
  return Number(era.from.slice(0, 4));
}
