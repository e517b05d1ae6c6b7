/** 支援期間: one run of support from registration to closing, and what may happen to it next. */
export {
  type CaseStatus,
  type CloseReason,
  type OpenCaseStatus,
  type OptionalStep,
  type ProgrammeSteps,
  CASE_STATUSES,
  CLOSE_REASONS,
  OPTIONAL_STEPS,
  isCaseStatus,
  isCloseReason,
  isOpen,
  isOptionalStep,
} from './status.js';
export {
  type CaseFacts,
  type PlacementState,
  type SupportRequestStatus,
  NOTHING_ON_RECORD,
  SUPPORT_REQUEST_STATUSES,
} from './facts.js';
export {
  type ActionInput,
  type CaseAction,
  type CaseTransition,
  type CaseTransitions,
  CASE_ACTIONS,
  transitionsOf,
} from './transitions.js';
export { type ClosingWithdrawal, closeReasonsFor, closingWithdrawalReasons } from './closing.js';
export { type JobSearchRecord, recordingReasons } from './job-search.js';
export {
  type ActionDecision,
  type ActionInputs,
  type PossibleAction,
  actionFollowingRecords,
  decideAction,
  newPeriodReasons,
  possibleActions,
} from './possible-actions.js';
export { suspensionAfter } from './suspension.js';
export { nextStepOf, waitsOnCase } from './next-step.js';
export {
  type OwnedWork,
  type TeamMember,
  LEAD_ROLE,
  SOLE_ROLES,
  TEAM_ROLE_MAX,
  USUAL_ROLES,
  isOnTeamFrom,
  roleOnJoining,
  sidesWithoutStaff,
  whoSeesTo,
} from './support-team.js';
export { type Holding, type RunningCase, isUnattended } from './unattended.js';
export {
  type RequestAnswer,
  type SupportRequestDraft,
  REQUEST_TEXT_MAX,
  answerProblems,
  answerReasons,
  supportRequestProblems,
} from './support-request.js';
