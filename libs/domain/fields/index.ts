/**
 * Checks that every form of the trade repeats (必須, 日付, 選択肢). Each answers with the problems it found, so a
 * validation is a list of checks spread into one array. An empty value is the business of {@link required} alone: the
 * other checks pass it.
 */
import { type FieldError, type IsoDate, isIsoDate } from '#kernel';

type Text = string | null | undefined;

/** 必須: text must hold something besides spaces. */
export function required(field: string, value: Text): FieldError[] {
  return value?.trim() ? [] : [{ field, code: 'required' }];
}

/** 必須の選択. */
export function chosen(field: string, value: unknown): FieldError[] {
  return value === null || value === undefined || value === '' ? [{ field, code: 'choose_one' }] : [];
}

/** 文字数: at most `max` characters as a person counts them (a surrogate pair is one). */
export function atMost(field: string, value: Text, max: number): FieldError[] {
  return value && [...value].length > max ? [{ field, code: 'too_long', params: { max } }] : [];
}

/** 日付: an existing day. */
export function realDate(field: string, value: Text): FieldError[] {
  return !value || isIsoDate(value) ? [] : [{ field, code: 'not_a_date' }];
}

/** 必須の日付. */
export function requiredDate(field: string, value: Text): FieldError[] {
  return value ? realDate(field, value) : [{ field, code: 'required' }];
}

/** A day that has come: what is recorded as done cannot lie ahead. */
export function notInFuture(field: string, value: Text, today: IsoDate): FieldError[] {
  return isComparable(value) && value > today ? [{ field, code: 'date_in_future' }] : [];
}

/**
 * The order of two days on one form. `code` says in the words of the trade what is wrong, for example
 * `end_before_start`; `params.earliest` carries the day it may not precede.
 */
export function notBefore(field: string, value: Text, earliest: Text, code: string): FieldError[] {
  const outOfOrder = isComparable(value) && isComparable(earliest) && value < earliest;
  return outOfOrder ? [{ field, code, params: { earliest } }] : [];
}

/** A whole number between two bounds, both allowed; null passes. */
export function between(field: string, value: number | null | undefined, min: number, max: number): FieldError[] {
  if (value === null || value === undefined) return [];
  return Number.isInteger(value) && value >= min && value <= max
    ? []
    : [{ field, code: 'out_of_range', params: { min, max } }];
}

/** Builds the guard that turns the text of a form or a column into one of the codes of a list. */
export function codeGuard<Code extends string>(codes: readonly Code[]): (value: unknown) => value is Code {
  const known = new Set<unknown>(codes);
  return (value): value is Code => known.has(value);
}

function isComparable(value: Text): value is IsoDate {
  return Boolean(value) && isIsoDate(value as string);
}
