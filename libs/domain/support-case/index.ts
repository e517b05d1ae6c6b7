/** 支援期間: one run of support from registration to closing, and what may happen to it next. */
export {
  type CaseStatus,
  type CloseReason,
  type OpenCaseStatus,
  type OptionalStep,
  CASE_STATUSES,
  CLOSE_REASONS,
  OPTIONAL_STEPS,
  isOptionalStep,
} from './status.js';
export {
  type CaseFacts,
  type LeavingOnRecord,
  type PlacementState,
  type SupportRequestStatus,
  NOTHING_ON_RECORD,
} from './facts.js';
export { type CaseAction, transitionsOf } from './transitions.js';
export { closeReasonsFor, closingWithdrawalReasons } from './closing.js';
export { type JobSearchRecord, recordingReasons } from './job-search.js';
export { type PossibleAction, decideAction, newPeriodReasons, possibleActions } from './possible-actions.js';
export { movesFollowing } from './following.js';
export { suspensionAfter } from './suspension.js';
export { nextStepOf, waitsOnCase } from './next-step.js';
export {
  /** @public */ type OwnedWork,
  /** @public */ type TeamMember,
  LEAD_ROLE,
  SOLE_ROLES,
  TEAM_ROLE_MAX,
  USUAL_ROLES,
  isOnTeamFrom,
  roleOnJoining,
  sidesWithoutStaff,
  /** @public */ whoSeesTo,
} from './support-team.js';
export { /** @public */ type Holding, /** @public */ isUnattended } from './unattended.js';
export {
  type RequestAnswer,
  REQUEST_TEXT_MAX,
  answerProblems,
  answerReasons,
  supportRequestProblems,
} from './support-request.js';
