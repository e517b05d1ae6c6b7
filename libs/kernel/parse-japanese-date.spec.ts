import fc from 'fast-check';
import { isIsoDate } from './dates.js';
import { isBlankDate, parseJapaneseDate, type DateInput } from './parse-japanese-date.js';

const typed = (year: string, month: string, day: string, era?: string): DateInput => ({
  year,
  month,
  day,
  ...(era === undefined ? {} : { era }),
});

describe('parseJapaneseDate', () => {
  it.each<[DateInput, string]>([
    [typed('2024', '4', '1'), '2024-04-01'],
    [typed('２０２４', '０４', '０１'), '2024-04-01'],
    [typed(' 2024年 ', '4月', '1日'), '2024-04-01'],
    [typed('6', '4', '1', '令和'), '2024-04-01'],
    [typed('6', '4', '1', 'R'), '2024-04-01'],
    [typed('6', '4', '1', 'ｒ'), '2024-04-01'],
    [typed('6', '4', '1', '令'), '2024-04-01'],
    [typed('6', '4', '1', 'reiwa'), '2024-04-01'],
    [typed('R6', '4', '1'), '2024-04-01'],
    [typed('Ｒ６', '4', '1'), '2024-04-01'],
    [typed('令和６年', '4', '1'), '2024-04-01'],
    [typed('元', '5', '1', '令和'), '2019-05-01'],
    [typed('令和元', '5', '1'), '2019-05-01'],
    [typed('2024', '4', '1', '西暦'), '2024-04-01'],
    [typed('西暦2024', '4', '1'), '2024-04-01'],
    // What is typed wins over a choice that was left as it stood.
    [typed('2012', '4', '1', '令和'), '2012-04-01'],
    [typed('H24', '4', '1', '令和'), '2012-04-01'],
    // The two days that bear two names.
    [typed('45', '7', '30', '明治'), '1912-07-30'],
    [typed('元', '7', '30', '大正'), '1912-07-30'],
    [typed('15', '12', '25', '大正'), '1926-12-25'],
    [typed('元', '12', '25', '昭和'), '1926-12-25'],
  ])('reads %j', (input, date) => {
    expect(parseJapaneseDate(input)).toEqual({ ok: true, date });
  });

  it.each<[DateInput, string, string]>([
    [typed('31', '5', '1', '平成'), 'era_did_not_exist', 'era'],
    [typed('元', '4', '30', '令和'), 'era_did_not_exist', 'era'],
    [typed('64', '1', '8', '昭和'), 'era_did_not_exist', 'era'],
    [typed('45', '7', '31', '明治'), 'era_did_not_exist', 'era'],
    [typed('6', '4', '1', '慶応'), 'era_did_not_exist', 'era'],
    [typed('99999', '4', '1', '令和'), 'no_such_day', 'year'],
    [typed('0', '4', '1', '令和'), 'no_such_day', 'year'],
    [typed('2023', '2', '29'), 'no_such_day', 'day'],
    [typed('2024', '4', '31'), 'no_such_day', 'day'],
    [typed('2024', '4', '0'), 'no_such_day', 'day'],
    [typed('2024', '13', '1'), 'no_such_day', 'month'],
    [typed('2024', '0', '1'), 'no_such_day', 'month'],
    [typed('', '4', '1', '令和'), 'incomplete_date', 'year'],
    [typed('2024', '', '1'), 'incomplete_date', 'month'],
    [typed('2024', '4', '　'), 'incomplete_date', 'day'],
    [typed('24', '4', '1'), 'incomplete_date', 'era'],
    [typed('元', '4', '1'), 'incomplete_date', 'era'],
    [typed('二〇', '4', '1'), 'not_a_number', 'year'],
    [typed('2024', '四', '1'), 'not_a_number', 'month'],
    [typed('2024', '4', '-1'), 'not_a_number', 'day'],
    [typed('2024', '4', '1.5'), 'not_a_number', 'day'],
  ])('refuses %j', (input, code, field) => {
    expect(parseJapaneseDate(input)).toEqual({ ok: false, code, field });
  });

  it('answers any input with an existing day or a failure', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.integer({ min: -1, max: 99_999 }).map(String),
      fc.constantFrom('元', 'H31', '令和', '０'),
    );
    fc.assert(
      fc.property(piece, piece, piece, piece, (era, year, month, day) => {
        const parsed = parseJapaneseDate({ era, year, month, day });
        expect(parsed.ok ? isIsoDate(parsed.date) : parsed.field !== undefined).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('isBlankDate', () => {
  it('does not count the era choice as an entry', () => {
    expect(isBlankDate(typed('', ' ', '　', '令和'))).toBe(true);
    expect(isBlankDate(typed('', '', '1', '令和'))).toBe(false);
  });
});
