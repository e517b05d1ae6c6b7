import fc from 'fast-check';
import { afterFailure, type FailureRecord, isLockedOut, LOCK_OUT } from './index.js';

const NO_FAILURES: FailureRecord = { failedCount: 0, lastFailedAt: null, lockedUntil: null };
const at = (time: string) => new Date(`2026-04-01T${time}+09:00`);

const failTimes = (count: number, now: Date, from: FailureRecord = NO_FAILURES): FailureRecord =>
  Array.from({ length: count }).reduce<FailureRecord>((record) => afterFailure(record, now), from);

describe('failed sign-ins', () => {
  it('lock at the fifth in a row, for the time set', () => {
    const now = at('09:00:00');
    expect(isLockedOut(failTimes(4, now), now)).toBe(false);
    const locked = failTimes(5, now);
    expect(locked.lockedUntil).toEqual(at('09:15:00'));
    expect(isLockedOut(locked, at('09:14:59'))).toBe(true);
    expect(isLockedOut(locked, at('09:15:00'))).toBe(false);
  });

  it('do not prolong a lock, so nobody can be kept out for good', () => {
    expect(failTimes(10, at('09:10:00'), failTimes(5, at('09:00:00'))).lockedUntil).toEqual(at('09:15:00'));
  });

  it('are counted anew once the lock has run out', () => {
    const now = at('09:20:00');
    const anew = { failedCount: 1, lastFailedAt: now, lockedUntil: null };
    expect(failTimes(1, now, failTimes(5, at('09:00:00')))).toEqual(anew);
  });

  it.each<[string, number[], boolean]>([
    ['five within minutes', [0, 1, 2, 3, 4], true],
    ['five, each within the lock time of the one before', [0, 14, 28, 42, 56], true],
    ['the fifth when the lock time has passed', [0, 1, 2, 3, 18], false],
    ['the fifth weeks later', [0, 1, 2, 3, 3 * 7 * 24 * 60], false],
    ['one a day', [0, 1, 2, 3, 4, 5].map((day) => day * 24 * 60), false],
    ['five of today after four of last week', [0, 1, 2, 3, 10_080, 10_081, 10_082, 10_083, 10_084], true],
  ])('lock only in a row: %s', (_what, minutes, isLocked) => {
    const start = at('09:00:00').getTime();
    const times = minutes.map((minute) => new Date(start + minute * 60_000));
    const record = times.reduce((before, now) => afterFailure(before, now), NO_FAILURES);
    expect(isLockedOut(record, times.at(-1) as Date)).toBe(isLocked);
  });

  it('property: at most as many attempts pass in one lock time as the policy allows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 }), (gaps) => {
        let now = at('09:00:00').getTime();
        let record = NO_FAILURES;
        let sinceLock = 0;
        for (const gap of gaps) {
          now += gap * 1000;
          if (isLockedOut(record, new Date(now))) continue;
          if (record.lockedUntil !== null) sinceLock = 0;
          record = afterFailure(record, new Date(now));
          sinceLock += 1;
          expect(sinceLock).toBeLessThanOrEqual(LOCK_OUT.failures);
        }
      }),
    );
  });
});
