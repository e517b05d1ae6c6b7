import { comparableYearBefore, yearBefore } from './year-before.js';

const LAST_YEAR = { from: '2025-04-01', to: '2026-03-31' };
const indicator = (code: string, version = 1) => ({ code, version });

describe('前年同月', () => {
  it.each([
    ['2026-06', '2025-06'],
    ['2026-01', '2025-01'],
    ['2024-02', '2023-02'],
  ])('%s is compared with %s', (month, before) => {
    expect(yearBefore(month)).toBe(before);
  });

  it('takes what means the same, and leaves what was defined anew, is gone or is new', () => {
    const now = [indicator('placements'), indicator('plans', 2), indicator('visits')];
    const before = {
      window: LAST_YEAR,
      indicators: [indicator('placements'), indicator('plans', 1), indicator('referrals')],
    };
    expect(comparableYearBefore(now, before, '2026-06')).toEqual({
      window: { from: '2025-06-01', to: '2025-06-30' },
      indicators: [indicator('placements')],
    });
  });

  it.each([
    ['without a plan of the year before', undefined, '2026-06'],
    [
      'when last year’s plan began later',
      { window: { from: '2025-07-01', to: '2026-03-31' }, indicators: [indicator('plans')] },
      '2026-06',
    ],
    ['when nothing kept its meaning', { window: LAST_YEAR, indicators: [indicator('plans', 7)] }, '2026-06'],
  ])('does not compare %s', (_, before, month) => {
    expect(comparableYearBefore([indicator('plans')], before, month)).toBeUndefined();
  });
});
