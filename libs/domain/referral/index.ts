/** 職業紹介: the ladder of one attempt from asking to outcome, the interview, and letters that lead nowhere. */
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
export {
  type AttemptWithResults,
  type Stage,
  type StageProgress,
  STAGES,
  attemptTone,
  interviewIsAhead,
  stagesOf,
} from './stages.js';
export {
  type Interview,
  type InterviewDue,
  type InterviewStatus,
  type InterviewTiming,
  INTERVIEW_STATUSES,
  INTERVIEW_TEXT_MAX,
  cancellationProblems,
  interviewAtOutcome,
  interviewDue,
  interviewTiming,
  currentInterview,
} from './interview.js';
export { type ReferralDraft, letterReasons, outcomeProblems, referralProblems } from './validation.js';
export { lettersWithoutInterview } from './stalled.js';
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
export { cancellationReasons, furtherInterviewReasons, interviewStepReasons, letterStepReasons } from './steps.js';
