import { addMonths, ageOn, isKana, type FieldError, type IsoDate } from '#kernel';
import { atMost, notBefore, notInFuture, realDate, required, requiredDate } from '#domain/fields';

/** 年代, known when the birth date is not; '10s' means up to 19 and '70s' 70 and older. */
export const AGE_BANDS = ['10s', '20s', '30s', '40s', '50s', '60s', '70s'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** How well Japanese is spoken, or read and written: the two are recorded apart. */
export const JAPANESE_LEVELS = ['fluent', 'daily', 'little', 'none'] as const;
export type JapaneseLevel = (typeof JAPANESE_LEVELS)[number];

export const NAME_MAX = 60;
const OLDEST_AGE = 120;

/** 氏名・生年月日 as filled in. Written names are kept as typed, variant characters included. */
export interface PersonDraft {
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  /** 旧姓. */
  readonly formerName: string | null;
  /** Either the birth date … */
  readonly birthDate: IsoDate | null;
  /** … or only the age band; neither may be known at the first meeting. */
  readonly ageBand: AgeBand | null;
}

export function personProblems(draft: PersonDraft, today: IsoDate): FieldError[] {
  return [
    ...nameProblems('familyName', draft.familyName),
    ...nameProblems('givenName', draft.givenName),
    ...kanaProblems('familyKana', draft.familyKana),
    ...kanaProblems('givenKana', draft.givenKana),
    ...atMost('formerName', draft.formerName, NAME_MAX),
    ...realDate('birthDate', draft.birthDate),
    ...notInFuture('birthDate', draft.birthDate, today),
    ...birthDateTooOld(draft.birthDate, today),
    ...(draft.birthDate && draft.ageBand ? [{ field: 'ageBand', code: 'birth_date_and_age_band' }] : []),
  ];
}

/** The age band of an age in completed years. */
export function ageBandOf(age: number): AgeBand {
  const decade = Math.min(Math.max(Math.floor(age / 10), 1), AGE_BANDS.length);
  return AGE_BANDS[decade - 1] as AgeBand;
}

/** What is known of a person's age on a day: completed years and the band, or only the band, or nothing. */
export function ageOf(
  person: Pick<PersonDraft, 'birthDate' | 'ageBand'>,
  today: IsoDate,
): { years: number | null; band: AgeBand | null } {
  if (person.birthDate === null) return { years: null, band: person.ageBand };
  const years = ageOn(person.birthDate, today);
  return { years, band: ageBandOf(years) };
}

/** 求職登録: the number and its day come together, on a day that has come. */
export function registrationProblems(number: string, registeredOn: IsoDate | null, today: IsoDate): FieldError[] {
  return [
    ...required('helloWorkNumber', number),
    ...atMost('helloWorkNumber', number, NAME_MAX),
    ...requiredDate('helloWorkRegisteredOn', registeredOn),
    ...notInFuture('helloWorkRegisteredOn', registeredOn, today),
  ];
}

function nameProblems(field: string, value: string): FieldError[] {
  return [...required(field, value), ...atMost(field, value, NAME_MAX)];
}

function kanaProblems(field: string, value: string): FieldError[] {
  const readable = !value.trim() || isKana(value);
  return [...nameProblems(field, value), ...(readable ? [] : [{ field, code: 'not_kana' }])];
}

function birthDateTooOld(birthDate: IsoDate | null, today: IsoDate): FieldError[] {
  return notBefore('birthDate', birthDate, addMonths(today, -12 * OLDEST_AGE), 'birth_date_too_early');
}
