import { startApplication, type TestApplication } from '../../support/application.js';
import { aCaseWithConsents, aMeeting, aSharedCase, takeStep } from '../../support/arrangements/cases.js';
import { anAgreedPlan, aPlan, planOf } from '../../support/arrangements/plans.js';

describe('POST /api/v1/cases/:id/plan/agreement', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const agreement = (said: object = {}): object => ({
    planVersion: 1,
    agreedOn: t.clock.today(),
    agreedHow: 'signed',
    version: 1,
    ...said,
  });
  const aProposal = async (): Promise<string> => {
    const { caseId } = await aCaseWithConsents(t, { programme: 'walk-in' });
    await aPlan(t, caseId);
    return `/cases/${caseId}/plan`;
  };
  const registered = async (jobseekerId: string): Promise<void> => {
    const registration = { helloWorkNumber: '13010-00000001', helloWorkRegisteredOn: t.clock.today() };
    const { status, body } = await (
      await t.as('navigator')
    ).put(`/jobseekers/${jobseekerId}/hello-work-registration`, registration);
    if (status >= 300) throw new Error(`not registered: ${JSON.stringify(body)}`);
  };

  it('answers 401 to nobody, 403 to a role that agrees to nothing, 404 to the stranger', async () => {
    const path = `${await aProposal()}/agreement`;
    expect((await t.anonymous.post(path, agreement())).status).toBe(401);
    expect((await (await t.as('auditor')).post(path, agreement())).status).toBe(403);
    expect((await (await t.as('stranger')).post(path, agreement())).status).toBe(404);
  });

  it('stores when and how, and makes the version the one in force', async () => {
    const path = await aProposal();
    const { status } = await (
      await t.as('navigator')
    ).post(`${path}/agreement`, agreement({ agreedHow: 'oral_recorded' }));
    expect(status).toBe(200);
    const [row] = await t.owner.query(
      `SELECT p.agreed_on::text AS plan, v.agreed_on::text AS version, v.agreed_how FROM support_plan p
        JOIN support_plan_version v ON v.support_plan_id = p.id WHERE p.support_case_id = $1`,
      [path.split('/')[2]],
    );
    expect(row).toEqual({ plan: '2026-06-10', version: '2026-06-10', agreed_how: 'oral_recorded' });
    expect((await (await t.as('caseworker')).get(path)).body).toMatchObject({
      plannedFrom: '2026-06-10',
      proposed: null,
      inForce: { version: 1 },
    });
  });

  it('starts the support where the programme asks for no more', async () => {
    const { caseId, jobseekerId } = await aCaseWithConsents(t, { programme: 'walk-in' });
    await registered(jobseekerId);
    expect((await anAgreedPlan(t, caseId)).caseStatus).toBe('active');
    const moves = await t.owner.query('SELECT action FROM case_transition WHERE support_case_id = $1 ORDER BY id', [
      caseId,
    ]);
    expect(moves.map(({ action }: { action: string }) => action)).toEqual(['open', 'adopt_plan', 'start_support']);
  });

  it('starts the support of a case that came the whole road', async () => {
    const { caseId, jobseekerId } = await aSharedCase(t);
    await registered(jobseekerId);
    await aMeeting(t, 'navigator', caseId, 'interview');
    await aMeeting(t, 'caseworker', caseId, 'conference');
    expect((await anAgreedPlan(t, caseId, {}, 'navigator')).caseStatus).toBe('active');
  });

  it('is recorded even where the case cannot go on yet; the case goes on when it can', async () => {
    const { caseId, jobseekerId } = await aCaseWithConsents(t, { programme: 'walk-in' });
    expect((await anAgreedPlan(t, caseId)).caseStatus).toBe('intake');
    await registered(jobseekerId);
    expect(await takeStep(t, 'caseworker', caseId, 'adopt_plan')).toBe('planned');
  });

  it('counts the person once: a later version changes nothing of the first day', async () => {
    const { caseId } = await aCaseWithConsents(t, { programme: 'walk-in' });
    const { version } = await anAgreedPlan(t, caseId);
    t.clock.set('2026-07-15');
    await anAgreedPlan(t, caseId, { version, reason: '希望が変わった' });
    expect(await planOf(t, caseId)).toMatchObject({
      agreedOn: '2026-06-10',
      plannedFrom: '2026-06-10',
      inForce: { version: 2, agreedOn: '2026-07-15' },
    });
    t.clock.set('2026-06-10');
  });

  it('is given once, and to the plan as it was read', async () => {
    const path = await aProposal();
    await (await t.as('caseworker')).post(`${path}/agreement`, agreement());
    const stale = await (await t.as('caseworker')).post(`${path}/agreement`, agreement());
    expect([stale.status, stale.body.error.code]).toEqual([409, 'stale_edit']);
    const again = await (await t.as('caseworker')).post(`${path}/agreement`, agreement({ version: 2 }));
    expect(again.body.error.reasons).toEqual([expect.objectContaining({ code: 'plan_already_agreed' })]);
  });

  it('is recorded once of a double submit', async () => {
    const path = await aProposal();
    const user = await t.as('caseworker');
    const answers = await Promise.all(
      [1, 2].map(() => user.post(`${path}/agreement`, agreement(), { 'idempotency-key': path })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it.each([
    ['a day to come', { agreedOn: '2026-06-11' }, 'agreedOn', 'date_in_future'],
    ['a day before the plan', { agreedOn: '2026-06-09' }, 'agreedOn', 'before_plan'],
    ['a way nobody knows', { agreedHow: 'nodded' }, 'agreedHow', 'not_one_of'],
    ['a version there is not', { planVersion: 2 }, 'planVersion', 'not_one_of'],
  ])('answers 422 with the field to %s', async (_, said, field, code) => {
    const { status, body } = await (await t.as('caseworker')).post(`${await aProposal()}/agreement`, agreement(said));
    expect([status, body.error.fields]).toEqual([422, [expect.objectContaining({ field, code })]]);
  });
});
