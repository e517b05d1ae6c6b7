import { addDays, type IsoDate } from '#kernel';
import type { Consent } from './consent.js';

/**
 * Why an organisation may see a person: it registered them (登録), they consented (同意), or a support meeting with a
 * legal duty of secrecy decided so (支援会議).
 */
type SharingBasis = 'registered' | 'consent' | 'meeting';

/** A dated permission of one organisation to see a person. */
export interface SharingGrant {
  /** The organisation that may see. */
  readonly organisationId: number;
  /** The organisation whose records are opened. */
  readonly grantedByOrganisationId: number;
  readonly basis: SharingBasis;
  readonly startsOn: IsoDate;
  /** The first day on which it may no longer see (この日から見られない); null while open-ended. */
  readonly endsOn: IsoDate | null;
}

/** The grants that follow from a consent to share: each organisation opens its records to the other. */
export function grantsOf(consent: Consent): SharingGrant[] {
  const { kind, organisationId: one, sharedWithOrganisationId: other, givenOn } = consent;
  if (kind !== 'sharing' || other === null || one === other) return [];
  const grant = (organisationId: number, grantedByOrganisationId: number): SharingGrant => ({
    organisationId,
    grantedByOrganisationId,
    basis: 'consent',
    startsOn: givenOn,
    endsOn: endOfGrant(consent),
  });
  return [grant(one, other), grant(other, one)];
}

/**
 * What a person takes back with one consent: everything of its kind that they had agreed to by that day between the same organisations, whichever of the
 * two wrote it down. Somebody who says "share no longer" does not know how many sheets of paper there are. What they sign afterwards is a new will.
 */
export function withdrawnWith<C extends Consent>(consent: C, all: readonly C[], withdrawnOn: IsoDate): C[] {
  const parties = (one: Consent): string =>
    [one.organisationId, one.sharedWithOrganisationId ?? 0].sort((a, b) => a - b).join();
  return all.filter(
    (other) =>
      other.kind === consent.kind &&
      other.withdrawnOn === null &&
      other.givenOn <= withdrawnOn &&
      (consent.kind !== 'sharing' || parties(other) === parties(consent)),
  );
}

/** On registering the person (求職登録) an organisation may see the person, not what others wrote about them. */
export function grantOfRegistration(
  organisationId: number,
  grantedByOrganisationId: number,
  registeredOn: IsoDate,
): SharingGrant {
  return { organisationId, grantedByOrganisationId, basis: 'registered', startsOn: registeredOn, endsOn: null };
}

function endOfGrant({ givenOn, endsOn, withdrawnOn }: Consent): IsoDate | null {
  const dayAfter = endsOn === null ? null : addDays(endsOn, 1);
  if (withdrawnOn === null) return dayAfter;
  const end = dayAfter !== null && dayAfter < withdrawnOn ? dayAfter : withdrawnOn;
  return end < givenOn ? givenOn : end;
}
