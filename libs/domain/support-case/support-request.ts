import type { FieldError, IsoDate, Reason } from '#kernel';
import type { Side } from '#access';
import { atMost, notBefore, notInFuture, required, requiredDate } from '#domain/fields';
import type { SupportRequestStatus } from './facts.js';

/** Longest text of a request: the background, the wanted support, the reason for returning it. */
export const REQUEST_TEXT_MAX = 4000;

/** 支援要請書 as filled in by the city. */
export interface SupportRequestDraft {
  readonly requestedOn: IsoDate | null;
  /** 求める支援. */
  readonly wanted: string;
  /** これまでの経緯; may be empty. */
  readonly background: string;
}

/** The Hello Work's answer (受諾・返戻). */
export interface RequestAnswer {
  readonly answer: 'accepted' | 'returned';
  readonly decidedOn: IsoDate | null;
  /** Required when the request is returned. */
  readonly decisionReason: string | null;
}

export function supportRequestProblems(draft: SupportRequestDraft, today: IsoDate): FieldError[] {
  return [
    ...requiredDate('requestedOn', draft.requestedOn),
    ...notInFuture('requestedOn', draft.requestedOn, today),
    ...required('wanted', draft.wanted),
    ...atMost('wanted', draft.wanted, REQUEST_TEXT_MAX),
    ...atMost('background', draft.background, REQUEST_TEXT_MAX),
  ];
}

/** Only the national side answers, and once. */
export function answerReasons(status: SupportRequestStatus, side: Side): Reason[] {
  return [
    ...(side === 'national' ? [] : [{ code: 'only_national_side' }]),
    ...(status === 'requested' ? [] : [{ code: 'request_already_answered', params: { status } }]),
  ];
}

export function answerProblems(answer: RequestAnswer, requestedOn: IsoDate, today: IsoDate): FieldError[] {
  return [
    ...requiredDate('decidedOn', answer.decidedOn),
    ...notInFuture('decidedOn', answer.decidedOn, today),
    ...notBefore('decidedOn', answer.decidedOn, requestedOn, 'before_request'),
    ...(answer.answer === 'returned' ? required('decisionReason', answer.decisionReason) : []),
    ...atMost('decisionReason', answer.decisionReason, REQUEST_TEXT_MAX),
  ];
}
