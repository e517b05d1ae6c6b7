/** 支援プラン: goals, steps on either side with fall-backs, reviews, versions and the person's agreement. */
export {
  type AgreementMethod,
  type PlanCountsWhen,
  type PlanStep,
  type PlanVersion,
  AGREEMENT_METHODS,
  PLAN_COUNTS_WHEN,
  countsAsPlannedFrom,
  nextVersionNumber,
  versionInForce,
} from './plan.js';
export {
  type BranchStatus,
  type PlanReview,
  branchStatus,
  dueBranches,
  dueDayOf,
  nextReview,
  overdueReviews,
  overdueSteps,
  stepsToDo,
} from './due.js';
export {
  type PlanDraft,
  type PlanStepDraft,
  PLAN_STEPS_MAX,
  PLAN_TEXT_MAX,
  agreementProblems,
  agreementReasons,
  heldReviewProblems,
  planProblems,
  planReviewProblems,
} from './validation.js';
export { type ComparedStep, type PlanDifferences, type StepDifference, planDifferences } from './differences.js';
