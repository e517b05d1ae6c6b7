import { reversalProblems, reversalReasons } from './index.js';

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

  it('happens once, and to one who worked and left only where a later job keeps the leaving from being taken back', () => {
    const codes = (placement: { reversedOn: string | null; leftOn: string | null }, laterPlacement = false) =>
      reversalReasons(placement, { laterPlacement }).map(({ code }) => code);
    expect(codes({ reversedOn: null, leftOn: null })).toEqual([]);
    expect(codes({ reversedOn: '2012-08-15', leftOn: null })).toEqual(['placement_already_reversed']);
    expect(codes({ reversedOn: null, leftOn: '2012-08-15' })).toEqual(['placement_already_left']);
    expect(codes({ reversedOn: null, leftOn: '2012-08-15' }, true)).toEqual([]);
    expect(codes({ reversedOn: '2012-08-20', leftOn: '2012-08-15' }, true)).toEqual(['placement_already_reversed']);
  });
});
