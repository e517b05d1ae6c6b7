import type { IsoDate } from '#kernel';
import type { SharingCategory } from './categories.js';

/** A dated permission of one organisation to see what another wrote about a person, in one category (共有台帳の1行). */
export interface Grant {
  readonly jobseekerId: string;
  /** The organisation whose records are opened. */
  readonly giver: number;
  /** The organisation that may see them. */
  readonly receiver: number;
  readonly category: SharingCategory;
  readonly startsOn: IsoDate;
  /** The first day on which it may no longer see (この日から見られない); null while open-ended. */
  readonly endsOn: IsoDate | null;
}

/** A record about a person, as far as sight depends on it. */
export interface OwnedRecord {
  readonly jobseekerId: string;
  readonly organisationId: number;
  readonly category: SharingCategory;
}

/** Whether a grant holds on a day. That day alone decides: an end needs no one to write it down when it comes. */
export const holdsOn = ({ startsOn, endsOn }: Pick<Grant, 'startsOn' | 'endsOn'>, day: IsoDate): boolean =>
  startsOn <= day && (endsOn === null || day < endsOn);

/**
 * The one rule of sharing: a record is seen by the organisation that wrote it, and by whom that organisation gave its category, for this person, on
 * this day. What one receives one cannot give on: a grant opens what its giver wrote, and nothing that the giver was shown.
 * @public the policies repeat it (src/platform/sql/visibility.ts), held to it by test/access/sharing.spec.ts
 */
export function maySee(receiver: number, record: OwnedRecord, grants: readonly Grant[], day: IsoDate): boolean {
  return (
    record.organisationId === receiver ||
    grants.some(
      (grant) =>
        grant.jobseekerId === record.jobseekerId &&
        grant.giver === record.organisationId &&
        grant.receiver === receiver &&
        grant.category === record.category &&
        holdsOn(grant, day),
    )
  );
}
