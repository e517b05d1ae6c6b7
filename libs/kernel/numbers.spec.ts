import fc from 'fast-check';
import { formatRate, halfUp, rate } from './numbers.js';

describe('halfUp', () => {
  it.each([
    [2.5, 0, 3],
    [2.4999, 0, 2],
    [-2.5, 0, -3],
    [0, 1, 0],
    [-0.04, 1, 0],
    [1.005, 2, 1.01],
    [8.345, 2, 8.35],
    [28.05, 1, 28.1],
    [1e-7, 2, 0],
    [1e21, 1, 1e21],
  ])('rounds %d to %d decimals', (value, decimals, expected) => {
    expect(halfUp(value, decimals)).toBe(expected);
  });

  it('rounds every tie between tenths upwards', () => {
    for (let tie = 5; tie < 20_000; tie += 10) expect(halfUp(tie / 100, 1)).toBe((tie + 5) / 100);
  });
});

describe('rates', () => {
  it('are in percent, not capped, and absent without a denominator', () => {
    expect(rate(17, 10)).toBe(170);
    expect(rate(0, 5)).toBe(0);
    expect(rate(3, 0)).toBeNull();
  });

  it('are printed with one decimal unless they are whole', () => {
    const printed = (numerator: number, denominator: number) => formatRate(rate(numerator, denominator));
    expect(printed(17, 10)).toBe('170%');
    expect(printed(191, 313)).toBe('61.0%');
    expect(printed(17, 19)).toBe('89.5%');
    expect(printed(1, 3)).toBe('33.3%');
    expect(printed(0, 3)).toBe('0%');
    expect(printed(1, 0)).toBe('—');
  });

  it('agree with exact arithmetic on whole numbers', () => {
    const count = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 1_000_000 }), (numerator, denominator) => {
        const tenths = Math.floor((2000 * numerator + denominator) / (2 * denominator));
        expect(halfUp(rate(numerator, denominator) ?? NaN, 1)).toBe(tenths / 10);
      }),
      { numRuns: 2000 },
    );
  });
});
