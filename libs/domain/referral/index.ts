/** 職業紹介: the ladder of one attempt from asking to outcome, the interview, and letters that lead nowhere. */
export { type DecidedOutcome, type ReferralOutcome, REFERRAL_OUTCOMES, allowedOutcomes } from './ladder.js';
export { type AttemptWithResults, attemptTone, interviewIsAhead, stagesOf } from './stages.js';
export {
  type InterviewStatus,
  INTERVIEW_TEXT_MAX,
  cancellationProblems,
  interviewAtOutcome,
  interviewDue,
  interviewTiming,
  currentInterview,
} from './interview.js';
export { letterReasons, outcomeProblems, referralProblems } from './validation.js';
export { lettersWithoutInterview } from './stalled.js';
export {
  type NegotiatedCondition,
  type NegotiationAnswer,
  type NegotiationResult,
  NEGOTIATED_CONDITIONS,
  NEGOTIATION_RESULTS,
  negotiationAnswerReasons,
  negotiationProblems,
} from './negotiation.js';
export { cancellationReasons, furtherInterviewReasons, interviewStepReasons, letterStepReasons } from './steps.js';
