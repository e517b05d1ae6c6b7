import { type Grant, categoriesShared } from '#domain/sharing';
import { addDays, type FieldError, type IsoDate } from '#kernel';
import type { Consent } from './consent.js';

/**
 * Why an organisation sees what another wrote: the person consented (同意), or a body with a legal duty of secrecy decided so (支援会議,
 * 支援調整会議), or another law allows it (named by its article). By registering the person itself (登録), or by what it wrote about them (記録), it knows whom.
 */
export type SharingBasis =
  'registered' | 'recorded' | 'consent' | 'support_meeting' | 'coordination_meeting' | 'other_law';

/** A grant about to be written, of one person. */
export interface SharingGrant extends Omit<Grant, 'jobseekerId'> {
  readonly basis: SharingBasis;
}

/**
 * The grants that follow from a consent to share: each organisation opens its records to the other, category by category, and neither opens what a
 * third showed it.
 */
export function grantsOf(consent: Consent): SharingGrant[] {
  const { kind, organisationId: one, sharedWithOrganisationId: other, givenOn, categories } = consent;
  if (kind !== 'sharing' || other === null || one === other) return [];
  const endsOn = endOfGrant(consent);
  return [
    { giver: one, receiver: other },
    { giver: other, receiver: one },
  ].flatMap(({ giver, receiver }) =>
    categoriesShared(categories).map((category) => ({
      giver,
      receiver,
      category,
      basis: 'consent' as const,
      startsOn: givenOn,
      endsOn,
    })),
  );
}

/**
 * What a person takes back with one consent: everything of its kind that they had agreed to by that day between the same organisations, whichever of the
 * two wrote it down. Somebody who says "share no longer" does not know how many sheets of paper there are. What they sign afterwards is a new will.
 */
export function withdrawnWith<C extends Consent>(consent: C, all: readonly C[], withdrawnOn: IsoDate): C[] {
  return all.filter((other) => other.givenOn <= withdrawnOn && mayBeWithdrawnWith(consent, other));
}

/**
 * What stays in force after a withdrawal because it was signed later: nobody decides for the person whether that was meant as well, so it is asked
 * ({@link remainingProblems}).
 */
export function remainingAfter<C extends Consent>(
  consent: C,
  all: readonly C[],
  withdrawnOn: IsoDate,
  today: IsoDate,
): C[] {
  return all.filter(
    (other) =>
      other.givenOn > withdrawnOn &&
      (other.endsOn === null || other.endsOn >= today) &&
      mayBeWithdrawnWith(consent, other),
  );
}

/** What becomes of the consents signed after the day of a withdrawal: taken back as well, from today, or kept. */
export const REMAINING_CHOICES = ['withdrawn', 'kept'] as const;
export type RemainingChoice = (typeof REMAINING_CHOICES)[number];

/** Where something stays in force, it is said what becomes of it. */
export function remainingProblems(remaining: readonly Consent[], choice: RemainingChoice | null): FieldError[] {
  return remaining.length > 0 && choice === null
    ? [{ field: 'remaining', code: 'remaining_undecided', params: { count: remaining.length } }]
    : [];
}

function mayBeWithdrawnWith(consent: Consent, other: Consent): boolean {
  const parties = (one: Consent): string =>
    [one.organisationId, one.sharedWithOrganisationId ?? 0].sort((a, b) => a - b).join();
  return (
    other.kind === consent.kind &&
    other.withdrawnOn === null &&
    (consent.kind !== 'sharing' || parties(other) === parties(consent))
  );
}

/** On registering the person (求職登録) an organisation sees who it registered, not what others wrote about them. */
export function grantOfRegistration(organisationId: number, registeredOn: IsoDate): SharingGrant {
  return {
    giver: organisationId,
    receiver: organisationId,
    category: 'identity',
    basis: 'registered',
    startsOn: registeredOn,
    endsOn: null,
  };
}

function endOfGrant({ givenOn, endsOn, withdrawnOn }: Consent): IsoDate | null {
  const dayAfter = endsOn === null ? null : addDays(endsOn, 1);
  if (withdrawnOn === null) return dayAfter;
  const end = dayAfter !== null && dayAfter < withdrawnOn ? dayAfter : withdrawnOn;
  return end < givenOn ? givenOn : end;
}
