/** A calendar day, 'YYYY-MM-DD' (Gregorian, four-digit year, zero-padded). Compares correctly as text. */
export type IsoDate = string;

/** A calendar month, 'YYYY-MM'. Compares correctly as text. */
export type YearMonth = string;

/** Day of the week, 0 = Sunday (日) … 6 = Saturday (土). */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const MS_PER_DAY = 86_400_000;
const DATE_SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_SHAPE = /^\d{4}-(0[1-9]|1[0-2])$/;

/**
 * Years that a record may name, from the first of 明治 to far beyond any plan. Inside them arithmetic with days stays among days that
 * the calendar here and the database both write with four digits.
 */
export const RECORD_YEARS = { first: 1868, last: 2199 } as const;

interface CalendarDay {
  year: number;
  /** 1-12 */
  month: number;
  /** 1-31 */
  day: number;
}

/** Whether the value is an existing day written as 'YYYY-MM-DD' ('2023-02-29' is not). */
export function isIsoDate(value: unknown): value is IsoDate {
  const match = typeof value === 'string' ? DATE_SHAPE.exec(value) : null;
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether the value is a month written as 'YYYY-MM'. */
export function isYearMonth(value: unknown): value is YearMonth {
  return typeof value === 'string' && MONTH_SHAPE.test(value);
}

/** Whether the value is an existing day ('YYYY-MM-DD') of the years that a record may name. */
export function isRecordDay(value: unknown): value is IsoDate {
  return isIsoDate(value) && isRecordYear(Number(value.slice(0, 4)));
}

/** Whether the value is a month ('YYYY-MM') of the years that a record may name. */
export function isRecordMonth(value: unknown): value is YearMonth {
  return isYearMonth(value) && isRecordYear(Number(value.slice(0, 4)));
}

/** Whether the value is a whole year that a record may name. */
export function isRecordYear(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= RECORD_YEARS.first && Number(value) <= RECORD_YEARS.last;
}

/** The day `count` days later (earlier when negative). Throws RangeError if `date` is not a date. */
export function addDays(date: IsoDate, count: number): IsoDate {
  return fromEpochDay(toEpochDay(date) + count);
}

/**
 * The same day of the month `count` months later (earlier when negative), clamped to the end of a shorter month:
 * one month after 31 January is the last day of February.
 */
export function addMonths(date: IsoDate, count: number): IsoDate {
  const { year, month, day } = partsOf(date);
  const target = year * 12 + (month - 1) + count;
  const targetYear = Math.floor(target / 12);
  const targetMonth = target - targetYear * 12 + 1;
  return toIsoDate(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** Days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** The month a day lies in. */
export function monthOf(date: IsoDate): YearMonth {
  partsOf(date);
  return date.slice(0, 7);
}

/** The first day of a month. */
export function firstDay(month: YearMonth): IsoDate {
  return `${checkedMonth(month)}-01`;
}

/** The last day of a month (28 to 31). */
export function lastDay(month: YearMonth): IsoDate {
  const { year, month: number } = partsOf(firstDay(month));
  return toIsoDate(year, number, daysInMonth(year, number));
}

/** The month after. */
export function nextMonth(month: YearMonth): YearMonth {
  return addMonths(firstDay(month), 1).slice(0, 7);
}

/** The month before. */
export function previousMonth(month: YearMonth): YearMonth {
  return addMonths(firstDay(month), -1).slice(0, 7);
}

/** Every month from `from` to `to`, both included; empty when `to` is earlier. */
export function monthsBetween(from: YearMonth, to: YearMonth): YearMonth[] {
  const last = checkedMonth(to);
  const months: YearMonth[] = [];
  for (let month = checkedMonth(from); month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

/**
 * Age in completed years on a day (満年齢), as people count it: the year is completed on the birthday itself.
 * A person born on 29 February completes a year on 1 March of a common year. Negative before birth.
 */
export function ageOn(birth: IsoDate, day: IsoDate): number {
  const born = partsOf(birth);
  const on = partsOf(day);
  const birthdayReached = on.month > born.month || (on.month === born.month && on.day >= born.day);
  return on.year - born.year - (birthdayReached ? 0 : 1);
}

/** The day of the week. */
export function weekdayOf(date: IsoDate): Weekday {
  return new Date(toEpochDay(date) * MS_PER_DAY).getUTCDay() as Weekday;
}

/** Year, month (1-12) and day of a date. Throws RangeError if it is not one. */
export function partsOf(date: IsoDate): CalendarDay {
  if (!isIsoDate(date)) throw new RangeError(`not a date (YYYY-MM-DD): ${String(date)}`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** 'YYYY-MM-DD' from numbers; the caller has checked that the day exists. */
export function toIsoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Number of days in a month (1-12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function checkedMonth(month: YearMonth): YearMonth {
  if (!isYearMonth(month)) throw new RangeError(`not a month (YYYY-MM): ${String(month)}`);
  return month;
}

/** Days since 1970-01-01. UTC is used only as a calendar without summer time. */
function toEpochDay(date: IsoDate): number {
  partsOf(date);
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
}

function fromEpochDay(epochDay: number): IsoDate {
  const day = new Date(epochDay * MS_PER_DAY);
  return toIsoDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}
