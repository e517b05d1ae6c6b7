import { type PlanDifferences, planDifferences } from '#domain/support-plan';
import type { EditedStep, PlanStepLine, PlanVersionLine } from './support-plans.repository.js';

/** A version as a line of the history: who wrote it, when and why, and what became different. */
export interface VersionSummary extends Omit<PlanVersionLine, 'steps' | 'goal' | 'situation'> {
  /** Null on the first version. */
  readonly differences: PlanDifferences<PlanStepLine> | null;
}

/** Steps that rewritings took out of a version and that are not in it again, each as it was last: what can be put back. */
export function stepsTakenOut({ edits, steps }: Pick<PlanVersionLine, 'edits' | 'steps'>): EditedStep[] {
  const out = new Map<string, EditedStep>();
  for (const { differences } of edits)
    for (const difference of differences.steps)
      if (difference.kind === 'removed') out.set(difference.before.stepKey, difference.before);
  return [...out.values()].filter(({ stepKey }) => !steps.some((step) => step.stepKey === stepKey));
}

/** 版の履歴, newest first. */
export function versionSummaries(versions: readonly PlanVersionLine[]): VersionSummary[] {
  return versions
    .map(({ steps, goal, situation, ...summary }, index) => {
      const before = versions[index - 1];
      return { ...summary, differences: before ? planDifferences(before, { steps, goal, situation }) : null };
    })
    .reverse();
}
