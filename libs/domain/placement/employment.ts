import type { FieldError, IsoDate, Reason } from '#kernel';
import { notBefore, notInFuture, requiredDate } from '#domain/fields';
import type { PlacementState } from '#domain/support-case';

/** 就業の期間: a placement from its first to its last day of work. */
export interface Employment {
  /** 就職日. */
  readonly startsOn: IsoDate;
  /** 離職日, the last day of work; null while in the job. */
  readonly leftOn: IsoDate | null;
  readonly reversedOn: IsoDate | null;
}

export function placementState({ leftOn, reversedOn }: Pick<Employment, 'leftOn' | 'reversedOn'>): PlacementState {
  if (reversedOn !== null) return 'reversed';
  return leftOn === null ? 'in_force' : 'left';
}

/** Whether two jobs share a day. A reversed one has none. */
export function employmentsOverlap(one: Employment, other: Employment): boolean {
  if (one.reversedOn !== null || other.reversedOn !== null) return false;
  return (
    (other.leftOn === null || one.startsOn <= other.leftOn) && (one.leftOn === null || other.startsOn <= one.leftOn)
  );
}

/** A job may not begin before the jobs of the same period that are over were left. */
export function employmentStartProblems(startsOn: IsoDate, others: readonly Employment[]): FieldError[] {
  const lastDays = others.filter((other) => placementState(other) === 'left').flatMap(({ leftOn }) => leftOn ?? []);
  return lastDays.some((day) => startsOn <= day) ? [{ field: 'startsOn', code: 'before_last_leaving' }] : [];
}

/** One job at a time in a period: the one held is left, or reversed, before the next is recorded (内職 runs beside). */
export function anotherJobReasons(others: readonly Employment[]): Reason[] {
  return others.some((other) => placementState(other) === 'in_force') ? [{ code: 'person_at_work' }] : [];
}

/** 離職, as reported. */
export function leavingProblems(leftOn: IsoDate | null, startsOn: IsoDate, today: IsoDate): FieldError[] {
  return [
    ...requiredDate('leftOn', leftOn),
    ...notInFuture('leftOn', leftOn, today),
    ...notBefore('leftOn', leftOn, startsOn, 'before_start_of_work'),
  ];
}

export function leavingReasons({ leftOn, reversedOn }: Pick<Employment, 'leftOn' | 'reversedOn'>): Reason[] {
  if (reversedOn !== null) return [{ code: 'placement_already_reversed' }];
  return leftOn === null ? [] : [{ code: 'placement_already_left' }];
}

/** Whether the person has had another job since, one that the first could not run on beside. */
export function hasLaterEmployment(employment: Employment, others: readonly Employment[]): boolean {
  const heldOn = { ...employment, leftOn: null };
  return others.some((other) => employmentsOverlap(heldOn, other));
}

/** A leaving typed by mistake is taken back (離職の記録の取消), unless the person has had another job since. */
export function leavingWithdrawalReasons(
  { leftOn, reversedOn }: Pick<Employment, 'leftOn' | 'reversedOn'>,
  { laterPlacement }: { readonly laterPlacement: boolean },
): Reason[] {
  if (reversedOn !== null) return [{ code: 'placement_already_reversed' }];
  if (leftOn === null) return [{ code: 'placement_not_left' }];
  return laterPlacement ? [{ code: 'later_placement_stands' }] : [];
}
