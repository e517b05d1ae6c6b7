import { addDays } from './dates.js';
import { ERAS, eraOf, existedOn } from './eras.js';
import { parseJapaneseDate } from './parse-japanese-date.js';
import { formatBoth, formatMonthWareki, formatWareki, shortWareki, warekiParts } from './format-wareki.js';

describe('eras', () => {
  it('follow each other without a gap', () => {
    for (const [index, era] of ERAS.entries()) {
      const next = ERAS[index + 1];
      if (next === undefined) expect(era.to).toBeNull();
      else expect([era.to, addDays(era.to ?? '', 1)]).toContain(next.from);
    }
  });

  it('change at these days', () => {
    const name = (date: string) => eraOf(date)?.name ?? null;
    expect(['1868-01-24', '1868-01-25'].map(name)).toEqual([null, '明治']);
    expect(['1912-07-29', '1912-07-30'].map(name)).toEqual(['明治', '大正']);
    expect(['1926-12-24', '1926-12-25'].map(name)).toEqual(['大正', '昭和']);
    expect(['1989-01-07', '1989-01-08'].map(name)).toEqual(['昭和', '平成']);
    expect(['2019-04-30', '2019-05-01'].map(name)).toEqual(['平成', '令和']);
  });
});

describe('formatting', () => {
  it('writes the first year as 元年', () => {
    expect(formatWareki('2019-04-30')).toBe('平成31年4月30日');
    expect(formatWareki('2019-05-01')).toBe('令和元年5月1日');
    expect(formatWareki('2012-04-01')).toBe('平成24年4月1日');
  });

  it('adds the western year', () => {
    expect(formatBoth('2012-04-01')).toBe('平成24年4月1日（2012年）');
    expect(formatBoth('1868-01-01')).toBe('1868年1月1日');
  });

  it('has a short form for tables', () => {
    expect(['2012-04-01', '2019-05-01', '1989-01-07', '1868-01-01'].map(shortWareki)).toEqual([
      'H24.4.1',
      'R1.5.1',
      'S64.1.7',
      '1868.1.1',
    ]);
  });

  it('names a month by the era of its last day', () => {
    expect(['2019-04', '2019-05', '1989-01', '2012-04'].map(formatMonthWareki)).toEqual([
      '平成31年4月',
      '令和元年5月',
      '平成元年1月',
      '平成24年4月',
    ]);
  });
});

describe('every day from 1868 to 2100', () => {
  it('is read back as it was written', () => {
    const wrong: string[] = [];
    for (let date = '1868-01-01'; date <= '2100-12-31'; date = addDays(date, 1)) {
      const [, year = '', month = '', day = ''] = /^(.+)年(\d+)月(\d+)日$/.exec(formatWareki(date)) ?? [];
      const [shortYear = '', shortMonth = '', shortDay = ''] = shortWareki(date).split('.');
      const { era, ...boxes } = warekiParts(date);
      const readings = [
        parseJapaneseDate({ year, month, day }),
        parseJapaneseDate({ year: shortYear, month: shortMonth, day: shortDay }),
        parseJapaneseDate({
          era: era?.code ?? '',
          year: String(boxes.year),
          month: String(boxes.month),
          day: String(boxes.day),
        }),
        parseJapaneseDate({ year: date.slice(0, 4), month: date.slice(5, 7), day: date.slice(8) }),
      ];
      if (readings.some((reading) => !reading.ok || reading.date !== date)) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  it('bears the era it is written with', () => {
    for (let date = '1868-01-25'; date <= '2100-12-31'; date = addDays(date, 13)) {
      const era = eraOf(date);
      expect(era !== null && existedOn(era, date)).toBe(true);
    }
  });
});
