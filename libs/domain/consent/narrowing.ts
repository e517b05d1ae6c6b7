import { type SharingCategory } from '#domain/sharing';
import { atMost, notBefore, notInFuture, requiredDate } from '#domain/fields';
import type { FieldError, IsoDate, Reason } from '#kernel';
import { type Consent } from './consent.js';
import { CONSENT_TEXT_MAX } from './validation.js';

/** 区分の見直し: what a person goes on sharing, and from when the rest is shared no longer. */
export interface Narrowing {
  readonly categories: readonly SharingCategory[];
  readonly narrowedOn: IsoDate;
  readonly reason: string;
}

/** What is shared no longer; the identity stays, for without it nothing is shared, which is a withdrawal. */
export const endedBy = (
  { categories }: Pick<Consent, 'categories'>,
  kept: readonly SharingCategory[],
): SharingCategory[] => categories.filter((category) => category !== 'identity' && !kept.includes(category));

/** A consent is narrowed, never widened: for more a person gives another. */
export function narrowingProblems(
  consent: Consent,
  { categories, narrowedOn, reason }: Narrowing,
  today: IsoDate,
): FieldError[] {
  const isMore = categories.some((category) => !consent.categories.includes(category));
  return [
    ...(isMore ? [{ field: 'categories', code: 'category_not_agreed' }] : []),
    ...requiredDate('narrowedOn', narrowedOn),
    ...notInFuture('narrowedOn', narrowedOn, today),
    ...notBefore('narrowedOn', narrowedOn, consent.givenOn, 'before_consent'),
    ...atMost('reason', reason, CONSENT_TEXT_MAX),
  ];
}

/** Why there is nothing to narrow: what was never to be confirmed is confirmed by nobody. */
export function narrowingReasons(
  consent: Consent,
  kept: readonly SharingCategory[],
  { toConfirm, today }: { readonly toConfirm: boolean; readonly today: IsoDate },
): Reason[] {
  const { kind, withdrawnOn, endsOn } = consent;
  if (kind !== 'sharing') return [{ code: 'nothing_shared' }];
  if (withdrawnOn !== null) return [{ code: 'consent_already_withdrawn', params: { withdrawnOn } }];
  if (endsOn !== null && endsOn < today) return [{ code: 'consent_expired' }];
  return endedBy(consent, kept).length === 0 && !toConfirm ? [{ code: 'nothing_narrowed' }] : [];
}
