import { endedTaskProblems, isOverdue, ownedTaskProblems, type TaskDraft } from './index.js';

const TASK: TaskDraft = { title: '保育所の申込み', ownerSide: 'municipal', ownerStaffId: null, dueOn: '2012-06-30' };

describe('a task', () => {
  it('has a title and an owner', () => {
    expect(ownedTaskProblems(TASK)).toEqual([]);
    expect(ownedTaskProblems({ ...TASK, title: ' ', ownerSide: null }, 'steps.2.')).toEqual([
      { field: 'steps.2.title', code: 'required' },
      { field: 'steps.2.ownerSide', code: 'choose_one' },
    ]);
  });

  it("of the jobseeker's own is nobody's on the staff", () => {
    expect(ownedTaskProblems({ ...TASK, ownerSide: 'jobseeker', ownerStaffId: 'staff-1' })).toEqual([
      { field: 'ownerStaffId', code: 'owner_is_the_jobseeker' },
    ]);
  });

  it.each<['open' | 'done' | 'dropped', string | null, boolean]>([
    ['open', '2012-06-30', false],
    ['open', '2012-06-29', true],
    ['open', null, false],
    ['done', '2012-06-01', false],
    ['dropped', '2012-06-01', false],
  ])('%s and due on %s is overdue on 30 June: %s', (state, dueOn, overdue) => {
    expect(isOverdue({ state, dueOn }, '2012-06-30')).toBe(overdue);
  });

  it('ends on a day that has come, not before it began', () => {
    expect(endedTaskProblems('2012-06-30', '2012-06-30', '2012-06-01')).toEqual([]);
    expect(endedTaskProblems('2012-07-01', '2012-06-30')).toMatchObject([{ code: 'date_in_future' }]);
    expect(endedTaskProblems('2012-05-31', '2012-06-30', '2012-06-01')).toMatchObject([{ code: 'done_before_start' }]);
  });
});
