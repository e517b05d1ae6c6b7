import { OFFER_STATUSES, offerAnswerProblems, offerAnswerReasons, offerProblems, type OfferAnswer, type OfferStatus } from './index.js';

describe('an offer', () => {
  const allowed: Record<OfferStatus, OfferAnswer[]> = { open: ['accepted', 'declined'], accepted: ['declined'], declined: [] };
  const cells = OFFER_STATUSES.flatMap((status) => (['accepted', 'declined'] as const).map((answer) => [status, answer, allowed[status].includes(answer)] as const));

  it.each(cells)('%s may be %s: %s', (status, answer, may) => {
    expect(offerAnswerReasons(status, answer)).toEqual(may ? [] : [{ code: 'offer_already_answered', params: { status } }]);
  });

  it('is received on a day that has come', () => {
    expect(offerProblems('2012-07-01', '2012-07-01')).toEqual([]);
    expect(offerProblems('2012-07-02', '2012-07-01')).toMatchObject([{ field: 'receivedOn', code: 'date_in_future' }]);
  });

  it('is declined with a reason, and answered no earlier than received', () => {
    const answer = (change: object) => offerAnswerProblems({ answer: 'accepted', decidedOn: '2012-07-05', declineReason: null, ...change }, '2012-07-01', '2012-08-31');
    expect(answer({})).toEqual([]);
    expect(answer({ answer: 'declined', decidedOn: '2012-08-15', declineReason: '勤務条件の相違' })).toEqual([]);
    expect(answer({ answer: 'declined' })).toEqual([{ field: 'declineReason', code: 'required' }]);
    expect(answer({ decidedOn: '2012-06-30' })).toMatchObject([{ code: 'before_offer' }]);
  });
});
