import { defineTransitions, type FieldError, type IsoDate, type Reason } from '#kernel';
import { atMost, codeGuard, notBefore, notInFuture, required, requiredDate } from '#domain/fields';

/** 採用の状態: 回答待ち, 承諾, 辞退. An offer is not yet a placement. */
export const OFFER_STATUSES = ['open', 'accepted', 'declined'] as const;
export type OfferStatus = (typeof OFFER_STATUSES)[number];
export const isOfferStatus = codeGuard(OFFER_STATUSES);

export type OfferAnswer = Exclude<OfferStatus, 'open'>;

/** An accepted offer can still be declined over its conditions (承諾後の辞退). */
export const OFFER_TRANSITIONS = defineTransitions<OfferStatus, OfferAnswer>({
  initial: 'open',
  rows: [
    { from: ['open'], action: 'accepted', to: 'accepted' },
    { from: ['open', 'accepted'], action: 'declined', to: 'declined' },
  ],
});

export const OFFER_REASON_MAX = 1000;

/** The person's answer to an offer. */
export interface OfferAnswerDraft {
  readonly answer: OfferAnswer;
  readonly decidedOn: IsoDate | null;
  /** Why it was declined (辞退の理由). */
  readonly declineReason: string | null;
}

export function offerProblems(receivedOn: IsoDate | null, today: IsoDate): FieldError[] {
  return [...requiredDate('receivedOn', receivedOn), ...notInFuture('receivedOn', receivedOn, today)];
}

export function offerAnswerReasons(status: OfferStatus, answer: OfferAnswer): Reason[] {
  return OFFER_TRANSITIONS.find(status, answer) ? [] : [{ code: 'offer_already_answered', params: { status } }];
}

export function offerAnswerProblems(draft: OfferAnswerDraft, receivedOn: IsoDate, today: IsoDate): FieldError[] {
  return [
    ...requiredDate('decidedOn', draft.decidedOn),
    ...notInFuture('decidedOn', draft.decidedOn, today),
    ...notBefore('decidedOn', draft.decidedOn, receivedOn, 'before_offer'),
    ...(draft.answer === 'declined' ? required('declineReason', draft.declineReason) : []),
    ...atMost('declineReason', draft.declineReason, OFFER_REASON_MAX),
  ];
}
