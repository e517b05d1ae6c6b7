import { supersedeReasons, wishChanges, wishHistory, wishOn, wishProblems, type RecordedWish } from './index.js';
import type { Wish } from './wishes.js';

const TODAY = '2012-10-01';
const CLERK: Wish = {
  occupations: ['一般事務', '経理事務'],
  undecided: false,
  weeklyHoursMin: 20,
  weeklyHoursMax: 30,
  daysAndTimes: '平日の日中',
  commute: 'バス30分',
  workplace: null,
  note: null,
};
const on = (recordedOn: string, change: Partial<Wish> = {}): RecordedWish => ({ ...CLERK, ...change, recordedOn });

describe('a wish', () => {
  it('names an occupation or says that it is undecided', () => {
    expect(wishProblems(CLERK, TODAY, TODAY)).toEqual([]);
    expect(wishProblems({ ...CLERK, occupations: [], undecided: true }, TODAY, TODAY)).toEqual([]);
    expect(wishProblems({ ...CLERK, occupations: [' '] }, TODAY, TODAY)).toMatchObject([
      { field: 'occupations', code: 'occupation_or_undecided' },
    ]);
  });

  it.each<[Partial<Wish>, string, string]>([
    [{ weeklyHoursMin: 0 }, 'weeklyHoursMin', 'out_of_range'],
    [{ weeklyHoursMax: 61 }, 'weeklyHoursMax', 'out_of_range'],
    [{ weeklyHoursMin: 30, weeklyHoursMax: 20 }, 'weeklyHoursMax', 'hours_reversed'],
    [{ occupations: Array.from({ length: 11 }, () => '清掃') }, 'occupations', 'too_many'],
    [{ occupations: ['清掃', '長'.repeat(1001)] }, 'occupations.1', 'too_long'],
    [{ note: '長'.repeat(1001) }, 'note', 'too_long'],
  ])('%j: %s %s', (change, field, code) => {
    expect(wishProblems({ ...CLERK, ...change }, TODAY, TODAY)).toMatchObject([{ field, code }]);
  });

  it('is told on a day that has come', () => {
    expect(wishProblems(CLERK, '2012-10-02', TODAY)).toMatchObject([{ field: 'recordedOn', code: 'date_in_future' }]);
  });
});

describe('what a wish changes', () => {
  it('is nothing for the first', () => {
    expect(wishChanges(null, CLERK)).toEqual([]);
    expect(supersedeReasons(null, CLERK)).toEqual([]);
  });

  it('is told condition by condition; the order of occupations counts', () => {
    expect(wishChanges(CLERK, { ...CLERK, occupations: ['経理事務', '一般事務'], commute: null })).toEqual([
      { field: 'occupations', before: ['一般事務', '経理事務'], after: ['経理事務', '一般事務'] },
      { field: 'commute', before: 'バス30分', after: null },
    ]);
  });

  it('is nothing when only an empty text was sent for none; such a row is not added', () => {
    expect(supersedeReasons(CLERK, { ...CLERK, workplace: ' ' })).toEqual([{ code: 'wish_unchanged' }]);
  });
});

describe('the history of wishes', () => {
  const first = on('2012-04-10');
  const second = on('2012-08-01', { occupations: ['介護職'] });
  const corrected = on('2012-08-01', { occupations: ['介護職'], weeklyHoursMax: 40 });

  it('holds what was wished for on a day', () => {
    const history = [second, first, corrected];
    expect(wishOn(history, '2012-04-09')).toBeNull();
    expect(wishOn(history, '2012-07-31')).toBe(first);
    expect(wishOn(history, '2012-08-01')).toBe(corrected);
  });

  it('reads newest first with what each changed', () => {
    expect(wishHistory([first, second, corrected]).map(({ changes }) => changes.map(({ field }) => field))).toEqual([
      ['weeklyHoursMax'],
      ['occupations'],
      [],
    ]);
  });
});
