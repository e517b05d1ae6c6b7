import { type Grant, holdsOn, type SharingCategory } from '#domain/sharing';
import type { IsoDate } from '#kernel';
import type { SharingBasis } from './sharing.js';

/** A line of the ledger as far as the end of a consent concerns it. */
export interface LedgerGrant extends Omit<Grant, 'jobseekerId'> {
  readonly basis: SharingBasis;
  readonly consentId: string | null;
}

/** What one organisation sees of another's no more, and what it goes on seeing by another grant. */
interface Loss {
  readonly giver: number;
  readonly receiver: number;
  readonly lost: readonly SharingCategory[];
  readonly stays: readonly SharingCategory[];
}

/**
 * What disappears for whom when consents, or single categories of them, end on a day: each direction by itself, for one may be open by a meeting or by a
 * consent that stays.
 * @param categories only these of the consents; all where none are named
 */
export function lossOf(
  ledger: readonly LedgerGrant[],
  consentIds: readonly string[],
  day: IsoDate,
  categories?: readonly SharingCategory[],
): Loss[] {
  const inForce = ledger.filter((grant) => grant.giver !== grant.receiver && holdsOn(grant, day));
  const ends = ({ consentId, category }: LedgerGrant): boolean =>
    consentId !== null && consentIds.includes(consentId) && (categories?.includes(category) ?? true);
  const directions = new Map(inForce.map(({ giver, receiver }) => [`${giver} ${receiver}`, { giver, receiver }]));
  return [...directions.values()].flatMap(({ giver, receiver }) => {
    const own = inForce.filter((grant) => grant.giver === giver && grant.receiver === receiver);
    const staying = new Set(own.filter((grant) => !ends(grant)).map(({ category }) => category));
    const ending = [...new Set(own.filter(ends).map(({ category }) => category))];
    const lost = ending.filter((category) => !staying.has(category));
    return ending.length === 0
      ? []
      : [{ giver, receiver, lost, stays: ending.filter((category) => staying.has(category)) }];
  });
}
