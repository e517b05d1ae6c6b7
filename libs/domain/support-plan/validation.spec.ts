import {
  agreementProblems,
  agreementReasons,
  heldReviewProblems,
  planProblems,
  type PlanDraft,
  type PlanStepDraft,
} from './index.js';
import type { RevisedVersion } from './validation.js';

const TODAY = '2012-06-01';

function aStep(stepKey: string, more: Partial<PlanStepDraft> = {}): PlanStepDraft {
  return {
    stepKey,
    title: '応募書類の作成',
    ownerSide: 'national',
    ownerStaffId: null,
    dueOn: '2012-06-30',
    branchCondition: null,
    branchOn: null,
    branchOf: null,
    ...more,
  };
}

const PLAN: PlanDraft = {
  goal: '看護助手として働く',
  situation: '',
  drawnUpOn: TODAY,
  reason: null,
  steps: [
    aStep('documents'),
    aStep('childcare', { title: '保育所の申込み', ownerSide: 'municipal' }),
    aStep('training', {
      title: '介護の訓練',
      dueOn: null,
      branchCondition: '採用がなければ',
      branchOn: '2012-10-01',
      branchOf: 'documents',
    }),
  ],
  reviews: [{ dueOn: '2012-09-01' }],
};

const withStep = (index: number, change: Partial<PlanStepDraft>): PlanDraft => ({
  ...PLAN,
  steps: PLAN.steps.map((step, at) => (at === index ? { ...step, ...change } : step)),
});

describe('the plan form', () => {
  it('passes with steps of both sides and a fall-back', () => {
    expect(planProblems(PLAN, null, TODAY)).toEqual([]);
  });

  it.each<[string, PlanDraft, [field: string, code: string][]]>([
    [
      'no goal, no step',
      { ...PLAN, goal: '', steps: [] },
      [
        ['goal', 'required'],
        ['steps', 'step_required'],
      ],
    ],
    ['drawn up tomorrow', { ...PLAN, drawnUpOn: '2012-06-02' }, [['drawnUpOn', 'date_in_future']]],
    [
      'too many steps',
      { ...PLAN, steps: Array.from({ length: 51 }, (_, index) => aStep(`step-${index}`)) },
      [['steps', 'too_many']],
    ],
    ['a step without a day', withStep(1, { dueOn: null }), [['steps.1.dueOn', 'required']]],
    ['no such day', withStep(2, { dueOn: '2012-11-31' }), [['steps.2.dueOn', 'not_a_date']]],
    ['a day before the plan', withStep(0, { dueOn: '2012-05-31' }), [['steps.0.dueOn', 'before_plan']]],
    ['a step that is nobody’s', withStep(0, { ownerSide: null }), [['steps.0.ownerSide', 'choose_one']]],
    ['a fall-back without condition', withStep(2, { branchCondition: ' ' }), [['steps.2.branchCondition', 'required']]],
    ['a fall-back without its day', withStep(2, { branchOn: null }), [['steps.2.branchOn', 'required']]],
    [
      'a fall-back due before it is decided',
      withStep(2, { dueOn: '2012-09-30' }),
      [['steps.2.dueOn', 'due_before_branch']],
    ],
    [
      'a fall-back from itself',
      withStep(2, { branchOf: 'training' }),
      [['steps.2.branchOf', 'branch_origin_not_above']],
    ],
    [
      'a fall-back from an unknown step',
      withStep(2, { branchOf: 'elsewhere' }),
      [['steps.2.branchOf', 'branch_origin_not_above']],
    ],
    [
      'a review before the plan',
      { ...PLAN, reviews: [{ dueOn: null }, { dueOn: '2012-05-01' }] },
      [
        ['reviews.0.dueOn', 'required'],
        ['reviews.1.dueOn', 'before_plan'],
      ],
    ],
  ])('%s', (_what, draft, problems) => {
    expect(planProblems(draft, null, TODAY).map(({ field, code }) => [field, code])).toEqual(problems);
  });
});

describe('a revision', () => {
  const previous: RevisedVersion = {
    version: 1,
    drawnUpOn: '2012-04-01',
    agreedOn: '2012-04-03',
    steps: [{ stepKey: 'documents', dueOn: '2012-05-10' }],
  };

  it('says why', () => {
    expect(planProblems(PLAN, previous, TODAY)).toEqual([{ field: 'reason', code: 'required' }]);
  });

  it('does not precede what it revises', () => {
    const draft = { ...PLAN, drawnUpOn: '2012-03-31', reason: '希望職種の変更' };
    expect(planProblems(draft, previous, TODAY)).toEqual([
      { field: 'drawnUpOn', code: 'before_previous_version', params: { earliest: '2012-04-01' } },
    ]);
  });

  it('carries over a step that is late already, but gives no step a new day that has passed', () => {
    const revise = (dueOn: string) =>
      planProblems({ ...withStep(0, { dueOn }), reason: '希望職種の変更' }, previous, TODAY);
    expect(revise('2012-05-10')).toEqual([]);
    expect(revise('2012-05-11')).toMatchObject([{ field: 'steps.0.dueOn', code: 'before_plan' }]);
  });
});

describe("the person's agreement", () => {
  it('has a day, no earlier than the plan, and a way it was given', () => {
    expect(agreementProblems({ agreedOn: TODAY, agreedHow: 'oral_recorded' }, TODAY, TODAY)).toEqual([]);
    expect(
      agreementProblems({ agreedOn: '2012-05-31', agreedHow: null }, TODAY, TODAY).map(({ code }) => code),
    ).toEqual(['before_plan', 'choose_one']);
    expect(agreementProblems({ agreedOn: '2012-06-02', agreedHow: 'signed' }, TODAY, TODAY)).toMatchObject([
      { code: 'date_in_future' },
    ]);
  });

  it('is given once, to the latest version', () => {
    const first = { version: 1, drawnUpOn: TODAY, agreedOn: null };
    expect(agreementReasons(first, [first])).toEqual([]);
    expect(agreementReasons({ ...first, agreedOn: TODAY }, [first, { version: 2 }])).toEqual([
      { code: 'plan_already_agreed' },
      { code: 'plan_version_superseded' },
    ]);
  });
});

describe('a review', () => {
  it('that was held says what came of it', () => {
    expect(heldReviewProblems({ heldOn: TODAY, outcome: '計画どおり' }, TODAY)).toEqual([]);
    expect(heldReviewProblems({ heldOn: '2012-06-02', outcome: '' }, TODAY).map(({ code }) => code)).toEqual([
      'date_in_future',
      'required',
    ]);
  });
});
