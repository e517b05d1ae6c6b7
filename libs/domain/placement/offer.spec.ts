import { offerAnswerProblems, offerAnswerReasons, offerProblems, type OfferAnswer, type OfferStatus } from './index.js';
import { OFFER_STATUSES } from './offer.js';

describe('an offer', () => {
  const allowed: Record<OfferStatus, OfferAnswer[]> = {
    open: ['accepted', 'declined'],
    accepted: ['declined'],
    declined: [],
  };
  const cells = OFFER_STATUSES.flatMap((status) =>
    (['accepted', 'declined'] as const).map((answer) => [status, answer, allowed[status].includes(answer)] as const),
  );

  it.each(cells)('%s may be %s: %s', (status, answer, may) => {
    expect(offerAnswerReasons(status, answer)).toEqual(
      may ? [] : [{ code: 'offer_already_answered', params: { status } }],
    );
  });

  it('is received on a day that has come', () => {
    expect(offerProblems('2012-07-01', '2012-07-01')).toEqual([]);
    expect(offerProblems('2012-07-02', '2012-07-01')).toMatchObject([{ field: 'receivedOn', code: 'date_in_future' }]);
  });

  it('is answered no earlier than received, on a day that has come', () => {
    const answer = (decidedOn: string | null) =>
      offerAnswerProblems(decidedOn, '2012-07-01', '2012-08-31').map(({ code }) => code);
    expect(answer('2012-07-01')).toEqual([]);
    expect([answer(null), answer('2012-06-30'), answer('2012-09-01')]).toEqual([
      ['required'],
      ['before_offer'],
      ['date_in_future'],
    ]);
  });
});
