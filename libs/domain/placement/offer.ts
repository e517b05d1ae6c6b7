import { defineTransitions, type FieldError, type IsoDate, type Reason } from '#kernel';
import { notBefore, notInFuture, requiredDate } from '#domain/fields';

/** 採用の状態: 回答待ち, 承諾, 辞退. An offer is not yet a placement. */
export const OFFER_STATUSES = ['open', 'accepted', 'declined'] as const;
export type OfferStatus = (typeof OFFER_STATUSES)[number];

export type OfferAnswer = Exclude<OfferStatus, 'open'>;

/** An accepted offer can still be declined over its conditions (承諾後の辞退). */
export const OFFER_TRANSITIONS = defineTransitions<OfferStatus, OfferAnswer>({
  initial: 'open',
  rows: [
    { from: ['open'], action: 'accepted', to: 'accepted' },
    { from: ['open', 'accepted'], action: 'declined', to: 'declined' },
  ],
});

export function offerProblems(receivedOn: IsoDate | null, today: IsoDate): FieldError[] {
  return [...requiredDate('receivedOn', receivedOn), ...notInFuture('receivedOn', receivedOn, today)];
}

export function offerAnswerReasons(status: OfferStatus, answer: OfferAnswer): Reason[] {
  return OFFER_TRANSITIONS.find(status, answer) ? [] : [{ code: 'offer_already_answered', params: { status } }];
}

/** The day of the answer; the reason of a refusal has rules of its own (`#domain/reason`). */
export function offerAnswerProblems(decidedOn: IsoDate | null, receivedOn: IsoDate, today: IsoDate): FieldError[] {
  return [
    ...requiredDate('decidedOn', decidedOn),
    ...notInFuture('decidedOn', decidedOn, today),
    ...notBefore('decidedOn', decidedOn, receivedOn, 'before_offer'),
  ];
}
