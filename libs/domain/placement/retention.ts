import { addMonths, type FieldError, type IsoDate } from '#kernel';
import { atMost, notBefore, notInFuture, requiredDate } from '#domain/fields';
import type { Employment } from './employment.js';

/** Months after the start at which the person is contacted, where the site sets nothing else. */
const RETENTION_MONTHS: readonly number[] = [1, 3, 6];
const RETENTION_TEXT_MAX = 4000;

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
