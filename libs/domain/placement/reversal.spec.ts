import { CASE_STATUSES } from '#domain/support-case';
import { reversalEffect, reversalProblems, reversalReasons } from './index.js';

describe('reversing a placement', () => {
  it('gives a reason and a day from the decision on', () => {
    expect(reversalProblems({ reversedOn: '2012-08-15', reversalReason: '勤務条件の相違' }, '2012-07-01', '2012-08-15')).toEqual([]);
    expect(reversalProblems({ reversedOn: '2012-06-30', reversalReason: '' }, '2012-07-01', '2012-08-15').map(({ field, code }) => [field, code]))
      .toEqual([['reversedOn', 'before_decision'], ['reversalReason', 'required']]);
    expect(reversalProblems({ reversedOn: '2012-08-16', reversalReason: '重複' }, '2012-07-01', '2012-08-15')).toMatchObject([{ code: 'date_in_future' }]);
  });

  it('happens once, and not to one who worked and left', () => {
    expect(reversalReasons({ reversedOn: null, leftOn: null })).toEqual([]);
    expect(reversalReasons({ reversedOn: '2012-08-15', leftOn: null })).toEqual([{ code: 'placement_already_reversed' }]);
    expect(reversalReasons({ reversedOn: null, leftOn: '2012-08-15' })).toEqual([{ code: 'placement_already_left' }]);
  });

  it.each(CASE_STATUSES.map((status) => [status, ['placed', 'follow_up'].includes(status) ? 'record_reversal' : null]))('of a case that is %s: %s', (status, action) => {
    expect(reversalEffect(status as (typeof CASE_STATUSES)[number])).toBe(action);
  });
});
