import {
  branchStatus,
  dueBranches,
  nextReview,
  overdueReviews,
  overdueSteps,
  type BranchStatus,
  type PlanStep,
} from './index.js';

function aStep(stepKey: string, more: Partial<PlanStep> = {}): PlanStep {
  return {
    stepKey,
    title: stepKey,
    ownerSide: 'national',
    ownerStaffId: null,
    dueOn: '2012-06-30',
    branchCondition: null,
    branchOn: null,
    branchOf: null,
    state: 'open',
    ...more,
  };
}

/** Nursing aide; if none by the end of September, training for care work. */
const NURSING_AIDE = aStep('nursing-aide', { dueOn: '2012-09-30' });
const TRAINING = aStep('training', {
  dueOn: '2012-10-31',
  branchCondition: '看護助手の採用がなければ',
  branchOn: '2012-10-01',
  branchOf: 'nursing-aide',
});

describe('a fall-back', () => {
  it.each<[string, PlanStep, PlanStep, string, BranchStatus]>([
    ['before its day', NURSING_AIDE, TRAINING, '2012-09-30', 'waiting'],
    ['on its day', NURSING_AIDE, TRAINING, '2012-10-01', 'due'],
    ['the first way worked', { ...NURSING_AIDE, state: 'done' }, TRAINING, '2012-10-01', 'not_needed'],
    ['the first way was given up', { ...NURSING_AIDE, state: 'dropped' }, TRAINING, '2012-10-01', 'due'],
    ['it was taken and is done', NURSING_AIDE, { ...TRAINING, state: 'done' }, '2012-10-01', 'not_needed'],
    ['it falls back from no named step', NURSING_AIDE, { ...TRAINING, branchOf: null }, '2012-10-01', 'due'],
  ])('%s', (_what, origin, branch, today, standing) => {
    expect(branchStatus(branch, [origin, branch], today)).toBe(standing);
    expect(dueBranches([origin, branch], today)).toEqual(standing === 'due' ? [branch] : []);
  });

  it('an ordinary step is none', () => {
    expect(branchStatus(NURSING_AIDE, [NURSING_AIDE, TRAINING], '2012-12-01')).toBe('not_a_branch');
  });
});

describe('steps past their day', () => {
  it('are the open ones that somebody has to do', () => {
    const done = aStep('clinic', { state: 'done' });
    const late = aStep('childcare', { ownerSide: 'municipal' });
    const waiting = aStep('waiting', {
      branchCondition: '見つからなければ',
      branchOn: '2013-01-01',
      dueOn: '2012-06-01',
    });
    expect(overdueSteps([done, late, waiting, NURSING_AIDE, TRAINING], '2012-07-01')).toEqual([late]);
    expect(overdueSteps([NURSING_AIDE, TRAINING], '2012-11-01')).toEqual([NURSING_AIDE, TRAINING]);
    expect(overdueSteps([{ ...NURSING_AIDE, state: 'done' }, TRAINING], '2012-11-01')).toEqual([]);
  });
});

describe('reviews', () => {
  const reviews = [
    { dueOn: '2012-12-01', heldOn: null },
    { dueOn: '2012-09-01', heldOn: null },
    { dueOn: '2012-06-01', heldOn: '2012-06-02' },
  ];

  it('come in the order of their days', () => {
    expect(nextReview(reviews)?.dueOn).toBe('2012-09-01');
    expect(nextReview([])).toBeNull();
  });

  it('are late from the day after', () => {
    expect(overdueReviews(reviews, '2012-09-01')).toEqual([]);
    expect(overdueReviews(reviews, '2012-09-02')).toEqual([reviews[1]]);
  });
});
