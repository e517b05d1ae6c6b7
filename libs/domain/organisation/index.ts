/** 機関・職員: who is on a team when, handing over, passwords. */
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
export {
  type Administrator,
  type DepartureScope,
  type HeldKind,
  type LeftBehindKind,
  type HeldWork,
  type Succession,
  type SuccessionChoice,
  type Successor,
  DEPARTURE_SCOPES,
  HELD_KINDS,
  LEFT_BEHIND_KINDS,
  goesWithDeparture,
  lastAdministratorReasons,
  succeedingAssignment,
  successionOf,
  successionProblems,
  successorField,
} from './departure.js';
export { type DeskClosing, NO_DESK, deskClosingProblems } from './desk.js';
export { type Employment, type Posting, isAtWork } from './at-work.js';
export { type NewPassword, PASSWORD_MAX, PASSWORD_MIN, passwordProblems } from './password.js';
