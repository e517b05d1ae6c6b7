import type { FieldError, IsoDate } from '#kernel';
import { atMost, codeGuard } from '#domain/fields';

/** What a reason can be given for (理由を記録する場面). */
export const REASON_OCCASIONS = [
  'refused_before_application', // 応募前に不可
  'not_attended', // 紹介状交付後に不参加
  'document_failed', // 書類選考で不採用
  'interview_failed', // 面接で不採用
  'declined', // 辞退, of an attempt or of an offer
  'reversed', // 就職の取消
  'left', // 離職
] as const;
export type ReasonOccasion = (typeof REASON_OCCASIONS)[number];
export const isReasonOccasion = codeGuard(REASON_OCCASIONS);

export const REASON_NOTE_MAX = 1000;

/** One of the reasons on a site's list (理由の一覧), as far as the rules look at it. */
export interface ReasonOnList {
  readonly occasions: readonly ReasonOccasion[];
  /** 使用終了日: from this day on it is chosen no more; records keep it. */
  readonly retiredOn: IsoDate | null;
}

/** A reason as filled in: one from the list, words for what the list does not hold, or both. */
export interface ReasonSaid {
  readonly reasonCode?: string | null | undefined;
  readonly reasonNote?: string | null | undefined;
}

export function isOfferedOn({ retiredOn }: ReasonOnList, day: IsoDate): boolean {
  return retiredOn === null || day < retiredOn;
}

/**
 * @param listed what the site's list holds under the code; undefined where it holds nothing
 * @param occasion null for what needs no explaining (採用, 就職)
 * @param needed whether the record cannot stand without a reason
 */
export function reasonProblems(
  { reasonCode = null, reasonNote = null }: ReasonSaid,
  listed: ReasonOnList | undefined,
  {
    occasion,
    today,
    needed = false,
  }: { readonly occasion: ReasonOccasion | null; readonly today: IsoDate; readonly needed?: boolean },
): FieldError[] {
  return [
    ...(reasonCode === null ? [] : choiceProblems(listed, occasion, today)),
    ...(needed && reasonCode === null && reasonNote === null ? [{ field: 'reasonCode', code: 'reason_missing' }] : []),
    ...atMost('reasonNote', reasonNote, REASON_NOTE_MAX),
  ];
}

function choiceProblems(
  listed: ReasonOnList | undefined,
  occasion: ReasonOccasion | null,
  today: IsoDate,
): FieldError[] {
  const field = 'reasonCode';
  if (listed === undefined) return [{ field, code: 'reason_not_on_list' }];
  if (!isOfferedOn(listed, today)) return [{ field, code: 'reason_retired' }];
  return occasion !== null && listed.occasions.includes(occasion)
    ? []
    : [{ field, code: 'reason_of_another_occasion' }];
}
