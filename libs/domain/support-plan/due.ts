import type { IsoDate } from '#kernel';
import { isOverdue } from '#domain/task';
import type { PlanStep } from './plan.js';

/**
 * A fall-back step on a day: `waiting` for its day, `due` because the day has come and what it falls back from is not
 * done, `not_needed` because that was done or the fall-back itself is settled.
 */
export type BranchStatus = 'not_a_branch' | 'waiting' | 'due' | 'not_needed';

export function branchStatus(step: PlanStep, steps: readonly PlanStep[], today: IsoDate): BranchStatus {
  if (step.branchOn === null) return 'not_a_branch';
  const origin = steps.find(({ stepKey }) => stepKey === step.branchOf);
  if (step.state !== 'open' || origin?.state === 'done') return 'not_needed';
  return today < step.branchOn ? 'waiting' : 'due';
}

/** Steps of the version in force that somebody has to do now (手順のうち今すること): open ones, and a fall-back only once it is due. */
export function stepsToDo<S extends PlanStep>(steps: readonly S[], today: IsoDate): S[] {
  const binds = new Set<BranchStatus>(['not_a_branch', 'due']);
  return steps.filter((step) => step.state === 'open' && binds.has(branchStatus(step, steps, today)));
}

/** By when a step is to be done; a fall-back without a day of its own is due when it has to be decided on. Null: no day is set. */
export const dueDayOf = ({ dueOn, branchOn }: Pick<PlanStep, 'dueOn' | 'branchOn'>): IsoDate | null =>
  dueOn ?? branchOn;

/** The fall-backs to decide on now (判断の時期が来た分岐). */
export function dueBranches(steps: readonly PlanStep[], today: IsoDate): PlanStep[] {
  return steps.filter((step) => branchStatus(step, steps, today) === 'due');
}

/** Steps past their day; a fall-back that nobody has to take is not late. */
export function overdueSteps(steps: readonly PlanStep[], today: IsoDate): PlanStep[] {
  return stepsToDo(steps, today).filter((step) => isOverdue({ state: step.state, dueOn: dueDayOf(step) }, today));
}

/** A review of the plan (見直し・評価), planned and then held. */
export interface PlanReview {
  readonly dueOn: IsoDate;
  readonly heldOn: IsoDate | null;
}

/** The review to hold next, late or not; null when all are held. */
export function nextReview<R extends PlanReview>(reviews: readonly R[]): R | null {
  const open = reviews.filter(({ heldOn }) => heldOn === null);
  return open.sort((one, other) => one.dueOn.localeCompare(other.dueOn))[0] ?? null;
}

export function overdueReviews<R extends PlanReview>(reviews: readonly R[], today: IsoDate): R[] {
  return reviews.filter(({ dueOn, heldOn }) => heldOn === null && dueOn < today);
}
