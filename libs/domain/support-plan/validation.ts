import type { FieldError, IsoDate, Reason } from '#kernel';
import { atMost, chosen, notBefore, notInFuture, realDate, required, requiredDate } from '#domain/fields';
import { ownedTaskProblems, type TaskDraft } from '#domain/task';
import type { AgreementMethod, PlanVersion } from './plan.js';

export const PLAN_TEXT_MAX = 4000;
export const PLAN_STEPS_MAX = 50;

/** A step as filled in; `stepKey` is the key it has or is to get. */
export interface PlanStepDraft extends TaskDraft {
  readonly stepKey: string;
  readonly branchCondition: string | null;
  readonly branchOn: IsoDate | null;
  readonly branchOf: string | null;
}

export interface PlanReviewDraft {
  readonly dueOn: IsoDate | null;
}

/** A new plan or a revision as filled in. */
export interface PlanDraft {
  /** 目標. */
  readonly goal: string;
  /** 課題・状況. */
  readonly situation: string;
  readonly drawnUpOn: IsoDate | null;
  /** Why the plan is changed; required for a revision. */
  readonly reason: string | null;
  readonly steps: readonly PlanStepDraft[];
  readonly reviews: readonly PlanReviewDraft[];
}

/** The version a revision starts from, as far as the rules look at it. */
export interface RevisedVersion extends PlanVersion {
  readonly steps: readonly Pick<PlanStepDraft, 'stepKey' | 'dueOn'>[];
}

/** @param previous the version being revised, null for a new plan. */
export function planProblems(draft: PlanDraft, previous: RevisedVersion | null, today: IsoDate): FieldError[] {
  return [
    ...required('goal', draft.goal),
    ...atMost('goal', draft.goal, PLAN_TEXT_MAX),
    ...atMost('situation', draft.situation, PLAN_TEXT_MAX),
    ...requiredDate('drawnUpOn', draft.drawnUpOn),
    ...notInFuture('drawnUpOn', draft.drawnUpOn, today),
    ...notBefore('drawnUpOn', draft.drawnUpOn, previous?.drawnUpOn, 'before_previous_version'),
    ...(previous ? required('reason', draft.reason) : []),
    ...atMost('reason', draft.reason, PLAN_TEXT_MAX),
    ...stepCountProblems(draft.steps),
    ...draft.steps.flatMap((step, index) => stepProblems(step, index, draft, previous)),
    ...draft.reviews.flatMap((review, index) => planReviewProblems(review, draft.drawnUpOn, `reviews.${index}.`)),
  ];
}

/** A review to be held on a day after the plan was made; `path` is put before the field name ('reviews.0.'). */
export function planReviewProblems({ dueOn }: PlanReviewDraft, drawnUpOn: IsoDate | null, path = ''): FieldError[] {
  return [...requiredDate(`${path}dueOn`, dueOn), ...notBefore(`${path}dueOn`, dueOn, drawnUpOn, 'before_plan')];
}

/** The person's agreement (本人の同意) to a version. */
export interface AgreementDraft {
  readonly agreedOn: IsoDate | null;
  readonly agreedHow: AgreementMethod | null;
}

export function agreementProblems(draft: AgreementDraft, drawnUpOn: IsoDate, today: IsoDate): FieldError[] {
  return [
    ...requiredDate('agreedOn', draft.agreedOn),
    ...notInFuture('agreedOn', draft.agreedOn, today),
    ...notBefore('agreedOn', draft.agreedOn, drawnUpOn, 'before_plan'),
    ...chosen('agreedHow', draft.agreedHow),
  ];
}

/** The person agrees once to a version, and only to the latest: an older one is no longer what is proposed. */
export function agreementReasons(version: PlanVersion, versions: readonly Pick<PlanVersion, 'version'>[]): Reason[] {
  const newer = versions.some((other) => other.version > version.version);
  return [
    ...(version.agreedOn === null ? [] : [{ code: 'plan_already_agreed' }]),
    ...(newer ? [{ code: 'plan_version_superseded' }] : []),
  ];
}

/** A review that was held says what came of it. */
export function heldReviewProblems(
  review: { readonly heldOn: IsoDate | null; readonly outcome: string },
  today: IsoDate,
): FieldError[] {
  return [
    ...requiredDate('heldOn', review.heldOn),
    ...notInFuture('heldOn', review.heldOn, today),
    ...required('outcome', review.outcome),
    ...atMost('outcome', review.outcome, PLAN_TEXT_MAX),
  ];
}

function stepCountProblems(steps: readonly PlanStepDraft[]): FieldError[] {
  if (steps.length === 0) return [{ field: 'steps', code: 'step_required' }];
  return steps.length > PLAN_STEPS_MAX ? [{ field: 'steps', code: 'too_many', params: { max: PLAN_STEPS_MAX } }] : [];
}

function stepProblems(
  step: PlanStepDraft,
  index: number,
  draft: PlanDraft,
  previous: RevisedVersion | null,
): FieldError[] {
  const path = `steps.${index}.`;
  const isBranch = step.branchOn !== null || step.branchCondition !== null || step.branchOf !== null;
  return [
    ...ownedTaskProblems(step, path),
    ...(isBranch ? realDate(`${path}dueOn`, step.dueOn) : requiredDate(`${path}dueOn`, step.dueOn)),
    ...(hasUnchangedDay(step, previous) ? [] : notBefore(`${path}dueOn`, step.dueOn, draft.drawnUpOn, 'before_plan')),
    ...(isBranch ? branchProblems(step, index, draft.steps) : []),
  ];
}

/** A step carried over may be late already; its day is not new. */
function hasUnchangedDay(step: PlanStepDraft, previous: RevisedVersion | null): boolean {
  return previous?.steps.some(({ stepKey, dueOn }) => stepKey === step.stepKey && dueOn === step.dueOn) ?? false;
}

/** A fall-back names its condition and day, and falls back from a step above it, so no circle can arise. */
function branchProblems(step: PlanStepDraft, index: number, steps: readonly PlanStepDraft[]): FieldError[] {
  const path = `steps.${index}.`;
  const isAbove = step.branchOf === null || steps.slice(0, index).some(({ stepKey }) => stepKey === step.branchOf);
  return [
    ...required(`${path}branchCondition`, step.branchCondition),
    ...atMost(`${path}branchCondition`, step.branchCondition, PLAN_TEXT_MAX),
    ...requiredDate(`${path}branchOn`, step.branchOn),
    ...notBefore(`${path}dueOn`, step.dueOn, step.branchOn, 'due_before_branch'),
    ...(isAbove ? [] : [{ field: `${path}branchOf`, code: 'branch_origin_not_above' }]),
  ];
}
