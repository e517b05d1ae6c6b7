import type { FieldError, IsoDate } from '#kernel';
import { between, notBefore, notInFuture, realDate, requiredDate } from '#domain/fields';

/** 求人数（人）. */
export const POSITIONS = { min: 1, max: 999 } as const;

/** 求人 as filled in. */
export interface JobOrderDraft {
  /** 求人数: persons wanted. */
  readonly positions: number;
  /** 受理日. */
  readonly receivedOn: IsoDate | null;
  /** 有効期限, the last day; null while open-ended. */
  readonly validUntil: IsoDate | null;
}

export function jobOrderProblems({ positions, receivedOn, validUntil }: JobOrderDraft, today: IsoDate): FieldError[] {
  return [
    ...between('positions', positions, POSITIONS.min, POSITIONS.max),
    ...requiredDate('receivedOn', receivedOn),
    ...notInFuture('receivedOn', receivedOn, today),
    ...realDate('validUntil', validUntil),
    ...notBefore('validUntil', validUntil, receivedOn, 'valid_until_before_receipt'),
  ];
}

/** 有効中: can still be applied to on a day, the last day included. */
export function isOpenOn(
  { receivedOn, validUntil }: { receivedOn: IsoDate; validUntil: IsoDate | null },
  day: IsoDate,
): boolean {
  return receivedOn <= day && (validUntil === null || day <= validUntil);
}
