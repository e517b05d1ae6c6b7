import type { IsoDate } from '#kernel';
import type { OwnerSide, TaskState } from '#domain/task';

/** One step of a plan (手順), on either side or the person's own. */
export interface PlanStep {
  /** The same step keeps its key over all versions. */
  readonly stepKey: string;
  readonly title: string;
  readonly ownerSide: OwnerSide;
  readonly ownerStaffId: string | null;
  readonly dueOn: IsoDate | null;
  /** A fall-back (分岐): taken only if this is not met by `branchOn`. Null for an ordinary step. */
  readonly branchCondition: string | null;
  /** The day on which it is decided whether the fall-back is taken (判断日). */
  readonly branchOn: IsoDate | null;
  /** Key of the step it falls back from, if it is one. */
  readonly branchOf: string | null;
  readonly state: TaskState;
}

/** How the person agreed (同意の方法): 署名, 口頭(記録), オンライン. */
export const AGREEMENT_METHODS = ['signed', 'oral_recorded', 'online'] as const;
export type AgreementMethod = (typeof AGREEMENT_METHODS)[number];

/** One version of a plan (プランの版). A version is never edited into another: a revision adds the next one. */
export interface PlanVersion {
  /** 1, 2, 3 … */
  readonly version: number;
  readonly drawnUpOn: IsoDate;
  /** The day the person agreed, null until then. */
  readonly agreedOn: IsoDate | null;
}

/** The number of the version that a revision makes. */
export function nextVersionNumber(versions: readonly Pick<PlanVersion, 'version'>[]): number {
  return Math.max(0, ...versions.map(({ version }) => version)) + 1;
}

/** The latest version the person agreed to; it stays the valid one while a revision waits for agreement. */
export function agreedVersion<V extends PlanVersion>(versions: readonly V[]): V | null {
  return versions
    .filter(({ agreedOn }) => agreedOn !== null)
    .reduce<V | null>((latest, one) => (latest && latest.version > one.version ? latest : one), null);
}

/** The version work goes by: the last agreed one, or the latest while nobody has agreed yet. Null: there is none at all. */
export function versionInForce<V extends PlanVersion>(versions: readonly V[]): V | null {
  return (
    agreedVersion(versions) ??
    versions.reduce<V | null>((latest, one) => (latest && latest.version > one.version ? latest : one), null)
  );
}

/** When a person counts as プラン策定者: a setting of the site. */
export const PLAN_COUNTS_WHEN = ['drawn_up', 'agreed'] as const;
export type PlanCountsWhen = (typeof PLAN_COUNTS_WHEN)[number];

/** The day from which the person counts as プラン策定者: once per plan, however often it is revised. Null: not yet. */
export function countsAsPlannedFrom(versions: readonly PlanVersion[], countsWhen: PlanCountsWhen): IsoDate | null {
  const days = versions
    .map((version) => (countsWhen === 'agreed' ? version.agreedOn : version.drawnUpOn))
    .filter((day) => day !== null);
  return days.sort()[0] ?? null;
}
