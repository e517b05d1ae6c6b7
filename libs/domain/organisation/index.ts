/** 機関・職員: who is on a team when, handing over, passwords. */
export {
  type Assignment,
  HANDOVER_TEXT_MAX,
  assignmentProblems,
  handOver,
  handoverProblems,
  handoverReasons,
  isAssignedOn,
  teamOn,
  teamUntilClosing,
} from './assignment.js';
export {
  type Administrator,
  type DepartureScope,
  type HeldKind,
  type LeftBehindKind,
  type HeldWork,
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
export { NO_DESK, deskClosingProblems } from './desk.js';
export { /** @public */ type Employment, /** @public */ type Posting, /** @public */ isAtWork } from './at-work.js';
export {
  /** @public */ type EndNotice,
  type MachineOwner,
  MACHINE_ACCOUNT,
  endNotice,
  machineAccountProblems,
  ownerProblems,
} from './machine-account.js';
export {
  type NewPassword,
  PASSWORD_MAX,
  PASSWORD_MIN,
  passwordProblems,
  TEMPORARY_PASSWORD_HOURS,
} from './password.js';
