import type { Reason } from '#kernel';
import { notFromHere } from './conditions.js';
import type { CaseStatus } from './status.js';
import { transitionsOf } from './transitions.js';

/** What is recorded of the search for work: 紹介, 条件緩和の交渉, 採用, 就職. */
export type JobSearchRecord = 'referral' | 'negotiation' | 'offer' | 'placement';

/** 支援中から定着支援まで: who has a job may look for another in the same period. */
const IN_SUPPORT: readonly CaseStatus[] = ['active', 'offered', 'placed', 'follow_up'];

/**
 * Why a period takes no such record in its state; empty when it does. Pages offer and the API accepts by this one rule, so that
 * nothing is begun that is refused later: a referral can become an offer, an offer a placement.
 */
export function recordingReasons(record: JobSearchRecord, status: CaseStatus): Reason[] {
  if (record === 'negotiation') return status === 'closed' ? [notFromHere(status)] : [];
  if (status === 'closed' || status === 'suspended') return [notFromHere(status)];
  if (!IN_SUPPORT.includes(status)) return [{ code: 'support_not_started' }];
  if (record !== 'placement') return [];
  // The next job is recorded when the last one is over.
  const moves = transitionsOf({ optionalSteps: [] }).from(status);
  return moves.some(({ action }) => action === 'record_placement') ? [] : [{ code: 'person_at_work' }];
}
