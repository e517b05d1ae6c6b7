import { Repeats } from './repeats.js';

describe('what comes again and again', () => {
  const line = (text = 'away', request = '1'): unknown[] => [{ err: new Error(text), request }, 'redis'];

  it('is told once a minute, with how many there were', () => {
    const repeats = new Repeats();
    expect(['1', '2', '3'].map((request) => repeats.isOne(line('away', request), 1_000))).toEqual([false, true, true]);
    const later = line();
    expect(repeats.isOne(later, 61_001)).toBe(false);
    expect(later[0]).toMatchObject({ repeated: 2 });
  });

  it('hides nothing else', () => {
    const repeats = new Repeats();
    expect([line(), line('back'), ['another line']].map((args) => repeats.isOne(args, 1_000))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
