import { addMonths, daysBetween, type FieldError, type IsoDate, type Reason } from '#kernel';
import { atMost, notBefore, notInFuture, requiredDate } from '#domain/fields';

/** Months after the start at which the person is contacted, where the site sets nothing else. */
export const RETENTION_MONTHS: readonly number[] = [1, 3, 6];
export const RETENTION_TEXT_MAX = 4000;

/** A placement as far as staying in the job is concerned. */
export interface Employment {
  /** 就職日. */
  readonly startsOn: IsoDate;
  /** 離職日, the last day of work; null while in the job. */
  readonly leftOn: IsoDate | null;
  readonly reversedOn: IsoDate | null;
}

/** The days on which contacts fall due (定着支援の予定). */
export function retentionSchedule(startsOn: IsoDate, months: readonly number[] = RETENTION_MONTHS): IsoDate[] {
  return months.map((month) => addMonths(startsOn, month)).sort();
}

/** The next contact: the first scheduled day after the last contact. Null when all are made or the job is over. */
export function nextContactDue(
  employment: Employment,
  contactedOn: readonly IsoDate[],
  months: readonly number[] = RETENTION_MONTHS,
): IsoDate | null {
  if (employment.leftOn !== null || employment.reversedOn !== null) return null;
  const last = [...contactedOn].sort().at(-1) ?? '';
  return retentionSchedule(employment.startsOn, months).find((day) => day > last) ?? null;
}

/** 在職中: at work on a day, the last day of work included. */
export function isEmployedOn({ startsOn, leftOn, reversedOn }: Employment, day: IsoDate): boolean {
  return reversedOn === null && startsOn <= day && (leftOn === null || day <= leftOn);
}

/** Days in the job so far, or in all after leaving; the first day counts. 0 before the start or when reversed. */
export function daysEmployed({ startsOn, leftOn, reversedOn }: Employment, today: IsoDate): number {
  if (reversedOn !== null) return 0;
  const last = leftOn !== null && leftOn < today ? leftOn : today;
  return Math.max(0, daysBetween(startsOn, last) + 1);
}

export interface RetentionContactDraft {
  readonly contactedOn: IsoDate | null;
  readonly text: string;
}

export function contactProblems(draft: RetentionContactDraft, startsOn: IsoDate, today: IsoDate): FieldError[] {
  return [
    ...requiredDate('contactedOn', draft.contactedOn),
    ...notInFuture('contactedOn', draft.contactedOn, today),
    ...notBefore('contactedOn', draft.contactedOn, startsOn, 'before_start_of_work'),
    ...atMost('text', draft.text, RETENTION_TEXT_MAX),
  ];
}

/** 離職, as reported. */
export function leavingProblems(leftOn: IsoDate | null, startsOn: IsoDate, today: IsoDate): FieldError[] {
  return [
    ...requiredDate('leftOn', leftOn),
    ...notInFuture('leftOn', leftOn, today),
    ...notBefore('leftOn', leftOn, startsOn, 'before_start_of_work'),
  ];
}

export function leavingReasons({ leftOn, reversedOn }: Pick<Employment, 'leftOn' | 'reversedOn'>): Reason[] {
  if (reversedOn !== null) return [{ code: 'placement_already_reversed' }];
  return leftOn === null ? [] : [{ code: 'placement_already_left' }];
}
