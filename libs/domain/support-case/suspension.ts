import type { IsoDate, Reason } from '#kernel';
import type { CaseFacts } from './facts.js';
import {
  CASE_STATUSES,
  isOpen,
  needsConsent,
  type CaseStatus,
  type OpenCaseStatus,
  STEPS_TO_SUPPORT,
} from './status.js';

/** 中断 and 再開: every rule of a period that rests. The transition table, the conditions and the service ask here. */

/** The states a period can be suspended from (中断できる状態): any open one. */
export const SUSPENDABLE: readonly CaseStatus[] = CASE_STATUSES.filter(
  (status) => isOpen(status) && status !== 'suspended',
);

/** Why nothing else leads on while the period rests. */
export const SUSPENDED: Reason = { code: 'case_is_suspended' };

/** What is wrong with the day on which a suspended case is looked at again (見直し日): it has to be named and ahead. */
export function reviewDateReasons(reviewOn: IsoDate | null | undefined, today: IsoDate): Reason[] {
  if (!reviewOn) return [{ code: 'review_date_missing' }];
  return reviewOn > today ? [] : [{ code: 'review_date_not_ahead' }];
}

/** What a change of state writes about suspension: where the period stood and when it is looked at again, only while it rests. */
export function suspensionAfter(
  from: CaseStatus,
  to: CaseStatus,
  reviewOn: IsoDate | null | undefined,
): { suspendedFrom: OpenCaseStatus | null; reviewOn: IsoDate | null } {
  if (to !== 'suspended' || !isOpen(from)) return { suspendedFrom: null, reviewOn: null };
  return { suspendedFrom: from, reviewOn: reviewOn ?? null };
}

/** The state of the work itself, under a suspension too (中断前の状態); null when it is not known. */
export const statusUnderSuspension = ({
  status,
  suspendedFrom,
}: Pick<CaseFacts, 'status' | 'suspendedFrom'>): CaseStatus | null => (status === 'suspended' ? suspendedFrom : status);

/**
 * Where a suspended period goes on (再開後の状態). One suspended while it was still being prepared goes back there, so that
 * resuming cannot leap over consent and plan; any other goes on where its records stand: in a job, with an offer, or 支援中.
 */
export function resumesAt({
  suspendedFrom,
  placement,
  offer,
}: Pick<CaseFacts, 'suspendedFrom' | 'placement' | 'offer'>): OpenCaseStatus {
  const preparing = STEPS_TO_SUPPORT.find((step) => step === suspendedFrom);
  if (preparing !== undefined && preparing !== 'active') return preparing;
  if (placement?.state === 'in_force') return suspendedFrom === 'follow_up' ? 'follow_up' : 'placed';
  return offer === 'open' || offer === 'accepted' ? 'offered' : 'active';
}

/** Going back to a state before the request needs no consent yet; it is there that consent is sought. */
export const needsConsentToResume = (facts: CaseFacts): boolean => needsConsent(resumesAt(facts));
