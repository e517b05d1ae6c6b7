import type { IsoDate } from '#kernel';
import {
  type PlanCountsWhen,
  countsAsPlannedFrom,
  dueBranches,
  nextReview,
  overdueReviews,
  overdueSteps,
  versionInForce as inForceOf,
} from '#domain/support-plan';
import type { PlanRecord, PlanVersionLine } from './support-plans.repository.js';

/** 支援プラン with what the day makes of it. */
export interface PlanView extends PlanRecord {
  /** The version work goes by. */
  readonly inForce: PlanVersionLine;
  /** A version that waits for the person's agreement. */
  readonly proposed: PlanVersionLine | null;
  /** The day from which the person counts as プラン策定者; null: not yet. */
  readonly plannedFrom: IsoDate | null;
  /** Keys of the steps in force that are late, and of the fall-backs to decide on now. */
  readonly overdueSteps: readonly string[];
  readonly dueBranches: readonly string[];
  readonly nextReviewId: string | null;
  readonly overdueReviewIds: readonly string[];
}

/** The version work goes by. `versions` is never empty: a plan begins with its first. */
export function versionInForce(versions: readonly PlanVersionLine[]): PlanVersionLine {
  const version = inForceOf(versions);
  if (!version) throw new Error('a plan without a version');
  return version;
}

/** The version that waits for agreement, always the latest. */
export function proposedVersion(versions: readonly PlanVersionLine[]): PlanVersionLine | null {
  const latest = versions.at(-1);
  return latest?.agreedOn === null ? latest : null;
}

export function planView(record: PlanRecord, countsWhen: PlanCountsWhen, today: IsoDate): PlanView {
  const inForce = versionInForce(record.versions);
  return {
    ...record,
    inForce,
    proposed: proposedVersion(record.versions),
    plannedFrom: countsAsPlannedFrom(record.versions, countsWhen),
    overdueSteps: overdueSteps(inForce.steps, today).map(({ stepKey }) => stepKey),
    dueBranches: dueBranches(inForce.steps, today).map(({ stepKey }) => stepKey),
    nextReviewId: nextReview(record.reviews)?.id ?? null,
    overdueReviewIds: overdueReviews(record.reviews, today).map(({ id }) => id),
  };
}
