import type { Reason } from '#kernel';
import type { CaseStatus } from '#domain/support-case';
import { LADDER, type LadderMove, isPending, ladderState, type Referral } from './ladder.js';

type Rung = Pick<Referral, 'letterIssuedOn' | 'interviewOn' | 'outcome'>;

/** A period that rests or is over refers nobody (中断中・終了後は紹介しない). */
export function askingReasons(status: CaseStatus): Reason[] {
  if (status === 'closed') return [{ code: 'case_is_closed' }];
  return status === 'suspended' ? [{ code: 'case_is_suspended' }] : [];
}

/** 紹介状: one per attempt, while the attempt is open. */
export function letterStepReasons(referral: Rung): Reason[] {
  const move: LadderMove = 'issue_letter';
  if (LADDER.find(ladderState(referral), move)) return [];
  return [{ code: isPending(referral) ? 'letter_already_issued' : 'referral_already_decided' }];
}

/** 面接: arranged after the letter; until there is an outcome the day can still move. */
export function interviewStepReasons(referral: Rung): Reason[] {
  if (!isPending(referral)) return [{ code: 'referral_already_decided' }];
  return referral.letterIssuedOn === null ? [{ code: 'letter_not_issued' }] : [];
}
