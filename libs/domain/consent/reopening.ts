import { addDays, type FieldError, type IsoDate, type Reason } from '#kernel';
import { atMost, required } from '#domain/fields';
import { type Grant, holdsOn, type SharingCategory } from '#domain/sharing';
import type { Consent } from './consent.js';
import { grantsOf, type SharingGrant } from './sharing.js';
import { CONSENT_TEXT_MAX } from './validation.js';

/**
 * How the organisation that did not write a consent down stands to opening its own records by it: 確認待ち, 確認済み, 辞退, or it recorded a consent
 * itself. A first consent between two asks nobody (null).
 */
export const OTHER_SIDES = ['waiting', 'confirmed', 'declined', 'recorded_itself'] as const;
export type OtherSide = (typeof OTHER_SIDES)[number];

/** Days an organisation has to confirm (確認の期限); afterwards a new consent is recorded. */
const DAYS_TO_CONFIRM = 30;

/** The last day on which a consent recorded on a day may be confirmed. */
export const confirmableUntil = (askedOn: IsoDate): IsoDate => addDays(askedOn, DAYS_TO_CONFIRM);

/** What a new consent does: what it opens on the spot, and whether the other organisation has to say something before its records are opened. */
export interface Opening {
  readonly grants: readonly SharingGrant[];
  readonly asks: boolean;
}

type EarlierGrant = Pick<Grant, 'giver' | 'receiver' | 'category' | 'startsOn' | 'endsOn'>;

/**
 * What a consent opens, by what there was between the two organisations before, on whatever basis, ended or not. The first opens both directions: the
 * other one has written nothing yet that it could be asked about. A later one opens the records of whoever wrote it down; those of the other wait for
 * it, unless they are open already for as long.
 */
export function openingOf(consent: Consent, earlier: readonly EarlierGrant[], today: IsoDate): Opening {
  const { organisationId: one, sharedWithOrganisationId: other } = consent;
  const between = earlier.filter(
    ({ giver, receiver }) => giver !== receiver && [one, other].includes(giver) && [one, other].includes(receiver),
  );
  const grants = grantsOf(consent);
  if (between.length === 0) return { grants, asks: false };
  const [own, others] = [grants.filter(({ giver }) => giver === one), grants.filter(({ giver }) => giver !== one)];
  const isOpen = (wanted: SharingGrant): boolean =>
    between.some(
      (grant) =>
        grant.giver === wanted.giver &&
        grant.category === wanted.category &&
        holdsOn(grant, today) &&
        (grant.endsOn === null || (wanted.endsOn !== null && wanted.endsOn <= grant.endsOn)),
    );
  return { grants: own, asks: !others.every(isOpen) };
}

/** What an organisation opens of its own by confirming another's consent, from today on. */
export function grantsConfirmed(consent: Consent, giver: number, today: IsoDate): SharingGrant[] {
  return grantsOf(consent)
    .filter((grant) => grant.giver === giver)
    .map((grant) => ({ ...grant, startsOn: grant.startsOn < today ? today : grant.startsOn }));
}

/** A consent as far as its confirmation depends on it. */
export interface AskingConsent extends Consent {
  readonly otherSide: OtherSide | null;
  readonly otherSideUntil: IsoDate | null;
}

/** Whether a consent waits for this organisation on a day. Nobody has to write down that the time has run out. */
export const waitsFor = (consent: AskingConsent, organisationId: number, today: IsoDate): boolean =>
  confirmationReasons(consent, organisationId, today).length === 0;

/** Why an organisation has nothing to confirm about a consent. */
export function confirmationReasons(consent: AskingConsent, organisationId: number, today: IsoDate): Reason[] {
  const { otherSide, otherSideUntil, withdrawnOn, endsOn } = consent;
  if (withdrawnOn !== null) return [{ code: 'consent_already_withdrawn', params: { withdrawnOn } }];
  if (otherSide === null || consent.sharedWithOrganisationId !== organisationId)
    return [{ code: 'nothing_to_confirm' }];
  if (otherSide !== 'waiting') return [{ code: 'confirmation_decided' }];
  const lastDay = [otherSideUntil, endsOn].filter((day) => day !== null).sort()[0];
  return lastDay !== undefined && lastDay < today ? [{ code: 'confirmation_lapsed' }] : [];
}

/** Of the consents that wait for an organisation, those that one which it records itself answers: it opens at least what they asked for. */
export function answeredBy<C extends AskingConsent>(own: Consent, all: readonly C[], today: IsoDate): C[] {
  const opens = (category: SharingCategory): boolean => own.categories.includes(category);
  return all.filter(
    (asking) =>
      asking.organisationId === own.sharedWithOrganisationId &&
      waitsFor(asking, own.organisationId, today) &&
      asking.categories.every(opens),
  );
}

/** What an organisation says to the consent of another: 確認, 辞退. */
export const CONFIRMATIONS = ['confirmed', 'declined'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

/** Who declines says why: the person agreed to it, and the colleagues of the other side have to tell them. */
export function confirmationProblems(decision: Confirmation, reason: string): FieldError[] {
  return decision === 'confirmed' ? [] : [...required('reason', reason), ...atMost('reason', reason, CONSENT_TEXT_MAX)];
}
