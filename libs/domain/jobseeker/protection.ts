import { addDays, addMonths, type FieldError, type IsoDate, type Reason } from '#kernel';
import { notInFuture, requiredDate } from '#domain/fields';

const VALID_MONTHS = 12;
const RENEWAL_MONTHS_BEFORE_END = 1;

/** How a DV等支援措置 stands on a day; in `renewal_window` it is in force and may be renewed. */
export type ProtectionStatus = 'none' | 'in_force' | 'renewal_window' | 'expired';

/**
 * The last day of a measure that starts on a day: it holds for one year, to the day before the same date. Where the
 * next year lacks that date (29 February), it is the last day of the month, as periods are counted in civil law.
 */
export function protectedUntil(startsOn: IsoDate): IsoDate {
  const yearLater = addMonths(startsOn, VALID_MONTHS);
  return yearLater.slice(-2) === startsOn.slice(-2) ? addDays(yearLater, -1) : yearLater;
}

/** The first day on which a renewal may be asked for: one month before the end. */
export function renewableFrom(until: IsoDate): IsoDate {
  return addMonths(until, -RENEWAL_MONTHS_BEFORE_END);
}

/** @param until the last day of the measure (措置の期限), null if there is none. */
export function protectionStatus(until: IsoDate | null, today: IsoDate): ProtectionStatus {
  if (until === null) return 'none';
  if (until < today) return 'expired';
  return today >= renewableFrom(until) ? 'renewal_window' : 'in_force';
}

export function isProtected(until: IsoDate | null, today: IsoDate): boolean {
  return until !== null && until >= today;
}

/** The last day after a renewal: one more year follows the running one without a gap. */
export function renewedUntil(until: IsoDate): IsoDate {
  return protectedUntil(addDays(until, 1));
}

/** Why a measure cannot be renewed now. One that ran out is not renewed but begun anew. */
export function renewalReasons(until: IsoDate | null, today: IsoDate): Reason[] {
  switch (protectionStatus(until, today)) {
    case 'none':
      return [{ code: 'protection_missing' }];
    case 'expired':
      return [{ code: 'protection_expired' }];
    case 'in_force':
      return [{ code: 'protection_not_yet_renewable', params: { from: renewableFrom(until as IsoDate) } }];
    case 'renewal_window':
      return [];
  }
}

export function protectionProblems(startsOn: IsoDate | null, today: IsoDate): FieldError[] {
  return [...requiredDate('startsOn', startsOn), ...notInFuture('startsOn', startsOn, today)];
}
