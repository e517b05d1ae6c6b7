/** 職業紹介: the ladder of one attempt from asking to outcome, and the counting of attempts. */
export {
  type DecidedOutcome,
  type LadderMove,
  type LadderState,
  type Referral,
  type ReferralOutcome,
  LADDER,
  REFERRAL_OUTCOMES,
  allowedOutcomes,
  isPending,
  isReferralOutcome,
  ladderState,
} from './ladder.js';
export { type AttemptWithResults, type Rung, type RungStanding, RUNGS, attemptTone, rungsOf } from './rungs.js';
export { type ReferralDraft, letterReasons, outcomeProblems, referralProblems } from './validation.js';
export {
  type NumberedReferral,
  type ReferralCounts,
  countReferrals,
  lettersWithoutInterview,
  numberAttempts,
} from './counts.js';
export {
  type NegotiatedCondition,
  type NegotiationAnswer,
  type NegotiationDraft,
  type NegotiationResult,
  NEGOTIATED_CONDITIONS,
  NEGOTIATION_RESULTS,
  isNegotiationAnswer,
  negotiationAnswerReasons,
  negotiationProblems,
} from './negotiation.js';
export { askingReasons, interviewStepReasons, letterStepReasons } from './steps.js';
