import { startApplication, type TestApplication } from '../../support/application.js';
import { type CaseInSupport, aCaseInSupport, aReferral, statusOf } from '../../support/arrangements/placements.js';

/** The steps after asking: letter, interview, outcome. One noun, three endpoints. */
describe('POST /api/v1/referrals/:id/letter, /interview, /outcome', () => {
  let t: TestApplication;
  let of: CaseInSupport;
  beforeAll(async () => {
    t = await startApplication();
    of = await aCaseInSupport(t);
  });
  afterAll(() => t.close());

  const step = async (id: string, name: string, body: object, login = 'navigator') =>
    (await t.as(login)).post(`/referrals/${id}/${name}`, body);
  const stored = async (id: string) =>
    (
      await t.owner.query(
        `SELECT letter_issued_on::text AS letter, interview_on::text AS interview, outcome, outcome_on::text AS on, (SELECT code FROM reason
          WHERE id = reason_id) AS reason, reason_note AS note FROM referral WHERE id = $1`,
        [id],
      )
    )[0];

  it.each(['letter', 'interview', 'outcome'])(
    'answers 401, 403 and 404 to those who may not take the step %s',
    async (name) => {
      const { id } = await aReferral(t, of);
      const bodies = {
        letter: { letterIssuedOn: '2026-06-03' },
        interview: { interviewOn: '2026-06-04' },
        outcome: { outcome: 'refused_before_application', outcomeOn: '2026-06-03' },
      };
      const body = { ...bodies[name as keyof typeof bodies], version: 1 };
      expect((await t.anonymous.post(`/referrals/${id}/${name}`, body)).status).toBe(401);
      expect((await step(id, name, body, 'caseworker')).status).toBe(403);
      expect((await step(id, name, body, 'stranger-navigator')).status).toBe(404);
    },
  );

  it('climbs the ladder rung by rung to an interview that fails, with its reason', async () => {
    const { id } = await aReferral(t, of);
    expect((await step(id, 'letter', { letterIssuedOn: '2026-06-03', version: 1 })).body).toEqual({ version: 2 });
    expect((await step(id, 'interview', { interviewOn: '2026-06-08', version: 2 })).body).toEqual({ version: 3 });
    expect(
      (
        await step(id, 'outcome', {
          outcome: 'interview_failed',
          outcomeOn: '2026-06-09',
          reasonCode: 'experience',
          reasonNote: '実務3年以上',
          version: 3,
        })
      ).status,
    ).toBe(200);
    expect(await stored(id)).toEqual({
      letter: '2026-06-03',
      interview: '2026-06-08',
      outcome: 'interview_failed',
      on: '2026-06-09',
      reason: 'experience',
      note: '実務3年以上',
    });
  });

  it('keeps an employer that refused on the telephone, without a letter', async () => {
    const { id } = await aReferral(t, { ...of, outcome: 'refused_before_application' });
    expect(await stored(id)).toMatchObject({ letter: null, outcome: 'refused_before_application' });
  });

  it('keeps a letter that led to nothing because the person did not attend', async () => {
    const { id } = await aReferral(t, { ...of, letter: true, outcome: 'not_attended' });
    expect(await stored(id)).toMatchObject({ letter: '2026-06-03', interview: null, outcome: 'not_attended' });
  });

  it('issues no letter before the person is registered as a job seeker', async () => {
    const one = await aCaseInSupport(t);
    await t.owner.query(
      'UPDATE jobseeker_identity SET hello_work_number = NULL, hello_work_registered_on = NULL WHERE jobseeker_id = $1',
      [one.jobseekerId],
    );
    const { id } = await aReferral(t, one);
    const { status, body } = await step(id, 'letter', { letterIssuedOn: '2026-06-03', version: 1 });
    expect([status, body.error.reasons[0].code]).toEqual([409, 'not_registered_as_job_seeker']);
  });

  it('says why a step cannot be taken', async () => {
    const asked = await aReferral(t, of);
    const over = await aReferral(t, { ...of, letter: true, outcome: 'document_failed' });
    const reasons = async (id: string, name: string, body: object) =>
      (await step(id, name, body)).body.error.reasons[0].code;
    expect(await reasons(asked.id, 'interview', { interviewOn: '2026-06-04', version: 1 })).toBe('letter_not_issued');
    expect(await reasons(over.id, 'letter', { letterIssuedOn: '2026-06-04', version: over.version })).toBe(
      'referral_already_decided',
    );
    expect(await reasons(over.id, 'interview', { interviewOn: '2026-06-04', version: over.version })).toBe(
      'referral_already_decided',
    );
  });

  it.each([
    [
      'a letter before the asking',
      'letter',
      { letterIssuedOn: '2026-06-01' },
      'letterIssuedOn',
      'letter_before_asking',
    ],
    ['a letter of tomorrow', 'letter', { letterIssuedOn: '2026-06-11' }, 'letterIssuedOn', 'date_in_future'],
    [
      'a hire out of nowhere',
      'outcome',
      { outcome: 'hired', outcomeOn: '2026-06-05' },
      'outcome',
      'outcome_does_not_follow',
    ],
    ['an outcome that is none', 'outcome', { outcome: 'pending', outcomeOn: '2026-06-05' }, 'outcome', 'not_one_of'],
    [
      'an outcome before the asking',
      'outcome',
      { outcome: 'refused_before_application', outcomeOn: '2026-06-01' },
      'outcomeOn',
      'outcome_too_early',
    ],
  ])('answers 422 with the field to %s', async (_, name, body, field, code) => {
    const { id, version } = await aReferral(t, of);
    const answer = await step(id, name, { ...body, version });
    expect(answer.status).toBe(422);
    expect(answer.body.error.fields).toEqual([expect.objectContaining({ field, code })]);
  });

  it('tells who was faster when two record the outcome', async () => {
    const { id, version } = await aReferral(t, { ...of, letter: true });
    const body = { outcome: 'document_failed', outcomeOn: '2026-06-05', version };
    await step(id, 'interview', { interviewOn: '2026-06-04', version }, 'navigator2');
    const { status, body: answer } = await step(id, 'outcome', { ...body, outcome: 'interview_failed' });
    expect([status, answer.error.code, answer.error.conflict.changedBy]).toEqual([409, 'stale_edit', '例示 道子']);
  });

  it('opens an offer with the outcome 採用, and the case follows', async () => {
    const one = await aCaseInSupport(t);
    const { id, employerId } = await aReferral(t, { ...one, letter: true, interview: true, outcome: 'offered' });
    expect(
      await t.owner.query(
        'SELECT referral_id, employer_id, status, received_on::text AS on FROM offer WHERE support_case_id = $1',
        [one.caseId],
      ),
    ).toEqual([{ referral_id: id, employer_id: employerId, status: 'open', on: '2026-06-05' }]);
    expect(await statusOf(t, one.caseId)).toBe('offered');
  });

  it('asks for the reason when an offer is declined at the outcome', async () => {
    const one = await aCaseInSupport(t);
    const { id, version } = await aReferral(t, { ...one, letter: true, interview: true, outcome: 'offered' });
    const declined = { outcome: 'declined', outcomeOn: '2026-06-06', version };
    expect((await step(id, 'outcome', declined)).body.error.fields).toEqual([
      expect.objectContaining({ field: 'reasonCode', code: 'reason_missing' }),
    ]);
    expect((await step(id, 'outcome', { ...declined, reasonCode: 'schedule', reasonNote: '土曜の勤務' })).status).toBe(
      200,
    );
    expect(
      await t.owner.query(
        'SELECT o.status, y.code AS reason, o.reason_note AS note FROM offer o JOIN reason y ON y.id = o.reason_id WHERE referral_id = $1',
        [id],
      ),
    ).toEqual([{ status: 'declined', reason: 'schedule', note: '土曜の勤務' }]);
    expect(await statusOf(t, one.caseId)).toBe('active');
  });
});
