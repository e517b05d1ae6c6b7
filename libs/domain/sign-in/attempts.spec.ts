import fc from 'fast-check';
import {
  afterAttempt,
  ATTEMPTS,
  type AttemptPlace,
  type AttemptRecord,
  foldedLogin,
  mayAttempt,
  sourceOf,
} from './index.js';

const NOTHING: AttemptRecord = { failures: 0, lastAt: null, retryAt: null };
const at = (minutes: number) => new Date(Date.parse('2026-04-01T09:00:00+09:00') + minutes * 60_000);

/** Wrong ones at these minutes; those that come too early are not checked. */
const wrongAt = (minutes: readonly number[], place: AttemptPlace = 'source'): AttemptRecord =>
  minutes.reduce<AttemptRecord>((record, minute) => afterAttempt(record, at(minute), place), NOTHING);

describe('attempts to sign in', () => {
  it.each<[string, number[], number | undefined]>([
    ['four wrong ones are free', [0, 0, 0, 0], undefined],
    ['the fifth is waited for', [0, 0, 0, 0, 0], 1],
    ['one that is not checked changes nothing', [0, 0, 0, 0, 0, 0.5, 0.9], 1],
    ['the sixth longer', [0, 0, 0, 0, 0, 1], 3],
    ['and longer', [0, 0, 0, 0, 0, 1, 3, 7, 15], 30],
    ['but never longer than a quarter of an hour', [0, 0, 0, 0, 0, 1, 3, 7, 15, 30, 45], 60],
    ['an hour without any is a new beginning', [0, 0, 0, 0, 0, 1, 3, 63], undefined],
    ['less than an hour is not', [0, 50, 100, 150, 200], 201],
    ['one a day', [0, 1440, 2880, 4320, 5760, 7200], undefined],
  ])('%s', (_what, minutes, until) => {
    expect(wrongAt(minutes).retryAt).toEqual(until === undefined ? null : at(until));
  });

  it('are let in again at the minute that was told', () => {
    const record = wrongAt([0, 0, 0, 0, 0]);
    expect([mayAttempt(record, at(0.99)), mayAttempt(record, at(1))]).toEqual([false, true]);
  });

  it('from everywhere together may be more before anybody waits', () => {
    const times = (count: number) => Array.from({ length: count }, () => 0);
    expect(wrongAt(times(29), 'login').retryAt).toBeNull();
    expect(wrongAt(times(30), 'login').retryAt).toEqual(at(1));
  });

  it('property: no more are checked within an hour than are free and the delays leave room for, however they come', () => {
    const perHour = ATTEMPTS.free.source + 8;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 400 }), (gaps) => {
        let now = 0;
        let record = NOTHING;
        const checked: number[] = [];
        for (const gap of gaps) {
          now += gap / 6;
          if (mayAttempt(record, at(now))) checked.push(now);
          record = afterAttempt(record, at(now), 'source');
        }
        for (const begin of checked)
          expect(checked.filter((each) => each >= begin && each < begin + 60).length).toBeLessThanOrEqual(perHour);
      }),
    );
  });
});

describe('what is counted together', () => {
  it.each([
    ['hanako', 'hanako'],
    ['  Hanako ', 'hanako'],
    ['ｈａｎａｋｏ', 'hanako'],
  ])('the login %j', (typed, folded) => {
    expect(foldedLogin(typed)).toBe(folded);
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ])('the address %j', (address, source) => {
    expect(sourceOf(address)).toBe(source);
  });
});
