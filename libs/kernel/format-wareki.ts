import { tokyoDateOf, tokyoTimeOf } from './clock.js';
import { firstDay, lastDay, partsOf, type IsoDate, type YearMonth } from './dates.js';
import { eraOf, firstYearOf, type Era } from './eras.js';

/** A date as it is written into an era choice and three boxes; without an era the year is western. */
export interface WarekiParts {
  era: Era | null;
  /** Year of the era, 1 for 元年. */
  year: number;
  month: number;
  day: number;
}

/** Splits a date into era, year of the era, month and day, to fill date boxes. */
export function warekiParts(date: IsoDate): WarekiParts {
  const { year, month, day } = partsOf(date);
  const era = eraOf(date);
  return { era, year: era === null ? year : year - firstYearOf(era) + 1, month, day };
}

/** Japanese date (和暦) in full: '平成24年4月1日', '令和元年5月1日'. Days before Meiji are given in western years. */
export function formatWareki(date: IsoDate): string {
  const { month, day } = warekiParts(date);
  return `${formatYear(date)}${month}月${day}日`;
}

/** Japanese date with the western year (和暦・西暦併記): '平成24年4月1日（2012年）'. */
export function formatBoth(date: IsoDate): string {
  return eraOf(date) === null ? formatWareki(date) : `${formatWareki(date)}（${partsOf(date).year}年）`;
}

/**
 * A month in the Japanese calendar: '平成24年4月'. A month in which the era changes bears the name of its last day,
 * as April 2019 is 平成31年4月 and May 2019 令和元年5月.
 */
export function formatMonthWareki(month: YearMonth): string {
  return `${formatYear(lastDay(month))}${partsOf(firstDay(month)).month}月`;
}

/** A moment in Japan (Asia/Tokyo): '令和8年6月10日 12:00'. */
export function formatMoment(at: Date): string {
  return `${formatWareki(tokyoDateOf(at))} ${tokyoTimeOf(at)}`;
}

/** Short form for tables: 'H24.4.1', 'R1.5.1'; days before Meiji as '1867.12.31'. */
export function shortWareki(date: IsoDate): string {
  const { era, year, month, day } = warekiParts(date);
  return `${era?.letter ?? ''}${year}.${month}.${day}`;
}

/** The year a day lies in: '平成24年', '令和元年'. The first year of an era is written 元年. */
export function formatYear(date: IsoDate): string {
  const { era, year } = warekiParts(date);
  if (era === null) return `${year}年`;
  return `${era.name}${year === 1 ? '元' : year}年`;
}
