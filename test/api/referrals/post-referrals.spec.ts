import { startApplication, type TestApplication } from '../../support/application.js';
import {
  type CaseInSupport,
  aCaseInSupport,
  aJobOrder,
  anEmployer,
  statusOf,
  timelineOf,
} from '../../support/arrangements/placements.js';

describe('POST /api/v1/cases/:id/referrals', () => {
  let t: TestApplication;
  let of: CaseInSupport;
  let employerId: string;
  const ask = async (body: object, login = 'navigator', caseId = of.caseId) =>
    (await t.as(login)).post(`/cases/${caseId}/referrals`, { employerId, askedOn: '2026-06-02', ...body });

  beforeAll(async () => {
    t = await startApplication();
    of = await aCaseInSupport(t);
    employerId = await anEmployer(t);
  });
  afterAll(() => t.close());

  it('answers 401 to nobody', async () => {
    expect((await t.anonymous.post(`/cases/${of.caseId}/referrals`, {})).status).toBe(401);
  });

  it('answers 403 to the city side: referring is the national side’s', async () => {
    expect((await ask({}, 'caseworker')).status).toBe(403);
    expect((await ask({}, 'city-supervisor')).status).toBe(403);
  });

  it('answers 404 to the stranger', async () => {
    expect((await ask({}, 'stranger-navigator')).status).toBe(404);
  });

  it('numbers the attempts itself, on the timeline of the case', async () => {
    const one = await aCaseInSupport(t);
    const first = await ask({ note: '電話で打診' }, 'navigator', one.caseId);
    const second = await ask({ askedOn: '2026-06-03' }, 'navigator2', one.caseId);
    expect([first.status, first.body.attemptNo, second.body.attemptNo]).toEqual([201, 1, 2]);
    expect(await statusOf(t, one.caseId)).toBe('active');
    expect(await timelineOf(t, one.caseId)).toEqual(expect.arrayContaining(['referral.asked', 'referral.asked']));
    const [row] = await t.owner.query(
      `SELECT r.attempt_no, r.outcome, r.letter_issued_on, s.login FROM referral r JOIN staff s ON s.id = r.created_by WHERE r.id = $1`,
      [first.body.id],
    );
    expect(row).toEqual({ attempt_no: 1, outcome: 'pending', letter_issued_on: null, login: 'navigator' });
  });

  it('gives two attempts at once different numbers', async () => {
    const one = await aCaseInSupport(t);
    const logins = ['navigator', 'navigator2', 'hw-supervisor', 'navigator'];
    const answers = await Promise.all(logins.map((login) => ask({}, login, one.caseId)));
    expect(answers.map(({ body }) => body.attemptNo).sort()).toEqual([1, 2, 3, 4]);
  });

  it('makes one attempt of a double click', async () => {
    const one = await aCaseInSupport(t);
    const user = await t.as('navigator');
    const body = { employerId, askedOn: '2026-06-02' };
    const answers = await Promise.all(
      [1, 2].map(() => user.post(`/cases/${one.caseId}/referrals`, body, { 'idempotency-key': `ask-${one.caseId}` })),
    );
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(
      await t.owner.query('SELECT count(*)::int AS n FROM referral WHERE support_case_id = $1', [one.caseId]),
    ).toEqual([{ n: 1 }]);
  });

  it.each([
    ['tomorrow', { askedOn: '2026-06-11' }, 'askedOn', 'date_in_future'],
    ['before the case was opened', { askedOn: '2026-05-31' }, 'askedOn', 'before_case_opened'],
    ['no employer', { employerId: '' }, 'employerId', 'required'],
    [
      'an employer nobody knows',
      { employerId: '019e0000-0000-7000-8000-000000000000' },
      'employerId',
      'no_such_record',
    ],
    [
      'a job order nobody knows',
      { jobOrderId: '019e0000-0000-7000-8000-000000000000' },
      'jobOrderId',
      'no_such_record',
    ],
    ['an attempt number of one’s own', { attemptNo: 7 }, 'attemptNo', 'unknown_field'],
  ])('answers 422 with the field to %s', async (_, payload, field, code) => {
    const { status, body } = await ask(payload);
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field, code })]);
  });

  it('refuses an order of another employer, or one obtained for somebody else', async () => {
    const elsewhere = await aJobOrder(t, await anEmployer(t));
    const reserved = await aJobOrder(t, employerId, { forJobseekerId: (await aCaseInSupport(t)).jobseekerId });
    const codes = await Promise.all(
      [elsewhere, reserved].map(async (jobOrderId) => (await ask({ jobOrderId })).body.error.fields[0].code),
    );
    expect(codes).toEqual(['job_order_of_another_employer', 'job_order_for_another_person']);
  });

  it('refers the person to the order that was obtained for them', async () => {
    const one = await aCaseInSupport(t);
    const jobOrderId = await aJobOrder(t, employerId, { forJobseekerId: one.jobseekerId });
    expect((await ask({ jobOrderId }, 'navigator', one.caseId)).status).toBe(201);
  });

  it('says why nobody is referred while the case is closed', async () => {
    const one = await aCaseInSupport(t);
    await t.owner.query(
      `UPDATE support_case SET status = 'closed', closed_on = '2026-06-09', close_reason = 'moved' WHERE id = $1`,
      [one.caseId],
    );
    const { status, body } = await ask({}, 'navigator', one.caseId);
    expect([status, body.error.reasons[0].code]).toEqual([409, 'case_is_closed']);
  });
});
