import { type PlanDifferences, planDifferences } from '#domain/support-plan';
import type { PlanStepLine, PlanVersionLine } from './support-plans.repository.js';

/** A version as a line of the history: who wrote it, when and why, and what became different. */
export interface VersionSummary extends Omit<PlanVersionLine, 'steps' | 'goal' | 'situation'> {
  /** Null on the first version. */
  readonly differences: PlanDifferences<PlanStepLine> | null;
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
