import { frozenClock, movableClock, systemClock, tokyoDateOf, tokyoTimeOf } from './clock.js';

describe('today in Japan', () => {
  it('begins at 15:00 UTC of the day before', () => {
    expect(frozenClock('2026-03-31T14:59:59Z').today()).toBe('2026-03-31');
    expect(frozenClock('2026-03-31T15:00:00Z').today()).toBe('2026-04-01');
  });

  it('does not depend on where the server runs', () => {
    expect(tokyoDateOf(new Date('2026-12-31T23:30:00-05:00'))).toBe('2027-01-01');
    expect(tokyoTimeOf(new Date('2026-12-31T23:30:00-05:00'))).toBe('13:30');
  });

  it('is the date of the present moment on the system clock', () => {
    expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1000);
    expect([tokyoDateOf(new Date(Date.now() - 1000)), tokyoDateOf(new Date())]).toContain(systemClock.today());
  });
});

describe('a frozen clock', () => {
  it('takes a bare date as noon in Japan', () => {
    const clock = frozenClock('2012-04-01');
    expect(clock.now().toISOString()).toBe('2012-04-01T03:00:00.000Z');
    expect(clock.today()).toBe('2012-04-01');
  });

  it('cannot be moved through the date it hands out', () => {
    const clock = frozenClock('2012-04-01');
    clock.now().setFullYear(1999);
    expect(clock.today()).toBe('2012-04-01');
  });

  it.each(['tomorrow', '2012-02-30', '2012-04-01T09:00:00', ''])('refuses %j', (at) => {
    expect(() => frozenClock(at)).toThrow(RangeError);
  });

  it('refuses a Date that is none', () => {
    expect(() => frozenClock(new Date('nonsense'))).toThrow(RangeError);
  });
});

describe('a movable clock', () => {
  it('stands where it was last set', () => {
    const clock = movableClock('2012-04-01');
    clock.set(new Date('2012-04-02T00:00:00+09:00'));
    expect(clock.today()).toBe('2012-04-02');
    clock.set('2011-07-15');
    expect(clock.today()).toBe('2011-07-15');
    expect(clock.now().toISOString()).toBe('2011-07-15T03:00:00.000Z');
  });
});
