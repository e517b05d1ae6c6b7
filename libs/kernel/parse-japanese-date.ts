import { daysInMonth, toIsoDate, type IsoDate } from './dates.js';
import { ERAS, existedOn, firstYearOf, type Era } from './eras.js';

/** A date as typed into an era choice and three boxes (元号・年・月・日). */
export interface DateInput {
  /** '令和', '令', 'R', 'reiwa', or '' / '西暦' / absent for a western year. */
  era?: string;
  /** '6', '６', '元', 'R6', '令和6年', '2024'. */
  year: string;
  month: string;
  day: string;
}

export type DateField = 'era' | 'year' | 'month' | 'day';

export type DateInputErrorCode =
  /** 元号が使われていない日: the era did not exist on that day. */
  | 'era_did_not_exist'
  /** 暦にない日: 31 April, month 13, year 0. */
  | 'no_such_day'
  /** 未入力の欄がある, or a short year without an era. */
  | 'incomplete_date'
  /** 数字でない. */
  | 'not_a_number';

export type ParsedDate = { ok: true; date: IsoDate } | { ok: false; code: DateInputErrorCode; field?: DateField };

type Result<T> = { ok: true; value: T } | { ok: false; code: DateInputErrorCode; field: DateField };

const WESTERN_NAMES = new Set(['', '西暦', 'AD']);
const YEAR_SHAPE = /^(明治|大正|昭和|平成|令和|明|大|昭|平|令|西暦|[MTSHR])?(元|\d+)$/;

/** Whether all three boxes are empty; the era choice alone is not an entry. */
export function isBlankDate(input: DateInput): boolean {
  return [input.year, input.month, input.day].every((text) => tidy(text) === '');
}

/**
 * Reads a date typed in the Japanese or the western calendar (和暦・西暦), forgiving width, 元 and the units 年月日.
 * What is typed into the year box wins over the era choice: 'H24' is Heisei, and four digits are a western year.
 * The field of a failure is the box to correct.
 */
export function parseJapaneseDate(input: DateInput): ParsedDate {
  const year = readYear(tidy(input.era ?? ''), tidy(input.year).replace(/年$/, ''));
  if (!year.ok) return year;
  const month = readNumber(tidy(input.month).replace(/月$/, ''), 'month');
  if (!month.ok) return month;
  const day = readNumber(tidy(input.day).replace(/日$/, ''), 'day');
  if (!day.ok) return day;

  const { era, western } = year.value;
  if (month.value < 1 || month.value > 12) return failure('no_such_day', 'month');
  if (day.value < 1 || day.value > daysInMonth(western, month.value)) return failure('no_such_day', 'day');
  const date = toIsoDate(western, month.value, day.value);
  if (era !== null && !existedOn(era, date)) return failure('era_did_not_exist', 'era');
  return { ok: true, date };
}

/** The western year, and the era it was given in (null for a western year). */
function readYear(eraChoice: string, text: string): Result<{ era: Era | null; western: number }> {
  if (text === '') return failure('incomplete_date', 'year');
  const match = YEAR_SHAPE.exec(text);
  if (match === null) return failure('not_a_number', 'year');
  const number = match[2] === '元' ? 1 : Number(match[2]);
  if (match[1] === undefined && number >= 1000) return westernYear(number);

  const eraName = match[1] ?? eraChoice;
  if (WESTERN_NAMES.has(eraName)) return number >= 1000 ? westernYear(number) : failure('incomplete_date', 'era');
  const era = ERAS.find((each) => [each.name, each.name[0], each.letter, each.code.toUpperCase()].includes(eraName));
  if (era === undefined) return failure('era_did_not_exist', 'era');
  if (number < 1) return failure('no_such_day', 'year');
  const western = firstYearOf(era) + number - 1;
  // A year far beyond the era would not fit four digits; any such year is outside the era.
  return western > 9999 ? failure('era_did_not_exist', 'era') : success({ era, western });
}

function westernYear(year: number): Result<{ era: null; western: number }> {
  return year > 9999 ? failure('no_such_day', 'year') : success({ era: null, western: year });
}

function readNumber(text: string, field: DateField): Result<number> {
  if (text === '') return failure('incomplete_date', field);
  return /^\d+$/.test(text) ? success(Number(text)) : failure('not_a_number', field);
}

function tidy(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

function success<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

function failure(
  code: DateInputErrorCode,
  field: DateField,
): { ok: false; code: DateInputErrorCode; field: DateField } {
  return { ok: false, code, field };
}
