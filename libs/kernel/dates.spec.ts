import fc from 'fast-check';
import {
  addDays,
  addMonths,
  ageOn,
  daysBetween,
  firstDay,
  isIsoDate,
  isYearMonth,
  lastDay,
  monthOf,
  monthsBetween,
  nextMonth,
  previousMonth,
  weekdayOf,
} from './dates.js';

const anyDate = fc
  .date({ min: new Date('1868-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('isIsoDate', () => {
  it.each(['2024-02-29', '2000-02-29', '1868-01-01', '2026-12-31'])('accepts %s', (text) =>
    expect(isIsoDate(text)).toBe(true),
  );
  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-1-1',
    '20240101',
    '',
    null,
    20240101,
  ])('rejects %j', (value) => expect(isIsoDate(value)).toBe(false));
});

describe('isYearMonth', () => {
  it.each(['2024-01', '2024-12'])('accepts %s', (text) => expect(isYearMonth(text)).toBe(true));
  it.each(['2024-00', '2024-13', '2024-1', '2024-01-01', undefined])('rejects %j', (value) =>
    expect(isYearMonth(value)).toBe(false),
  );
});

describe('counting days', () => {
  it('crosses months, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01');
    expect(addDays('2025-03-01', -1)).toBe('2025-02-28');
    expect(daysBetween('2012-04-01', '2013-04-01')).toBe(365);
    expect(daysBetween('2012-04-02', '2012-04-01')).toBe(-1);
  });

  it('comes back by the same number of days', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, count) => {
        const moved = addDays(date, count);
        expect(isIsoDate(moved)).toBe(true);
        expect(daysBetween(date, moved)).toBe(count);
        expect(addDays(moved, -count)).toBe(date);
      }),
    );
  });

  it('refuses what is not a date', () => {
    expect(() => addDays('2023-02-29', 1)).toThrow(RangeError);
    expect(() => daysBetween('2023-02-01', '')).toThrow(RangeError);
    expect(() => monthOf('2023-02')).toThrow(RangeError);
  });
});

describe('counting months', () => {
  it('keeps the day, or takes the last of a shorter month', () => {
    expect(addMonths('2024-01-15', 1)).toBe('2024-02-15');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(addMonths('2024-11-30', 14)).toBe('2026-01-30');
    expect(addMonths('2024-01-10', -1)).toBe('2023-12-10');
  });

  it('lands in the month so many months away', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 600 }), (date, count) => {
        expect(monthsBetween(monthOf(date), monthOf(addMonths(date, count)))).toHaveLength(count + 1);
      }),
      { numRuns: 50 },
    );
  });

  it('knows the ends of a month and its neighbours', () => {
    expect([firstDay('2024-02'), lastDay('2024-02'), lastDay('2023-02')]).toEqual([
      '2024-02-01',
      '2024-02-29',
      '2023-02-28',
    ]);
    expect([nextMonth('2024-12'), previousMonth('2024-01')]).toEqual(['2025-01', '2023-12']);
    expect(monthOf('2024-02-29')).toBe('2024-02');
  });

  it('lists the months between two, both included', () => {
    expect(monthsBetween('2024-11', '2025-02')).toEqual(['2024-11', '2024-12', '2025-01', '2025-02']);
    expect(monthsBetween('2024-11', '2024-11')).toEqual(['2024-11']);
    expect(monthsBetween('2024-11', '2024-10')).toEqual([]);
    expect(() => monthsBetween('2024-11', '2024-13')).toThrow(RangeError);
  });
});

describe('ageOn', () => {
  it('completes a year on the birthday', () => {
    expect(ageOn('1990-06-15', '2012-06-14')).toBe(21);
    expect(ageOn('1990-06-15', '2012-06-15')).toBe(22);
    expect(ageOn('1990-06-15', '1990-06-15')).toBe(0);
  });

  it('completes the year of a leap-day child on 1 March', () => {
    expect(ageOn('1996-02-29', '2012-02-29')).toBe(16);
    expect(ageOn('1996-02-29', '2013-02-28')).toBe(16);
    expect(ageOn('1996-02-29', '2013-03-01')).toBe(17);
  });
});

describe('weekdayOf', () => {
  it('counts from Sunday', () => {
    expect(weekdayOf('2024-09-01')).toBe(0);
    expect(weekdayOf('2024-09-07')).toBe(6);
    expect(weekdayOf('1868-01-25')).toBe(6);
  });
});
