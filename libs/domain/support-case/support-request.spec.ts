import { answerProblems, answerReasons, supportRequestProblems } from './index.js';

describe('support request', () => {
  it('says what is wanted, on a day that has come', () => {
    expect(
      supportRequestProblems({ requestedOn: '2012-06-01', wanted: '就労支援', background: '' }, '2012-06-01'),
    ).toEqual([]);
    expect(supportRequestProblems({ requestedOn: '2012-06-02', wanted: ' ', background: '' }, '2012-06-01')).toEqual([
      { field: 'requestedOn', code: 'date_in_future' },
      { field: 'wanted', code: 'required' },
    ]);
  });

  it('is answered once, by the national side', () => {
    expect(answerReasons('requested', 'national')).toEqual([]);
    expect(answerReasons('requested', 'municipal')).toEqual([{ code: 'only_national_side' }]);
    expect(answerReasons('returned', 'national')).toEqual([
      { code: 'request_already_answered', params: { status: 'returned' } },
    ]);
  });

  it('gives a reason when it is returned, and no earlier than it was made', () => {
    expect(
      answerProblems({ answer: 'accepted', decidedOn: '2012-06-05', decisionReason: null }, '2012-06-01', '2012-06-05'),
    ).toEqual([]);
    expect(
      answerProblems({ answer: 'returned', decidedOn: '2012-05-31', decisionReason: '' }, '2012-06-01', '2012-06-05'),
    ).toEqual([
      { field: 'decidedOn', code: 'before_request', params: { earliest: '2012-06-01' } },
      { field: 'decisionReason', code: 'required' },
    ]);
  });
});
