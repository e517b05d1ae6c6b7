import { progressOf } from './progress.js';
import { monthsIn, overlap, perWeek, wholeMonth, windowsOf } from './window.js';

const YEAR = { from: '2012-04-01', to: '2013-03-31' };
const APRIL = { from: '2012-04-01', to: '2012-04-30' };

describe('windows', () => {
  it.each([
    [{ type: 'month', month: '2012-02' } as const, [{ from: '2012-02-01', to: '2012-02-29' }]],
    [{ type: 'fiscal_year', fiscalYear: 2012 } as const, [YEAR]],
    [
      { type: 'fiscal_year_to_date', fiscalYear: 2012, through: '2012-06' } as const,
      [{ from: '2012-04-01', to: '2012-06-30' }],
    ],
    [{ type: 'custom', from: '2012-03-21', to: '2013-03-31' } as const, [{ from: '2012-03-21', to: '2013-03-31' }]],
    [{ type: 'months', months: ['2012-04', '2012-06'] } as const, [APRIL, { from: '2012-06-01', to: '2012-06-30' }]],
  ])('of $type', (period, windows) => {
    expect(windowsOf(period)).toEqual(windows);
  });

  it('refuses a year to date that leaves its year, and a window turned round', () => {
    expect(() => windowsOf({ type: 'fiscal_year_to_date', fiscalYear: 2012, through: '2013-04' })).toThrow(RangeError);
    expect(() => windowsOf({ type: 'custom', from: '2012-04-02', to: '2012-04-01' })).toThrow(RangeError);
  });

  it('measure a month begun in the middle by its days', () => {
    expect(monthsIn({ from: '2011-11-09', to: '2012-03-31' })).toBeCloseTo(4 + 22 / 30);
    expect(monthsIn(YEAR)).toBe(12);
    expect(monthsIn({ from: '2012-04-11', to: '2012-04-20' })).toBeCloseTo(1 / 3);
  });

  it('overlap, or lie apart', () => {
    expect(overlap(YEAR, { from: '2012-02-01', to: '2012-04-30' })).toEqual(APRIL);
    expect(overlap(YEAR, { from: '2011-04-01', to: '2012-03-31' })).toBeNull();
  });

  it('know a whole month', () => {
    expect(wholeMonth(APRIL)).toBe('2012-04');
    expect(wholeMonth({ from: '2012-04-01', to: '2012-05-31' })).toBeNull();
  });

  it('take four weeks to the month', () => {
    expect(perWeek(280)).toBe(70);
  });
});

describe('progress', () => {
  it('shares a yearly target evenly over the months and says so', () => {
    expect(progressOf({ type: 'per_year', value: 360 }, YEAR, APRIL, 30)).toEqual({
      comparable: true,
      basis: 'linear',
      expected: 30,
      whole: 360,
      actual: 30,
      reached: true,
    });
  });

  it('shares a target over the months since the site began', () => {
    const sinceFebruary = { from: '2012-02-01', to: '2012-03-31' };
    const february = { from: '2012-02-01', to: '2012-02-29' };
    expect(progressOf({ type: 'per_year', value: 100 }, sinceFebruary, february, 49)).toMatchObject({
      expected: 50,
      reached: false,
    });
  });

  it('expects the whole of it at the end, without an error of rounding', () => {
    const window = { from: '2011-11-09', to: '2012-03-31' };
    expect(progressOf({ type: 'per_year', value: 384 }, window, window, 384)).toMatchObject({
      expected: 384,
      reached: true,
    });
  });

  it('follows a profile where there is one', () => {
    const target = { type: 'profile', months: { '2012-04': 10, '2012-05': 30, '2012-06': 360 } } as const;
    expect(progressOf(target, YEAR, APRIL, 14)).toMatchObject({
      basis: 'profile',
      expected: 10,
      whole: 400,
      reached: true,
    });
    expect(progressOf(target, YEAR, { from: '2012-04-01', to: '2012-05-31' }, 14)).toMatchObject({
      expected: 40,
      reached: false,
    });
    expect(progressOf(target, YEAR, { from: '2012-04-01', to: '2012-04-15' }, 14)).toMatchObject({ expected: 5 });
  });

  it('never adds up months of a monthly or weekly target', () => {
    const twoMonths = { from: '2012-04-01', to: '2012-05-31' };
    expect(progressOf({ type: 'per_month', value: 280 }, YEAR, APRIL, 287)).toMatchObject({
      basis: 'fixed',
      expected: 280,
      whole: null,
    });
    expect(progressOf({ type: 'per_month', value: 280 }, YEAR, twoMonths, 600)).toEqual({
      comparable: false,
      reason: 'target_is_per_month',
    });
    expect(progressOf({ type: 'per_week', value: 70, weeksPerMonth: 4 }, YEAR, APRIL, 287)).toMatchObject({
      expected: 280,
      reached: true,
    });
    expect(progressOf({ type: 'per_week', value: 70, weeksPerMonth: 4 }, YEAR, twoMonths, 600)).toMatchObject({
      comparable: false,
    });
  });

  it('takes a rate as it is', () => {
    expect(progressOf({ type: 'rate', percent: 60 }, YEAR, APRIL, 170)).toMatchObject({
      basis: 'fixed',
      expected: 60,
      reached: true,
    });
  });

  it('compares nothing outside the plan and nothing without a number', () => {
    expect(progressOf({ type: 'per_year', value: 1 }, YEAR, { from: '2012-03-01', to: '2012-03-31' }, 1)).toEqual({
      comparable: false,
      reason: 'outside_plan',
    });
    expect(progressOf({ type: 'rate', percent: 60 }, YEAR, APRIL, null)).toEqual({
      comparable: false,
      reason: 'no_actual',
    });
  });
});
