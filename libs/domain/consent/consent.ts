import { ageOn, type IsoDate } from '#kernel';
import { codeGuard } from '#domain/fields';
import type { SharingCategory } from '#domain/sharing';

/** What a person agrees to: taking part (参加), and the two sides sharing data (情報共有). */
export const CONSENT_KINDS = ['participation', 'sharing'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];
export const isConsentKind = codeGuard(CONSENT_KINDS);

/** How the agreement was given: 署名, 口頭(記録), オンライン. */
export const CONSENT_METHODS = ['signed', 'oral_recorded', 'online'] as const;
export type ConsentMethod = (typeof CONSENT_METHODS)[number];

/**
 * Below which age in years a guardian (保護者) consents as well, by what is consented to: a setting of the site. Where nothing is set, to take part until of
 * age (成年年齢), to share from 16 on by oneself, for whoever may look for work alone may say who is told of it.
 */
export type GuardianAges = Readonly<Record<ConsentKind, number>>;

/** One consent as far as the rules look at it. */
export interface Consent {
  readonly kind: ConsentKind;
  /** Organisation that took the consent. */
  readonly organisationId: number;
  /** The organisation data are shared with; null for a consent to take part. */
  readonly sharedWithOrganisationId: number | null;
  /** The first day it holds. */
  readonly givenOn: IsoDate;
  /** The last day it holds (期限), null without limit. */
  readonly endsOn: IsoDate | null;
  /** The day it was taken back (撤回日); it holds no longer from that very day. */
  readonly withdrawnOn: IsoDate | null;
  readonly guardianName: string | null;
  /** The age below which a guardian had to consent as well when it was given; another setting since changes nothing of it. */
  readonly guardianAge: number;
  /** What is shared; of a consent to take part nothing. */
  readonly categories: readonly SharingCategory[];
}

/** How the person's consent of a kind stands on a day. */
export type ConsentStatus = 'missing' | 'not_yet' | 'in_force' | 'expired' | 'withdrawn' | 'guardian_missing';

/** The person, as far as consent depends on them. */
export interface ConsentingPerson {
  /** Null if unknown; then the person is taken for an adult. */
  readonly birthDate: IsoDate | null;
}

/** Whether a guardian must have consented on the day the consent was given. */
export function needsGuardian({ birthDate }: ConsentingPerson, guardianAge: number, givenOn: IsoDate): boolean {
  return birthDate !== null && ageOn(birthDate, givenOn) < guardianAge;
}

/** How one consent stands on a day. */
export function statusOfConsent(
  consent: Consent,
  on: IsoDate,
  person: ConsentingPerson,
): Exclude<ConsentStatus, 'missing'> {
  if (consent.withdrawnOn !== null && consent.withdrawnOn <= on) return 'withdrawn';
  if (consent.givenOn > on) return 'not_yet';
  if (consent.endsOn !== null && consent.endsOn < on) return 'expired';
  if (!consent.guardianName?.trim() && needsGuardian(person, consent.guardianAge, consent.givenOn))
    return 'guardian_missing';
  return 'in_force';
}

/**
 * How a person's consent of a kind stands on a day, over everything they signed: one consent in force is enough,
 * otherwise the latest one tells why there is none. `between` limits sharing to a pair of organisations, either way round.
 */
export function consentStatus(
  consents: readonly Consent[],
  kind: ConsentKind,
  on: IsoDate,
  person: ConsentingPerson,
  between?: readonly [number, number],
): ConsentStatus {
  const statuses = consents
    .filter((consent) => consent.kind === kind && (between === undefined || joins(consent, between)))
    .sort((one, other) => (one.givenOn < other.givenOn ? 1 : -1))
    .map((consent) => statusOfConsent(consent, on, person));
  return statuses.find((status) => status === 'in_force') ?? statuses[0] ?? 'missing';
}

function joins({ organisationId, sharedWithOrganisationId }: Consent, pair: readonly [number, number]): boolean {
  return (
    organisationId !== sharedWithOrganisationId &&
    pair.includes(organisationId) &&
    sharedWithOrganisationId !== null &&
    pair.includes(sharedWithOrganisationId)
  );
}
