import { startApplication, type TestApplication } from '../../support/application.js';
import {
  type CaseInSupport,
  A_JOB,
  aCaseInSupport,
  aHire,
  aReferral,
  statusOf,
  timelineOf,
} from '../../support/arrangements/placements.js';

describe('POST /api/v1/cases/:id/placements', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const place = async (of: CaseInSupport, body: object, login = 'navigator') =>
    (await t.as(login)).post(`/cases/${of.caseId}/placements`, { ...A_JOB, ...body });
  const selfFound = { route: 'self_found' };

  it('answers 401 to nobody, 403 to the auditor, 404 to the stranger', async () => {
    const of = await aCaseInSupport(t);
    expect((await t.anonymous.post(`/cases/${of.caseId}/placements`, {})).status).toBe(401);
    expect((await place(of, selfFound, 'auditor')).status).toBe(403);
    expect((await place(of, selfFound, 'stranger')).status).toBe(404);
  });

  it('takes a self-found job on report of the city, and the case becomes 就職', async () => {
    const of = await aCaseInSupport(t);
    const { status, body } = await place(of, selfFound, 'caseworker');
    expect([status, await statusOf(t, of.caseId)]).toEqual([201, 'placed']);
    const [row] = await t.owner.query(
      `SELECT p.route, p.weekly_hours::float AS hours, p.weekly_days AS days, p.starts_on::text AS starts, s.login FROM placement p
        JOIN staff s ON s.id = p.created_by WHERE p.id = $1`,
      [body.id],
    );
    expect(row).toEqual({ route: 'self_found', hours: 30, days: 5, starts: '2026-06-08', login: 'caseworker' });
    expect(await timelineOf(t, of.caseId)).toEqual(expect.arrayContaining(['placement.recorded']));
  });

  it('takes 紹介就職 from the national side, from a hired referral, at its employer', async () => {
    const of = await aCaseInSupport(t);
    const { id: referralId, employerId } = await aHire(t, of);
    const referred = { route: 'hello_work_referral', referralId, workplaceName: undefined };
    expect((await place(of, referred, 'caseworker')).body.error.reasons[0].code).toBe('only_national_side');
    const { body } = await place(of, referred);
    const [row] = await t.owner.query(
      'SELECT p.employer_id, p.workplace_name = e.name AS "bearsItsName" FROM placement p JOIN employer e ON e.id = p.employer_id WHERE p.id = $1',
      [body.id],
    );
    expect(row).toEqual({ employer_id: employerId, bearsItsName: true });
    expect(await statusOf(t, of.caseId)).toBe('placed');
  });

  it('knows no 紹介就職 without a referral, or from one that did not end in a hire', async () => {
    const of = await aCaseInSupport(t);
    const { id: referralId } = await aReferral(t, { ...of, letter: true, interview: true });
    expect((await place(of, { route: 'hello_work_referral' })).body.error.fields).toEqual([
      expect.objectContaining({ field: 'referralId', code: 'choose_one' }),
    ]);
    expect((await place(of, { route: 'hello_work_referral', referralId })).body.error.reasons[0].code).toBe(
      'referral_not_hired',
    );
  });

  it('is not placed twice on one referral, two at once included', async () => {
    const of = await aCaseInSupport(t);
    const { id: referralId } = await aHire(t, of);
    const answers = await Promise.all(
      ['navigator', 'navigator2'].map((login) => place(of, { route: 'hello_work_referral', referralId }, login)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    await expect(
      t.owner.query(
        `INSERT INTO placement (id, site_id, org_id, jobseeker_id, support_case_id, referral_id, workplace_name, occupation, decided_on,
          starts_on, route, employment_type)
       SELECT gen_random_uuid(), site_id, org_id, jobseeker_id, support_case_id, referral_id, workplace_name, occupation, decided_on,
         starts_on, route, employment_type FROM placement WHERE referral_id = $1`,
        [referralId],
      ),
    ).rejects.toThrow('placement_one_a_referral');
  });

  it('takes no referral of another case', async () => {
    const { id: referralId } = await aHire(t, await aCaseInSupport(t));
    const { body } = await place(await aCaseInSupport(t), { route: 'hello_work_referral', referralId });
    expect(body.error.fields).toEqual([expect.objectContaining({ field: 'referralId', code: 'no_such_record' })]);
  });

  it('lets the first day of work lie in the next fiscal year', async () => {
    const of = await aCaseInSupport(t);
    expect((await place(of, { ...selfFound, startsOn: '2027-04-01' })).status).toBe(201);
  });

  it.each([
    ['decided tomorrow', { decidedOn: '2026-06-11' }, 'decidedOn', 'date_in_future'],
    ['decided before the case was opened', { decidedOn: '2026-05-31' }, 'decidedOn', 'before_case_opened'],
    ['a week of 61 hours', { weeklyHours: 61 }, 'weeklyHours', 'weekly_hours_out_of_range'],
    ['eight days a week', { weeklyDays: 8 }, 'weeklyDays', 'out_of_range'],
    ['thirty hours in one day', { weeklyDays: 1 }, 'weeklyDays', 'more_hours_than_the_days_have'],
    ['no workplace', { workplaceName: '' }, 'workplaceName', 'required'],
    ['a start far away', { startsOn: '2062-06-08' }, 'startsOn', 'start_too_far_ahead'],
    ['a kind of employment that is none', { employmentType: 'volunteer' }, 'employmentType', 'not_one_of'],
  ])('answers 422 with the field to %s', async (_, payload, field, code) => {
    const { status, body } = await place(await aCaseInSupport(t), { ...selfFound, ...payload });
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field, code })]);
  });

  it('says why a case that is not in support takes no placement', async () => {
    const of = await aCaseInSupport(t);
    await place(of, selfFound);
    const { status, body } = await place(of, selfFound);
    expect([status, body.error.reasons[0].code]).toEqual([409, 'person_at_work']);
  });
});
