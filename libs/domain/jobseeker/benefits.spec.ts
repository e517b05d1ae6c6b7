import fc from 'fast-check';
import { addDays } from '#kernel';
import { benefitClock, benefitProblems, clocksOn, ENDED_CLOCK_DAYS, nearestClock, type Benefit } from './index.js';

const HOUSING: Benefit = { name: '住宅手当', startsOn: '2012-04-01', endsOn: '2012-09-30' };

describe('the clock of a six-month housing benefit', () => {
  it.each([
    ['2012-04-01', 182, 'far'],
    ['2012-08-30', 31, 'far'],
    ['2012-08-31', 30, 'near'],
    ['2012-09-07', 23, 'near'],
    ['2012-09-30', 0, 'near'],
    ['2012-10-01', -1, 'over'],
  ])('on %s has %i days left and is %s', (today, daysLeft, tone) => {
    expect(benefitClock(HOUSING, today)).toEqual({ name: '住宅手当', endsOn: '2012-09-30', daysLeft, tone });
  });

  it('does not run before the benefit begins, nor without an end', () => {
    expect(benefitClock(HOUSING, '2012-03-31')).toBeNull();
    expect(benefitClock({ ...HOUSING, endsOn: null }, '2012-05-01')).toBeNull();
  });

  it('is near from as many days as the site sets', () => {
    expect(benefitClock(HOUSING, '2012-08-01', 60)?.tone).toBe('near');
  });
});

describe('the clock to show', () => {
  const allowance: Benefit = { name: '訓練給付', startsOn: '2012-05-01', endsOn: '2012-12-31' };

  it.each([
    ['2012-05-01', '住宅手当'],
    ['2012-10-01', '訓練給付'],
    ['2013-01-05', '訓練給付'],
  ])('on %s is %s', (today, name) => {
    expect(nearestClock([allowance, HOUSING], today)?.name).toBe(name);
  });

  it('is none without benefits, nor of one that has not begun or ended long ago', () => {
    expect(nearestClock([], '2012-05-01')).toBeNull();
    expect(nearestClock([allowance], '2012-04-30')).toBeNull();
    expect(nearestClock([HOUSING], addDays('2012-09-30', ENDED_CLOCK_DAYS))?.name).toBe('住宅手当');
    expect(nearestClock([HOUSING], addDays('2012-09-30', ENDED_CLOCK_DAYS + 1))).toBeNull();
  });

  it('stands before the others, the nearest end first', () => {
    expect(clocksOn([allowance, HOUSING], '2012-10-10').map(({ name }) => name)).toEqual(['住宅手当', '訓練給付']);
    expect(nearestClock([allowance, HOUSING], '2012-10-10')?.name).toBe('訓練給付');
  });

  it('property: no running benefit ends before the one shown', () => {
    const benefit = fc.record({
      name: fc.constant('手当'),
      startsOn: fc.constant('2012-04-01'),
      endsOn: fc.integer({ min: 153, max: 365 }).map((n) => addDays('2012-04-01', n)),
    });
    fc.assert(
      fc.property(fc.array(benefit, { minLength: 1 }), (benefits) => {
        const today = '2012-10-01';
        const shown = nearestClock(benefits, today);
        const running = benefits.filter(({ endsOn }) => endsOn >= today);
        expect(running.every(({ endsOn }) => shown !== null && shown.endsOn <= endsOn)).toBe(true);
        expect(shown?.tone === 'over').toBe(running.length === 0);
      }),
    );
  });
});

describe('the benefit form', () => {
  it('has a name and a start, and ends no earlier', () => {
    expect(benefitProblems(HOUSING)).toEqual([]);
    expect(benefitProblems({ name: '', startsOn: null, endsOn: null }).map(({ field }) => field)).toEqual([
      'name',
      'startsOn',
    ]);
    expect(benefitProblems({ ...HOUSING, endsOn: '2012-03-31' })).toMatchObject([{ code: 'end_before_start' }]);
  });
});
