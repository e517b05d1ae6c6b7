import { reportableMonths } from './missing-reports.js';

describe('months that could have a report', () => {
  it.each([
    ['2024-04-01', '2026-06-10', ['2025-04', '2026-05'], 14],
    ['2026-05-15', '2026-07-01', ['2026-05', '2026-06'], 2],
    ['2024-04-01', '2026-04-01', ['2025-04', '2026-03'], 12],
    ['2024-04-01', '2026-03-31', ['2024-04', '2026-02'], 23],
  ])('of a site opened on %s, on %s: from %j', (openedOn, today, ends, count) => {
    const months = reportableMonths(openedOn, today);
    expect([[months[0], months.at(-1)], months.length]).toEqual([ends, count]);
  });

  it('are none in the month of the opening', () => {
    expect(reportableMonths('2026-06-01', '2026-06-30')).toEqual([]);
  });
});
