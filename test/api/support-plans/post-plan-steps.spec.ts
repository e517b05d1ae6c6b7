import { v7 as uuid } from 'uuid';
import { startApplication, type TestApplication } from '../../support/application.js';
import { aCaseWithConsents } from '../../support/arrangements/cases.js';
import { anAgreedPlan, aPlan, aStep, planOf } from '../../support/arrangements/plans.js';

describe('POST /api/v1/plan-steps/:id', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());
  afterEach(() => t.clock.set('2026-06-10'));

  const aPlannedCase = async (
    said: Parameters<typeof anAgreedPlan>[2] = {},
  ): Promise<{ caseId: string; stepId: string; version: number }> => {
    const { caseId } = await aCaseWithConsents(t, { programme: 'walk-in' });
    const { version } = await anAgreedPlan(t, caseId, said);
    return { caseId, version, stepId: (await planOf(t, caseId)).inForce.steps[0].id };
  };
  const done = { state: 'done', doneOn: '2026-06-10', version: 1 };

  it('answers 401 to nobody, 403 to a role that plans nothing, 404 to the stranger', async () => {
    const { stepId } = await aPlannedCase();
    expect((await t.anonymous.post(`/plan-steps/${stepId}`, done)).status).toBe(401);
    expect((await (await t.as('auditor')).post(`/plan-steps/${stepId}`, done)).status).toBe(403);
    expect((await (await t.as('stranger')).post(`/plan-steps/${stepId}`, done)).status).toBe(404);
    expect((await (await t.as('caseworker')).post(`/plan-steps/${uuid()}`, done)).status).toBe(404);
  });

  it('is done by either side, and can be taken back', async () => {
    const { caseId, stepId } = await aPlannedCase();
    expect((await (await t.as('navigator')).post(`/plan-steps/${stepId}`, done)).status).toBe(204);
    expect((await planOf(t, caseId)).inForce.steps[0]).toMatchObject({
      state: 'done',
      doneOn: '2026-06-10',
      version: 2,
    });
    expect((await (await t.as('caseworker')).post(`/plan-steps/${stepId}`, { state: 'open', version: 2 })).status).toBe(
      204,
    );
    expect((await planOf(t, caseId)).inForce.steps[0]).toMatchObject({ state: 'open', doneOn: null });
  });

  it('tells the second of two who they met', async () => {
    const { stepId } = await aPlannedCase();
    await (await t.as('navigator')).post(`/plan-steps/${stepId}`, done);
    const { status, body } = await (
      await t.as('caseworker')
    ).post(`/plan-steps/${stepId}`, { state: 'dropped', version: 1 });
    expect([status, body.error.conflict.changedBy]).toEqual([409, '例示 進']);
  });

  it('goes along in a version that waits for agreement, and stays as it was in an older one', async () => {
    const { caseId, stepId, version } = await aPlannedCase();
    const [{ stepKey }] = (await planOf(t, caseId)).inForce.steps;
    await aPlan(t, caseId, {
      version,
      reason: '手順を足す',
      steps: [aStep({ stepKey }), aStep({ title: '面接の練習をする' })],
    });
    await (await t.as('caseworker')).post(`/plan-steps/${stepId}`, done);
    expect((await planOf(t, caseId)).proposed.steps[0]).toMatchObject({ stepKey, state: 'done' });

    const agreement = { planVersion: 2, agreedOn: '2026-06-10', agreedHow: 'online', version: version + 1 };
    await (await t.as('caseworker')).post(`/cases/${caseId}/plan/agreement`, agreement);
    const { status, body } = await (
      await t.as('caseworker')
    ).post(`/plan-steps/${stepId}`, { state: 'open', version: 2 });
    expect([status, body.error.reasons[0].code]).toEqual([409, 'plan_step_of_older_version']);
  });

  it.each([
    ['a day to come', { doneOn: '2026-06-11' }, 'doneOn', 'date_in_future'],
    ['a day before the plan', { doneOn: '2026-06-09' }, 'doneOn', 'done_before_start'],
    ['a state nobody knows', { state: 'forgotten' }, 'state', 'not_one_of'],
  ])('answers 422 with the field to %s', async (_, said, field, code) => {
    const { stepId } = await aPlannedCase();
    const { status, body } = await (await t.as('caseworker')).post(`/plan-steps/${stepId}`, { ...done, ...said });
    expect([status, body.error.fields]).toEqual([422, [expect.objectContaining({ field, code })]]);
  });

  it('is late after its day; a fall-back becomes due on its own, unless what it falls back from was done', async () => {
    const [search, training] = [uuid(), uuid()];
    const { caseId, stepId } = await aPlannedCase({
      steps: [
        aStep({ stepKey: search, title: '介護補助の求人に応募する', dueOn: '2026-06-30' }),
        aStep({
          stepKey: training,
          title: '職業訓練に申し込む',
          dueOn: '2026-07-20',
          branchCondition: '採用が決まる',
          branchOn: '2026-07-01',
          branchOf: search,
        }),
      ],
    });
    expect(await planOf(t, caseId)).toMatchObject({ overdueSteps: [], dueBranches: [] });
    t.clock.set('2026-07-01');
    expect(await planOf(t, caseId)).toMatchObject({ overdueSteps: [search], dueBranches: [training] });
    t.clock.set('2026-07-21');
    expect((await planOf(t, caseId)).overdueSteps).toEqual([search, training]);
    await (await t.as('caseworker')).post(`/plan-steps/${stepId}`, done);
    expect(await planOf(t, caseId)).toMatchObject({ overdueSteps: [], dueBranches: [] });
  });
});
