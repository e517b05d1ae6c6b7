import type { FieldError, IsoDate, Reason } from '#kernel';
import { notBefore, notInFuture, requiredDate } from '#domain/fields';

/** 就職の取消: the placement did not come about after all. The record stays; a closed month is restated, not changed. */
export function reversalProblems(reversedOn: IsoDate | null, decidedOn: IsoDate, today: IsoDate): FieldError[] {
  return [
    ...requiredDate('reversedOn', reversedOn),
    ...notInFuture('reversedOn', reversedOn, today),
    ...notBefore('reversedOn', reversedOn, decidedOn, 'before_decision'),
  ];
}

/**
 * A placement is reversed once. One who worked and left is recorded as leaving (離職), not as a reversal: a leaving typed by mistake
 * is taken back first. Where a later job stands in the way of that, the reversal takes back both.
 */
export function reversalReasons(
  placement: { readonly reversedOn: IsoDate | null; readonly leftOn: IsoDate | null },
  { laterPlacement }: { readonly laterPlacement: boolean },
): Reason[] {
  if (placement.reversedOn !== null) return [{ code: 'placement_already_reversed' }];
  return placement.leftOn === null || laterPlacement ? [] : [{ code: 'placement_already_left' }];
}
