import { nextStepOf, waitsOnCase } from './index.js';

const task = (id: string, dueOn: string | null) => ({ id, dueOn });

describe('the next step of a case', () => {
  it.each([
    ['the earliest day', [task('b', '2012-07-01'), task('a', '2012-07-02')], 'b'],
    ['a day before none', [task('a', null), task('b', '2030-01-01')], 'b'],
    ['none where that is all there is', [task('b', null), task('a', null)], 'a'],
    ['of one day always the same', [task('b', '2012-07-01'), task('a', '2012-07-01')], 'a'],
    ['nothing', [], undefined],
  ])('is %s', (_what, tasks, next) => {
    expect(nextStepOf('active', tasks)?.id).toBe(next);
  });

  it('is none once the period has ended', () => {
    expect(nextStepOf('closed', [task('a', '2012-07-01')])).toBeNull();
    expect(nextStepOf('suspended', [task('a', '2012-07-01')])).not.toBeNull();
  });

  it('is a promise of the case or of the person, not of another case', () => {
    expect(waitsOnCase({ supportCaseId: 'one' }, 'one')).toBe(true);
    expect(waitsOnCase({ supportCaseId: null }, 'one')).toBe(true);
    expect(waitsOnCase({ supportCaseId: 'other' }, 'one')).toBe(false);
  });
});
