import type { FieldError, IsoDate, Reason } from '#kernel';
import { notBefore, notInFuture, requiredDate } from '#domain/fields';

/** What an employer is asked to relax (緩和を求める条件). */
export const NEGOTIATED_CONDITIONS = [
  'education', // 学歴
  'age', // 年齢・定年
  'schedule', // 曜日・時間
  'night_shift', // 夜勤
  'japanese', // 日本語
  'experience', // 経験
  'other', // その他
] as const;
export type NegotiatedCondition = (typeof NEGOTIATED_CONDITIONS)[number];

/** 交渉の結果: 回答待ち, 承諾, 不可. */
export const NEGOTIATION_RESULTS = ['pending', 'accepted', 'refused'] as const;
export type NegotiationResult = (typeof NEGOTIATION_RESULTS)[number];
export type NegotiationAnswer = Exclude<NegotiationResult, 'pending'>;

/** 条件緩和の交渉 as filled in; the answer may come at once or later. */
export interface NegotiationDraft {
  readonly negotiatedOn: IsoDate | null;
  readonly result: NegotiationResult;
  readonly resultOn: IsoDate | null;
}

export function negotiationProblems(
  { negotiatedOn, result, resultOn }: NegotiationDraft,
  today: IsoDate,
): FieldError[] {
  return [
    ...requiredDate('negotiatedOn', negotiatedOn),
    ...notInFuture('negotiatedOn', negotiatedOn, today),
    ...(result === 'pending' ? [] : requiredDate('resultOn', resultOn)),
    ...notInFuture('resultOn', resultOn, today),
    ...notBefore('resultOn', resultOn, negotiatedOn, 'before_negotiation'),
  ];
}

/** An employer answers once; asking again is another negotiation. */
export function negotiationAnswerReasons(result: NegotiationResult): Reason[] {
  return result === 'pending' ? [] : [{ code: 'negotiation_already_answered' }];
}
