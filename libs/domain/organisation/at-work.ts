import type { IsoDate } from '#kernel';
import { isAssignedOn } from './assignment.js';

/** A time at a site (拠点での勤務). */
export interface Posting {
  readonly startsOn: IsoDate;
  /** The first day without it; null while it goes on. */
  readonly endsOn: IsoDate | null;
}

/** 職員, as far as it says when they are there. */
export interface Employment {
  readonly employedFrom: IsoDate;
  /** The first day they are gone (離任日); null while they stay. */
  readonly employedUntil: IsoDate | null;
}

/**
 * Whether somebody works at the site on a day (在籍): employed, and posted there.
 * @public the view staff_at_work is held to it (test/rules)
 */
export function isAtWork(
  { employedFrom, employedUntil }: Employment,
  postings: readonly Posting[],
  day: IsoDate,
): boolean {
  return (
    isAssignedOn({ startsOn: employedFrom, endsOn: employedUntil }, day) &&
    postings.some((posting) => isAssignedOn(posting, day))
  );
}
