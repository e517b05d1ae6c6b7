import { type ComparedStep, planDifferences } from './index.js';

const step = (stepKey: string, changes: Partial<ComparedStep> = {}): ComparedStep => ({
  stepKey,
  title: '応募書類の作成',
  ownerSide: 'national',
  ownerStaffId: null,
  dueOn: '2012-06-30',
  branchCondition: null,
  branchOn: null,
  branchOf: null,
  ...changes,
});
const version = (...steps: ComparedStep[]) => ({ goal: '介護の仕事に就く', situation: '', steps });

describe('differences between two versions', () => {
  it('are none where only the order changed', () => {
    expect(planDifferences(version(step('a'), step('b')), version(step('b'), step('a')))).toEqual({
      goal: false,
      situation: false,
      steps: [],
    });
  });

  it('tell steps that came, went and changed, and in what', () => {
    const later = step('a', { dueOn: '2012-07-31', ownerStaffId: 'staff-1' });
    expect(planDifferences(version(step('a'), step('b')), version(step('c'), later)).steps).toEqual([
      { kind: 'added', after: step('c') },
      { kind: 'changed', before: step('a'), after: later, fields: ['ownerStaffId', 'dueOn'] },
      { kind: 'removed', before: step('b') },
    ]);
  });

  it('tell whether goal and situation were rewritten', () => {
    expect(
      planDifferences(version(), { ...version(), goal: '事務の仕事に就く', situation: '保育所が決まった' }),
    ).toMatchObject({ goal: true, situation: true });
  });
});
