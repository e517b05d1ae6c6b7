import { isAtWork } from './index.js';

const employment = { employedFrom: '2012-04-01', employedUntil: '2013-03-31' };

describe('somebody is at work', () => {
  it.each([
    ['2012-03-31', false],
    ['2012-04-01', true],
    ['2013-03-30', true],
    // 離任日: the first day without.
    ['2013-03-31', false],
  ])('on %s: %s', (day, expected) => {
    expect(isAtWork(employment, [{ startsOn: '2012-01-01', endsOn: null }], day)).toBe(expected);
  });

  it('only where they are posted', () => {
    expect(isAtWork(employment, [], '2012-05-01')).toBe(false);
    const postings = [
      { startsOn: '2012-04-01', endsOn: '2012-05-01' },
      { startsOn: '2012-06-01', endsOn: null },
    ];
    expect(['2012-04-30', '2012-05-01', '2012-06-01'].map((day) => isAtWork(employment, postings, day))).toEqual([
      true,
      false,
      true,
    ]);
  });
});
