/** 機関・職員: who is on a team when, handing over, and when signing in is locked. */
export {
  type Assignment,
  type AssignmentDraft,
  type Handover,
  type HandoverDraft,
  HANDOVER_TEXT_MAX,
  assignmentProblems,
  handOver,
  handoverProblems,
  handoverReasons,
  isAssignedOn,
  teamOn,
} from './assignment.js';
export { type NewPassword, PASSWORD_MAX, PASSWORD_MIN, passwordProblems } from './password.js';
export {
  type FailureRecord,
  type SessionStanding,
  type SessionTimes,
  type SignInPolicy,
  NO_FAILURES,
  afterFailure,
  isLockedOut,
  sessionStanding,
} from './sign-in.js';
