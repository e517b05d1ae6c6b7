import { isIsoDate, type FieldError, type IsoDate, type Reason } from '#kernel';
import { atMost, chosen, notBefore, notInFuture, realDate, required, requiredDate } from '#domain/fields';
import type { SharingCategory } from '#domain/sharing';
import {
  needsGuardian,
  type Consent,
  type ConsentingPerson,
  type ConsentKind,
  type ConsentMethod,
  type GuardianAges,
} from './consent.js';

/** Longest text of a consent form's fields. */
export const CONSENT_TEXT_MAX = 2000;

/** 同意書 as filled in. */
export interface ConsentDraft {
  readonly kind: ConsentKind | null;
  /** 目的. */
  readonly purpose: string;
  /** 共有する内容; required for sharing. */
  readonly categories: readonly SharingCategory[];
  /** What is said about it besides (補足). */
  readonly covers: string;
  readonly sharedWithOrganisationId: number | null;
  readonly method: ConsentMethod | null;
  readonly givenOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
  readonly guardianName: string | null;
}

/** What the form is checked against. */
export interface ConsentContext {
  readonly today: IsoDate;
  readonly person: ConsentingPerson;
  /** The organisation that takes the consent. */
  readonly organisationId: number;
  /** As the site has set them. */
  readonly guardianAges: GuardianAges;
}

export function consentProblems(draft: ConsentDraft, context: ConsentContext): FieldError[] {
  const { today, person, organisationId, guardianAges } = context;
  return [
    ...chosen('kind', draft.kind),
    ...required('purpose', draft.purpose),
    ...atMost('purpose', draft.purpose, CONSENT_TEXT_MAX),
    ...atMost('covers', draft.covers, CONSENT_TEXT_MAX),
    ...(draft.kind === 'sharing' ? sharingProblems(draft, organisationId) : []),
    ...chosen('method', draft.method),
    ...requiredDate('givenOn', draft.givenOn),
    ...notInFuture('givenOn', draft.givenOn, today),
    ...notBefore('givenOn', draft.givenOn, person.birthDate, 'before_birth'),
    ...realDate('endsOn', draft.endsOn),
    ...notBefore('endsOn', draft.endsOn, draft.givenOn, 'end_before_start'),
    ...guardianProblems(draft, person, guardianAges),
  ];
}

/** A consent is withdrawn once, on a day between its giving and today. */
export function withdrawalProblems(
  consent: Pick<Consent, 'givenOn'>,
  withdrawnOn: IsoDate | null,
  today: IsoDate,
): FieldError[] {
  return [
    ...requiredDate('withdrawnOn', withdrawnOn),
    ...notInFuture('withdrawnOn', withdrawnOn, today),
    ...notBefore('withdrawnOn', withdrawnOn, consent.givenOn, 'before_consent'),
  ];
}

export function withdrawalReasons(consent: Pick<Consent, 'withdrawnOn'>): Reason[] {
  return consent.withdrawnOn === null
    ? []
    : [{ code: 'consent_already_withdrawn', params: { withdrawnOn: consent.withdrawnOn } }];
}

function sharingProblems(draft: ConsentDraft, organisationId: number): FieldError[] {
  const withItself = draft.sharedWithOrganisationId === organisationId;
  return [
    ...(draft.categories.length === 0 ? [{ field: 'categories', code: 'categories_required' }] : []),
    ...chosen('sharedWithOrganisationId', draft.sharedWithOrganisationId),
    ...(withItself ? [{ field: 'sharedWithOrganisationId', code: 'shared_with_itself' }] : []),
  ];
}

function guardianProblems(
  { kind, givenOn, guardianName }: ConsentDraft,
  person: ConsentingPerson,
  ages: GuardianAges,
): FieldError[] {
  if (kind === null || !isIsoDate(givenOn) || guardianName?.trim()) return [];
  return needsGuardian(person, ages[kind], givenOn)
    ? [{ field: 'guardianName', code: 'guardian_required', params: { age: ages[kind] } }]
    : [];
}
