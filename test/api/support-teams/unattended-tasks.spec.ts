import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase } from '../../support/arrangements/cases.js';
import { aConsultation } from '../../support/arrangements/consultations.js';
import { aCaseInSupport, aReferral, timelineOf } from '../../support/arrangements/placements.js';
import { aPlan, aStep } from '../../support/arrangements/plans.js';
import { someoneLike, staffIdOf } from '../../support/arrangements/staff.js';

interface Waiting {
  readonly kind: string;
  readonly id: string;
  readonly caseId: string | null;
  readonly owner: string;
}

/** What somebody who left was still to do: seen by the own side's supervisor, and given to another. */
describe('担当者不在のすべきこと', () => {
  let t: TestApplication;
  let caseId: string;
  let jobseekerId: string;
  beforeAll(async () => {
    t = await startApplication();
    await someoneLike(t, 'caseworker', 'leaver', 'case_staff');
    const ownerStaffId = await staffIdOf(t, 'leaver');
    ({ caseId, jobseekerId } = await aCaseInSupport(t));
    await aConsultation(t, 'caseworker', {
      jobseekerId,
      supportCaseId: caseId,
      nextActions: [{ title: '保育所の申込み', dueOn: '2026-06-20', ownerSide: 'municipal', ownerStaffId }],
    });
    await aPlan(
      t,
      caseId,
      {
        drawnUpOn: '2026-06-10',
        steps: [aStep({ ownerSide: 'municipal', ownerStaffId })],
        reviews: [{ dueOn: '2026-08-01', ownerStaffId }],
      },
      'caseworker',
    );
    const { id, version } = await aReferral(t, { caseId, jobseekerId, letter: true });
    await (
      await t.as('navigator')
    ).post(`/referrals/${id}/interview`, { interviewOn: '2026-06-18', accompaniedBy: ownerStaffId, version });
  });
  afterAll(() => t.close());
  const left = (until: string | null): Promise<unknown> =>
    t.owner.query(`UPDATE staff SET employed_until = $1 WHERE login = 'leaver'`, [until]);
  beforeEach(() => left('2026-06-10'));

  const waiting = async (login: string): Promise<Waiting[]> =>
    (await (await t.as(login)).get('/unattended-tasks')).body.items;
  const takeOver = async (login: string, body: object) => (await t.as(login)).post('/unattended-tasks/take-over', body);
  const owners = async (): Promise<string[]> =>
    (
      await t.owner.query(
        `SELECT s.login FROM (SELECT owner_staff_id AS id FROM next_action WHERE state = 'open' UNION ALL SELECT owner_staff_id FROM plan_step
           UNION ALL SELECT owner_staff_id FROM plan_review UNION ALL SELECT accompanied_by FROM interview) w JOIN staff s ON s.id = w.id`,
      )
    ).map(({ login }: { login: string }) => login);

  it('are told to those who assign, each side its own, and to nobody of another site', async () => {
    expect((await t.anonymous.get('/unattended-tasks')).status).toBe(401);
    for (const login of ['administrator', 'auditor'])
      expect((await (await t.as(login)).get('/unattended-tasks')).status).toBe(403);
    expect((await waiting('city-supervisor')).map(({ kind }) => kind)).toEqual([
      'interview',
      'next_action',
      'plan_step',
      'plan_review',
    ]);
    expect(await waiting('hw-supervisor')).toEqual([]);
    expect(await waiting('stranger-supervisor')).toEqual([]);
  });

  it('wait for nobody who is at work, and not in a case that has ended', async () => {
    await left(null);
    expect(await waiting('city-supervisor')).toEqual([]);
    await left('2026-06-10');
    await t.owner.query(
      `UPDATE support_case SET status = 'closed', closed_on = '2026-06-10', close_reason = 'own_wish' WHERE id = $1`,
      [caseId],
    );
    expect((await waiting('city-supervisor')).filter(({ kind }) => kind !== 'interview')).toEqual([]);
    await t.owner.query(
      `UPDATE support_case SET status = 'active', closed_on = NULL, close_reason = NULL WHERE id = $1`,
      [caseId],
    );
  });

  it('of a person out of sight are not there', async () => {
    const hidden = await aCase(t, 'caseworker');
    await aConsultation(t, 'caseworker', {
      jobseekerId: hidden.jobseekerId,
      nextActions: [
        {
          title: '電話',
          dueOn: '2026-06-11',
          ownerSide: 'municipal',
          ownerStaffId: await staffIdOf(t, 'leaver').finally(() => left(null)),
        },
      ],
    });
    await left('2026-06-10');
    await t.owner.query(`UPDATE jobseeker SET protected_until = '2027-06-09' WHERE id = $1`, [hidden.jobseekerId]);
    await someoneLike(t, 'caseworker', 'colleague', 'case_staff');
    const [task] = (await waiting('city-supervisor')).filter((one) => one.kind === 'next_action');
    expect((await waiting('colleague')).map(({ id }) => id)).not.toContain(task?.id);
    const body = { staffId: await staffIdOf(t, 'caseworker2'), tasks: [{ kind: 'next_action', id: task?.id }] };
    expect((await takeOver('colleague', body)).body.items).toEqual([
      expect.objectContaining({ result: 'refused', reason: 'not_found' }),
    ]);
    await t.owner.query(`UPDATE next_action SET state = 'dropped', done_on = '2026-06-10' WHERE jobseeker_id = $1`, [
      hidden.jobseekerId,
    ]);
  });

  it('are given to nobody of the other side, who left, or unknown', async () => {
    const [{ kind, id } = { kind: '', id: '' }] = await waiting('city-supervisor');
    for (const login of ['navigator', 'leaver', 'auditor'])
      expect(
        (await takeOver('city-supervisor', { staffId: await staffIdOf(t, login), tasks: [{ kind, id }] })).body.error
          .fields,
      ).toEqual([expect.objectContaining({ field: 'staffId', code: 'not_one_of' })]);
    const nothing = { staffId: await staffIdOf(t, 'caseworker2'), tasks: [] };
    expect((await takeOver('city-supervisor', nothing)).body.error.fields).toEqual([
      expect.objectContaining({ field: 'tasks', code: 'choose_one' }),
    ]);
  });

  it('are given to a colleague, each told on the timeline, by eight at once only once', async () => {
    const tasks = (await waiting('city-supervisor')).map(({ kind, id }) => ({ kind, id }));
    expect(tasks).toHaveLength(4);
    const body = { staffId: await staffIdOf(t, 'caseworker2'), tasks };
    const answers = await Promise.all(Array.from({ length: 8 }, () => takeOver('city-supervisor', body)));
    const results = answers.flatMap(({ body: { items } }) => items.map(({ result }: { result: string }) => result));
    expect(results.filter((result) => result === 'assigned')).toHaveLength(4);
    expect(await owners()).toEqual(['caseworker2', 'caseworker2', 'caseworker2', 'caseworker2']);
    expect(await waiting('city-supervisor')).toEqual([]);
    expect((await timelineOf(t, caseId)).filter((kind) => kind.endsWith('handed_over')).sort()).toEqual([
      'next_action.handed_over',
      'plan_review.handed_over',
      'plan_step.handed_over',
      'referral.interview_handed_over',
    ]);
  });
});
