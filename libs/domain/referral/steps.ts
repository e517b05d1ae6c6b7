import type { IsoDate, Reason } from '#kernel';
import { type AttemptStage, isPending, LADDER, type LadderMove, ladderState } from './ladder.js';

/** 紹介状: one per attempt, while the attempt is open. */
export function letterStepReasons(referral: AttemptStage, today: IsoDate): Reason[] {
  const move: LadderMove = 'issue_letter';
  if (LADDER.find(ladderState(referral, today), move)) return [];
  return [{ code: isPending(referral) ? 'letter_already_issued' : 'referral_already_decided' }];
}

/** 面接: arranged after the letter; until there is an outcome the day can still move. */
export function interviewStepReasons(referral: AttemptStage): Reason[] {
  if (!isPending(referral)) return [{ code: 'referral_already_decided' }];
  return referral.letterIssuedOn === null ? [{ code: 'letter_not_issued' }] : [];
}

/** 面接の中止: of the one that is arranged, before or after its day, while there is no outcome. */
export function cancellationReasons(referral: AttemptStage, today: IsoDate): Reason[] {
  const move: LadderMove = 'cancel_interview';
  if (LADDER.find(ladderState(referral, today), move)) return [];
  return [{ code: isPending(referral) ? 'no_interview_arranged' : 'referral_already_decided' }];
}

/** 二次面接: another interview follows one whose day has come. */
export function furtherInterviewReasons(referral: AttemptStage, today: IsoDate): Reason[] {
  const reasons = interviewStepReasons(referral);
  if (reasons.length > 0) return reasons;
  return ladderState(referral, today) === 'interviewed' ? [] : [{ code: 'no_interview_held' }];
}
