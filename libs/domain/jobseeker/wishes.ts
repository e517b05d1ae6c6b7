import { changedFields, type FieldError, type IsoDate, type Reason } from '#kernel';
import { atMost, between, notInFuture, requiredDate } from '#domain/fields';

export const WISH_TEXT_MAX = 1000;
export const OCCUPATIONS_MAX = 10;
/** 週の時間 that a wish may name. */
export const WISHED_HOURS = { min: 1, max: 60 } as const;

/** 希望条件: what work a person looks for. A change is a new row that supersedes the last; the history is kept. */
export interface Wish {
  /** 希望職種 in the order of preference. */
  readonly occupations: readonly string[];
  /** 未定: no occupation decided on yet. */
  readonly undecided: boolean;
  readonly weeklyHoursMin: number | null;
  readonly weeklyHoursMax: number | null;
  /** 曜日・時間帯, nights included. */
  readonly daysAndTimes: string | null;
  /** 通勤手段・範囲. */
  readonly commute: string | null;
  /** 勤務地, live-in included. */
  readonly workplace: string | null;
  readonly note: string | null;
}

/** A wish on record, with the day it was told. */
export interface RecordedWish extends Wish {
  readonly recordedOn: IsoDate;
}

/** One condition that a wish changed. */
export interface WishChange {
  readonly field: keyof Wish;
  readonly before: Wish[keyof Wish];
  readonly after: Wish[keyof Wish];
}

const TEXTS = ['daysAndTimes', 'commute', 'workplace', 'note'] as const satisfies readonly (keyof Wish)[];
const FIELDS = [
  'occupations',
  'undecided',
  'weeklyHoursMin',
  'weeklyHoursMax',
  ...TEXTS,
] as const satisfies readonly (keyof Wish)[];

export function wishProblems(wish: Wish, recordedOn: IsoDate | null, today: IsoDate): FieldError[] {
  const { weeklyHoursMin: min, weeklyHoursMax: max } = wish;
  const named = wish.occupations.some((occupation) => occupation.trim() !== '');
  const tooMany = wish.occupations.length > OCCUPATIONS_MAX;
  return [
    ...requiredDate('recordedOn', recordedOn),
    ...notInFuture('recordedOn', recordedOn, today),
    ...(named || wish.undecided ? [] : [{ field: 'occupations', code: 'occupation_or_undecided' }]),
    ...(tooMany ? [{ field: 'occupations', code: 'too_many', params: { max: OCCUPATIONS_MAX } }] : []),
    ...wish.occupations.flatMap((occupation, index) => atMost(`occupations.${index}`, occupation, WISH_TEXT_MAX)),
    ...between('weeklyHoursMin', min, WISHED_HOURS.min, WISHED_HOURS.max),
    ...between('weeklyHoursMax', max, WISHED_HOURS.min, WISHED_HOURS.max),
    ...(min !== null && max !== null && max < min ? [{ field: 'weeklyHoursMax', code: 'hours_reversed' }] : []),
    ...TEXTS.flatMap((field) => atMost(field, wish[field], WISH_TEXT_MAX)),
  ];
}

/** What a new wish changes, condition by condition; the first wish changes nothing. */
export function wishChanges(previous: Wish | null, next: Wish): WishChange[] {
  if (previous === null) return [];
  return changedFields(trimmed(previous), trimmed(next), FIELDS).map((field) => ({
    field,
    before: previous[field],
    after: next[field],
  }));
}

/** A row that repeats the last one would only blur the history. */
export function supersedeReasons(previous: Wish | null, next: Wish): Reason[] {
  return previous !== null && wishChanges(previous, next).length === 0 ? [{ code: 'wish_unchanged' }] : [];
}

/** The wish that held on a day: the last one told until then, rows of one day in the order given. */
export function wishOn<W extends RecordedWish>(history: readonly W[], on: IsoDate): W | null {
  return (
    inOrder(history)
      .filter(({ recordedOn }) => recordedOn <= on)
      .at(-1) ?? null
  );
}

/** The history, newest first, each wish with what it changed. */
export function wishHistory<W extends RecordedWish>(history: readonly W[]): { wish: W; changes: WishChange[] }[] {
  const ordered = inOrder(history);
  return ordered.map((wish, index) => ({ wish, changes: wishChanges(ordered[index - 1] ?? null, wish) })).reverse();
}

/** Sorting is stable, so rows of one day stay as given. */
function inOrder<W extends RecordedWish>(history: readonly W[]): W[] {
  return [...history].sort((one, other) => one.recordedOn.localeCompare(other.recordedOn));
}

/** An empty text and none are the same to the person. */
/** Spaces round a text, and a text of nothing, say nothing. */
const trimmed = (wish: Wish): Partial<Record<keyof Wish, unknown>> =>
  Object.fromEntries(
    Object.entries(wish).map(([field, value]) => [field, typeof value === 'string' ? value.trim() || null : value]),
  );
