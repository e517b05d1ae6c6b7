import { changedFields } from '#kernel';
import type { PlanStepDraft } from './validation.js';

/** A step as far as two versions are compared: what was agreed, not how far it has come. */
export type ComparedStep = Pick<
  PlanStepDraft,
  'stepKey' | 'title' | 'ownerSide' | 'ownerStaffId' | 'dueOn' | 'branchCondition' | 'branchOn' | 'branchOf'
>;

/** A version as far as it is compared with another. */
export interface ComparedPlan<Step extends ComparedStep = ComparedStep> {
  readonly goal: string;
  readonly situation: string;
  readonly steps: readonly Step[];
}

const COMPARED = ['title', 'ownerSide', 'ownerStaffId', 'dueOn', 'branchCondition', 'branchOn', 'branchOf'] as const;

/** What became of one step: it came, it went, or some of its fields changed. */
export type StepDifference<Step extends ComparedStep = ComparedStep> =
  | { readonly kind: 'added'; readonly after: Step }
  | { readonly kind: 'removed'; readonly before: Step }
  | {
      readonly kind: 'changed';
      readonly before: Step;
      readonly after: Step;
      readonly fields: readonly (typeof COMPARED)[number][];
    };

export interface PlanDifferences<Step extends ComparedStep = ComparedStep> {
  readonly goal: boolean;
  readonly situation: boolean;
  /** In the order of the later version; what it left out comes last. */
  readonly steps: readonly StepDifference<Step>[];
}

/** 前の版との違い: the same step is known by its key, wherever it stands. */
export function planDifferences<Step extends ComparedStep>(
  before: ComparedPlan<Step>,
  after: ComparedPlan<Step>,
): PlanDifferences<Step> {
  const kept = new Set(after.steps.map(({ stepKey }) => stepKey));
  return {
    goal: before.goal !== after.goal,
    situation: before.situation !== after.situation,
    steps: [
      ...after.steps.flatMap((step) =>
        stepDifference(
          before.steps.find(({ stepKey }) => stepKey === step.stepKey),
          step,
        ),
      ),
      ...before.steps
        .filter(({ stepKey }) => !kept.has(stepKey))
        .map((step): StepDifference<Step> => ({ kind: 'removed', before: step })),
    ],
  };
}

function stepDifference<Step extends ComparedStep>(before: Step | undefined, after: Step): StepDifference<Step>[] {
  if (!before) return [{ kind: 'added', after }];
  const fields = changedFields(before, after, COMPARED);
  return fields.length === 0 ? [] : [{ kind: 'changed', before, after, fields }];
}
