import { CASE_STATUSES } from '#domain/support-case';
import { reversalEffect, reversalProblems, reversalReasons } from './index.js';

describe('reversing a placement', () => {
  it('happens on a day from the decision on', () => {
    const on = (day: string | null) => reversalProblems(day, '2012-07-01', '2012-08-15').map(({ code }) => code);
    expect([on('2012-08-15'), on(null), on('2012-06-30'), on('2012-08-16')]).toEqual([
      [],
      ['required'],
      ['before_decision'],
      ['date_in_future'],
    ]);
  });

  it('happens once, and not to one who worked and left', () => {
    expect(reversalReasons({ reversedOn: null, leftOn: null })).toEqual([]);
    expect(reversalReasons({ reversedOn: '2012-08-15', leftOn: null })).toEqual([
      { code: 'placement_already_reversed' },
    ]);
    expect(reversalReasons({ reversedOn: null, leftOn: '2012-08-15' })).toEqual([{ code: 'placement_already_left' }]);
  });

  it.each(CASE_STATUSES.map((status) => [status, ['placed', 'follow_up'].includes(status) ? 'record_reversal' : null]))(
    'of a case that is %s: %s',
    (status, action) => {
      expect(reversalEffect(status as (typeof CASE_STATUSES)[number])).toBe(action);
    },
  );
});
