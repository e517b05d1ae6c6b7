import type { FieldError, IsoDate, Reason } from '#kernel';
import { notBefore, notInFuture, requiredDate } from '#domain/fields';
import type { CaseAction, CaseStatus } from '#domain/support-case';

/** 就職の取消: the placement did not come about after all. The record stays; a closed month is restated, not changed. */
export function reversalProblems(reversedOn: IsoDate | null, decidedOn: IsoDate, today: IsoDate): FieldError[] {
  return [
    ...requiredDate('reversedOn', reversedOn),
    ...notInFuture('reversedOn', reversedOn, today),
    ...notBefore('reversedOn', reversedOn, decidedOn, 'before_decision'),
  ];
}

/** A placement is reversed once; one who worked and left is recorded as leaving (離職), not as a reversal. */
export function reversalReasons(placement: {
  readonly reversedOn: IsoDate | null;
  readonly leftOn: IsoDate | null;
}): Reason[] {
  if (placement.reversedOn !== null) return [{ code: 'placement_already_reversed' }];
  return placement.leftOn === null ? [] : [{ code: 'placement_already_left' }];
}

/**
 * What a reversal does to the case: the search resumes (支援中). A case that has moved on or was closed is left as it is;
 * further support is a new period.
 */
export function reversalEffect(caseStatus: CaseStatus): CaseAction | null {
  return caseStatus === 'placed' || caseStatus === 'follow_up' ? 'record_reversal' : null;
}
