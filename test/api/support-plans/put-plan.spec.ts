import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { startApplication, type TestApplication } from '../../support/application.js';
import { aCaseWithConsents } from '../../support/arrangements/cases.js';
import { staffIdOf } from '../../support/arrangements/consultations.js';
import { PageUser } from '../../support/pages.js';
import { anAgreedPlan, aPlan, aStep, planBody, planOf } from '../../support/arrangements/plans.js';

describe('PUT /api/v1/cases/:id/plan', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const aCaseId = async (): Promise<string> => (await aCaseWithConsents(t)).caseId;

  it('answers 401 to nobody, 403 to a role that plans nothing, 404 to the stranger', async () => {
    const path = `/cases/${await aCaseId()}/plan`;
    expect((await t.anonymous.put(path, planBody(t))).status).toBe(401);
    expect((await (await t.as('auditor')).put(path, planBody(t))).status).toBe(403);
    expect((await (await t.as('stranger')).put(path, planBody(t))).status).toBe(404);
    expect((await (await t.as('stranger')).get(path)).status).toBe(404);
  });

  it('draws up version 1 with steps of both sides and of the person, a fall-back among them, and a review', async () => {
    const caseId = await aCaseId();
    const [search, training] = [uuid(), uuid()];
    await aPlan(t, caseId, {
      situation: '子どもの預け先を探している。',
      steps: [
        aStep({ stepKey: search, title: '介護補助の求人を探す' }),
        aStep({
          stepKey: training,
          title: '職業訓練に申し込む',
          dueOn: '2026-09-30',
          branchCondition: '採用が決まる',
          branchOn: '2026-08-31',
          branchOf: search,
        }),
        aStep({ title: '保育所に申し込む', ownerSide: 'municipal', ownerStaffId: await staffIdOf(t, 'caseworker2') }),
        aStep({ title: '履歴書の写真を撮る', ownerSide: 'jobseeker' }),
      ],
      reviews: [{ dueOn: '2026-08-01' }],
    });
    const plan = await planOf(t, caseId, 'navigator');
    expect(plan).toMatchObject({
      agreedOn: null,
      plannedFrom: null,
      proposed: { version: 1 },
      reviews: [{ dueOn: '2026-08-01', heldOn: null }],
    });
    expect(plan.inForce.writtenBy).toEqual({ name: '架空 市子', side: 'municipal' });
    expect(
      plan.inForce.steps.map(({ title, ownerName, branchOf }: Record<string, string>) => [title, ownerName, branchOf]),
    ).toEqual([
      ['介護補助の求人を探す', null, null],
      ['職業訓練に申し込む', null, search],
      ['保育所に申し込む', '架空 福男', null],
      ['履歴書の写真を撮る', null, null],
    ]);
  });

  it('is drawn up once', async () => {
    const caseId = await aCaseId();
    await aPlan(t, caseId);
    const { status, body } = await (await t.as('navigator')).put(`/cases/${caseId}/plan`, planBody(t));
    expect([status, body.error.reasons[0].code]).toEqual([409, 'plan_already_drawn_up']);
  });

  it('is rewritten in place until somebody agreed to it', async () => {
    const caseId = await aCaseId();
    const { version } = await aPlan(t, caseId);
    expect(
      await aPlan(t, caseId, {
        goal: '事務の仕事に就く',
        steps: [aStep(), aStep({ title: 'パソコン講座に通う' })],
        version,
      }),
    ).toMatchObject({ planVersion: 1, version: 2 });
    const plan = await planOf(t, caseId);
    expect(plan.versions).toHaveLength(1);
    expect(plan.inForce).toMatchObject({
      goal: '事務の仕事に就く',
      steps: [{ title: '応募書類を作る' }, { title: 'パソコン講座に通う' }],
    });
  });

  it('says in the audit that a rewriting changed the steps, and nothing of what they said', async () => {
    const caseId = await aCaseId();
    const { version } = await aPlan(t, caseId, { steps: [aStep({ title: '求人票の見方を知る' }), aStep()] });
    const [, kept] = (await planOf(t, caseId)).inForce.steps;
    const steps = [aStep({ stepKey: kept.stepKey, dueOn: '2026-08-31' }), aStep({ title: '面接の練習をする' })];
    await aPlan(t, caseId, { steps, version });
    const [{ changes }] = await t.owner.query(
      `SELECT e.changes FROM audit_entry e JOIN support_plan p ON p.id::text = e.subject_id WHERE e.action = 'plan.edited' AND p.support_case_id = $1`,
      [caseId],
    );
    expect(changes).toEqual({ steps: null });
  });

  it('shows in the history what each rewriting changed, by whom and when, and offers a step that was taken out to be put back', async () => {
    const { caseId } = await aCaseWithConsents(t);
    const owner = await staffIdOf(t, 'caseworker2');
    const gone = aStep({ stepKey: uuid(), title: '求人票の見方を知る', ownerSide: 'municipal', ownerStaffId: owner });
    const kept = aStep({ stepKey: uuid() });
    const { version } = await aPlan(t, caseId, { steps: [gone, kept] });
    const rewritten = { goal: '事務の仕事に就く', steps: [{ ...kept, dueOn: '2026-08-31' }], version };
    await (await t.as('navigator')).put(`/cases/${caseId}/plan`, planBody(t, rewritten));
    // Saved once more as it is: nothing was changed.
    await aPlan(t, caseId, { ...rewritten, version: version + 1 });

    const [{ edits }] = (await (await t.as('caseworker')).get(`/cases/${caseId}/plan/versions`)).body.items;
    expect(edits).toEqual([
      {
        at: expect.stringMatching(/^2026-06-10T/),
        by: { name: expect.any(String), side: 'national' },
        differences: {
          goal: true,
          situation: false,
          steps: [
            expect.objectContaining({ kind: 'changed', fields: ['dueOn'] }),
            { kind: 'removed', before: expect.objectContaining({ title: gone.title, ownerName: '架空 福男' }) },
          ],
        },
      },
    ]);
    const page = await PageUser.signedIn(t, 'navigator');
    const { html } = await page.get(`/cases/${caseId}/plan`);
    expect(html).toMatch(/同意前の変更：令和8年6月10日[^<]*（国側）/);
    expect(html).toContain('削除：求人票の見方を知る');

    const form = async (): Promise<string> => (await page.get(`/cases/${caseId}/plan/edit`)).html;
    expect(await form()).toContain('同意前に外した手順は');
    expect(await form()).toMatch(/<input[^>]* name="steps\.1\.remove"[^>]* checked/);
    await aPlan(t, caseId, { ...rewritten, steps: [kept, gone], version: version + 2 });
    expect(await form()).not.toContain('同意前に外した手順は');
  });

  it('gets a next version once agreed, for a reason; what was done stays done', async () => {
    const caseId = await aCaseId();
    const { version } = await anAgreedPlan(t, caseId, { steps: [aStep({ title: '求人票の見方を知る' }), aStep()] });
    const [first, second] = (await planOf(t, caseId)).inForce.steps;
    await (
      await t.as('navigator')
    ).post(`/plan-steps/${first.id}`, { state: 'done', doneOn: '2026-06-10', version: 1 });

    const steps = [
      aStep({ stepKey: first.stepKey, title: first.title }),
      aStep({ stepKey: second.stepKey, dueOn: '2026-08-31' }),
      aStep({ title: '面接の練習をする' }),
    ];
    const without = await (await t.as('navigator')).put(`/cases/${caseId}/plan`, planBody(t, { steps, version }));
    expect(without.body.error.fields).toEqual([expect.objectContaining({ field: 'reason', code: 'required' })]);
    expect(await aPlan(t, caseId, { steps, version, reason: '体調により時期を延ばす' }, 'navigator')).toMatchObject({
      planVersion: 2,
    });

    const plan = await planOf(t, caseId);
    expect(plan).toMatchObject({
      agreedOn: '2026-06-10',
      inForce: { version: 1 },
      proposed: { version: 2, reason: '体調により時期を延ばす' },
    });
    expect(plan.proposed.steps.map(({ state, doneOn }: Record<string, string>) => [state, doneOn])).toEqual([
      ['done', '2026-06-10'],
      ['open', null],
      ['open', null],
    ]);

    const { body } = await (await t.as('caseworker')).get(`/cases/${caseId}/plan/versions`);
    expect(body.items.map(({ version: number }: { version: number }) => number)).toEqual([2, 1]);
    expect(body.items[0].differences.steps).toEqual([
      expect.objectContaining({ kind: 'changed', fields: ['dueOn'] }),
      expect.objectContaining({ kind: 'added' }),
    ]);
    const whole = await (await t.as('caseworker')).get(`/cases/${caseId}/plan/versions/1`);
    expect(whole.body.steps).toHaveLength(2);
    expect((await (await t.as('caseworker')).get(`/cases/${caseId}/plan/versions/3`)).status).toBe(404);
  });

  it('tells the second of two who edit at once whom they met', async () => {
    const caseId = await aCaseId();
    const { version } = await aPlan(t, caseId);
    await aPlan(t, caseId, { goal: '先に書いた目標', version }, 'navigator');
    const { status, body } = await (
      await t.as('caseworker')
    ).put(`/cases/${caseId}/plan`, planBody(t, { goal: '後から書いた目標', version }));
    expect([status, body.error.code]).toEqual([409, 'stale_edit']);
    expect(body.error.conflict).toMatchObject({ changedBy: '例示 進', currentVersion: 2 });
    expect((await planOf(t, caseId)).inForce.goal).toBe('先に書いた目標');
  });

  it('keeps its steps from the application itself once it is agreed, by the rule of the database', async () => {
    const [agreed, proposed] = [await aCaseId(), await aCaseId()];
    await anAgreedPlan(t, agreed);
    await aPlan(t, proposed);
    const application = await new DataSource({ type: 'postgres', url: t.database.workerUrl }).initialize();
    const deleted = await application.transaction(async (manager) => {
      await manager.query(
        `SELECT enter_worker(NULL, NULL, '{1}', '{1}', NULL, '2026-06-10T12:00:00+09:00'); SET LOCAL ROLE team_support_app`,
      );
      return manager.query(
        `DELETE FROM plan_step t USING support_plan_version v JOIN support_plan p ON p.id = v.support_plan_id
         WHERE v.id = t.plan_version_id AND p.support_case_id IN ($1, $2) RETURNING p.support_case_id`,
        [agreed, proposed],
      );
    });
    await application.destroy();
    expect(deleted[0]).toEqual([{ support_case_id: proposed }]);
  });

  it('leaves a line on the timeline, without a word of the plan', async () => {
    const caseId = await aCaseId();
    await aPlan(t, caseId);
    expect(
      await t.owner.query(
        `SELECT data, actor_side FROM timeline_entry WHERE support_case_id = $1 AND kind = 'plan.drawn_up'`,
        [caseId],
      ),
    ).toEqual([{ data: { planVersion: 1, steps: 1 }, actor_side: 'municipal' }]);
  });

  const other = uuid();
  it.each<[string, object, string, string]>([
    ['no goal', { goal: ' ' }, 'goal', 'required'],
    ['no steps', { steps: [] }, 'steps', 'step_required'],
    ['a day to come', { drawnUpOn: '2026-06-11' }, 'drawnUpOn', 'date_in_future'],
    ['a day before the case', { drawnUpOn: '2026-06-09' }, 'drawnUpOn', 'before_case_opened'],
    ['a step without a day', { steps: [{ title: '応募する', ownerSide: 'national' }] }, 'steps.0.dueOn', 'required'],
    ['a step of nobody', { steps: [{ title: '応募する', dueOn: '2026-07-01' }] }, 'steps.0.ownerSide', 'required'],
    [
      'a fall-back without a day to decide on',
      { steps: [aStep(), aStep({ branchCondition: '採用が決まる' })] },
      'steps.1.branchOn',
      'required',
    ],
    [
      'a fall-back from a step that is not above',
      {
        steps: [
          aStep({ branchCondition: '採用が決まる', branchOn: '2026-07-01', branchOf: other }),
          aStep({ stepKey: other }),
        ],
      },
      'steps.0.branchOf',
      'branch_origin_not_above',
    ],
    [
      'the same step twice',
      { steps: [aStep({ stepKey: other }), aStep({ stepKey: other })] },
      'steps.1.stepKey',
      'step_key_repeated',
    ],
    ['an owner from nowhere', { steps: [aStep({ ownerStaffId: uuid() })] }, 'steps.0.ownerStaffId', 'not_one_of'],
    ['a review before the plan', { reviews: [{ dueOn: '2026-06-01' }] }, 'reviews.0.dueOn', 'before_plan'],
    ['a field nobody knows', { name: '見本' }, 'name', 'unknown_field'],
  ])('answers 422 with the field to %s', async (_, said, field, code) => {
    const { status, body } = await (
      await t.as('caseworker')
    ).put(`/cases/${await aCaseId()}/plan`, { ...planBody(t), ...said });
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field, code, message: expect.any(String) })]);
  });

  it('gives a step of one side to nobody of the other', async () => {
    const { body } = await (
      await t.as('caseworker')
    ).put(
      `/cases/${await aCaseId()}/plan`,
      planBody(t, { steps: [aStep({ ownerStaffId: await staffIdOf(t, 'caseworker') })] }),
    );
    expect(body.error.fields).toEqual([
      expect.objectContaining({ field: 'steps.0.ownerStaffId', code: 'owner_of_other_side' }),
    ]);
  });
});
