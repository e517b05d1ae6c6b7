import { addDays } from './dates.js';
import { fiscalMonths, fiscalYearLabel, fiscalYearOf, fiscalYearRange } from './fiscal.js';

describe('the fiscal year', () => {
  it('runs from April to March', () => {
    expect(fiscalYearOf('2013-03-31')).toBe(2012);
    expect(fiscalYearOf('2013-04-01')).toBe(2013);
    expect(fiscalYearRange(2012)).toEqual({ from: '2012-04-01', to: '2013-03-31' });
    expect(fiscalMonths(2012)).toEqual([
      '2012-04',
      '2012-05',
      '2012-06',
      '2012-07',
      '2012-08',
      '2012-09',
      '2012-10',
      '2012-11',
      '2012-12',
      '2013-01',
      '2013-02',
      '2013-03',
    ]);
  });

  it('holds every day of its range and no other', () => {
    for (let year = 1988; year <= 2030; year += 1) {
      const { from, to } = fiscalYearRange(year);
      expect([addDays(from, -1), from, to, addDays(to, 1)].map(fiscalYearOf)).toEqual([year - 1, year, year, year + 1]);
    }
  });

  it('is named by its era', () => {
    expect(fiscalYearLabel(2012)).toBe('平成24年度');
    expect(fiscalYearLabel(2026)).toBe('令和8年度');
  });

  it('has one name where the era changes within it', () => {
    expect([2018, 2019, 2020].map(fiscalYearLabel)).toEqual(['平成30年度', '令和元年度', '令和2年度']);
    expect([1988, 1989].map(fiscalYearLabel)).toEqual(['昭和63年度', '平成元年度']);
  });
});
