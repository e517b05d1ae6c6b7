import fc from 'fast-check';
import { addDays } from '#kernel';
import { Segments } from './segments.js';
import type { Window } from './window.js';

const MONTH = { from: '2026-06-01', to: '2026-06-30' };
const TO_DATE = { from: '2026-04-01', to: '2026-06-30' };
const YEAR_BEFORE = { from: '2025-06-01', to: '2025-06-30' };

const day = fc.integer({ min: 0, max: 40 }).map((offset) => addDays('2026-03-15', offset));
const window = fc.tuple(day, day).map(([a, b]): Window => (a <= b ? { from: a, to: b } : { from: b, to: a }));

describe('windows cut into pieces', () => {
  it('hold a month apart from the months before it and from the year before', () => {
    const segments = Segments.of([MONTH, TO_DATE, YEAR_BEFORE]);
    expect(segments.pieces).toEqual([YEAR_BEFORE, { from: '2026-04-01', to: '2026-05-31' }, MONTH]);
    expect([YEAR_BEFORE, TO_DATE, MONTH].map((each) => segments.bitsOf(each))).toEqual([0b001n, 0b110n, 0b100n]);
    expect(segments.ranges).toEqual([YEAR_BEFORE, TO_DATE]);
  });

  it('are nothing of nothing', () => {
    expect([Segments.of([]).pieces, Segments.of([]).ranges, Segments.of([]).from]).toEqual([[], [], undefined]);
  });

  it('place each day of a window in exactly one piece, which the bits of that window hold, and no other day in any', () => {
    fc.assert(
      fc.property(fc.array(window, { minLength: 1, maxLength: 6 }), day, (windows, each) => {
        const segments = Segments.of(windows);
        const holding = segments.pieces.flatMap(({ from, to }, index) => (from <= each && each <= to ? [index] : []));
        const inSome = windows.some(({ from, to }) => from <= each && each <= to);
        expect(holding).toHaveLength(inSome ? 1 : 0);
        expect(segments.ranges.some(({ from, to }) => from <= each && each <= to)).toBe(inSome);
        for (const one of windows) {
          const counts = holding.some((index) => (segments.bitsOf(one) & (1n << BigInt(index))) !== 0n);
          expect(counts).toBe(one.from <= each && each <= one.to);
        }
      }),
    );
  });
});
