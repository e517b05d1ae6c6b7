import {
  isProtected,
  protectedUntil,
  protectionProblems,
  protectionStatus,
  renewableFrom,
  renewalReasons,
  renewedUntil,
} from './index.js';
import type { ProtectionStatus } from './protection.js';

describe('a protection measure', () => {
  it.each([
    ['2026-04-10', '2027-04-09'],
    ['2026-04-01', '2027-03-31'],
    ['2012-02-29', '2013-02-28'],
    ['2012-03-01', '2013-02-28'],
  ])('from %s holds until %s', (startsOn, until) => {
    expect(protectedUntil(startsOn)).toBe(until);
  });

  const UNTIL = '2027-04-09';

  it.each<[string | null, string, ProtectionStatus, boolean]>([
    [null, '2026-05-01', 'none', false],
    [UNTIL, '2027-03-08', 'in_force', true],
    [UNTIL, '2027-03-09', 'renewal_window', true],
    [UNTIL, '2027-04-09', 'renewal_window', true],
    [UNTIL, '2027-04-10', 'expired', false],
  ])('until %s is on %s: %s', (until, today, standing, holds) => {
    expect(protectionStatus(until, today)).toBe(standing);
    expect(isProtected(until, today)).toBe(holds);
  });

  it('is renewed for a year without a gap', () => {
    expect(renewedUntil(UNTIL)).toBe('2028-04-09');
    expect(renewedUntil('2013-02-28')).toBe('2014-02-28');
  });

  it('can be renewed from one month before its end', () => {
    expect(renewableFrom(UNTIL)).toBe('2027-03-09');
    expect(renewalReasons(UNTIL, '2027-03-08')).toEqual([
      { code: 'protection_not_yet_renewable', params: { from: '2027-03-09' } },
    ]);
    expect(renewalReasons(UNTIL, '2027-03-09')).toEqual([]);
    expect(renewalReasons(UNTIL, '2027-04-10')).toEqual([{ code: 'protection_expired' }]);
    expect(renewalReasons(null, '2027-04-10')).toEqual([{ code: 'protection_missing' }]);
  });

  it('starts on a day that has come', () => {
    expect(protectionProblems('2026-04-10', '2026-04-10')).toEqual([]);
    expect(protectionProblems('2026-04-11', '2026-04-10')).toMatchObject([{ code: 'date_in_future' }]);
  });
});
