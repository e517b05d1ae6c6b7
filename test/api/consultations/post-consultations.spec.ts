import { startApplication, type TestApplication } from '../../support/application.js';
import { aConsultation, consultationBody, staffIdOf } from '../../support/arrangements/consultations.js';
import { aCase, aCaseWithConsents } from '../../support/arrangements/cases.js';
import { aJobseeker, withSharingConsent } from '../../support/arrangements/jobseekers.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';

describe('POST /api/v1/consultations', () => {
  let t: TestApplication;
  let jobseekerId: string;
  beforeAll(async () => {
    t = await startApplication();
    jobseekerId = (await aJobseeker(t, 'caseworker')).id;
  });
  afterAll(() => t.close());

  const log = async (login: string, said: object = {}) =>
    (await t.as(login)).post('/consultations', { ...consultationBody(t, { jobseekerId }), ...said });
  const stored = async (sql: string, id: string): Promise<object[]> => t.owner.query(sql, [id]);

  it('answers 401 to nobody', async () => {
    expect((await t.anonymous.post('/consultations', consultationBody(t, { jobseekerId }))).status).toBe(401);
  });

  it.each(['administrator', 'auditor'])('answers 403 to the %s, who consults with nobody', async (login) => {
    expect((await log(login)).status).toBe(403);
  });

  it.each(['stranger', 'navigator'])('answers 404 to %s, who does not see the person', async (login) => {
    expect((await log(login)).status).toBe(404);
    expect(
      await stored('SELECT c.id FROM consultation c JOIN staff s ON s.id = c.author_id WHERE s.login = $1', login),
    ).toEqual([]);
  });

  it('stores the record with its author, participants of both sides, note and next action, in neither plan nor case', async () => {
    const [navigator, caseworker] = await Promise.all([staffIdOf(t, 'navigator'), staffIdOf(t, 'caseworker')]);
    const { id: jobseekerId } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', jobseekerId);
    const { status, body } = await log('caseworker', {
      jobseekerId,
      startedAt: '10:30',
      minutes: 40,
      channel: 'phone',
      outcomes: ['jobs_searched', 'next_booked'],
      participantIds: [caseworker, navigator],
      ownNote: '家計の相談も受けた。',
      nextActions: [{ title: '履歴書を直す', dueOn: '2026-06-17', ownerSide: 'national', ownerStaffId: navigator }],
    });
    expect(status).toBe(201);
    expect(
      await stored(
        `SELECT c.support_case_id, c.started_at::text, c.minutes, c.kind, c.channel, c.outcomes, c.shared_text, s.login, c.both_sides_present
      FROM consultation c JOIN staff s ON s.id = c.author_id WHERE c.id = $1`,
        body.id,
      ),
    ).toEqual([
      {
        support_case_id: null,
        started_at: '10:30:00',
        minutes: 40,
        kind: 'vocational',
        channel: 'phone',
        outcomes: ['jobs_searched', 'next_booked'],
        shared_text: '求人を一緒に確認した。',
        login: 'caseworker',
        both_sides_present: true,
      },
    ]);
    expect(
      await stored(
        'SELECT s.login FROM consultation_participant p JOIN staff s ON s.id = p.staff_id WHERE p.consultation_id = $1 ORDER BY 1',
        body.id,
      ),
    ).toEqual([{ login: 'caseworker' }, { login: 'navigator' }]);
    expect(
      await stored(
        'SELECT n.text, o.code FROM consultation_note n JOIN organisation o ON o.id = n.org_id WHERE n.consultation_id = $1',
        body.id,
      ),
    ).toEqual([{ text: '家計の相談も受けた。', code: 'mihon-city' }]);
    expect(
      await stored(
        'SELECT title, due_on::text, owner_side, owner_staff_id, state FROM next_action WHERE consultation_id = $1',
        body.id,
      ),
    ).toEqual([
      { title: '履歴書を直す', due_on: '2026-06-17', owner_side: 'national', owner_staff_id: navigator, state: 'open' },
    ]);
  });

  it('leaves a line on the timeline, one in the audit and one in the outbox, without a word of the texts', async () => {
    const id = await aConsultation(t, 'caseworker', {
      jobseekerId,
      heldOn: '2026-06-09',
      outcomes: ['no_show'],
      sharedText: '秘密の話。',
    });
    const [line] = await stored(
      'SELECT kind, occurred_on::text, actor_side, data FROM timeline_entry WHERE subject_id = $1',
      id,
    );
    expect(line).toEqual({
      kind: 'consultation.logged',
      occurred_on: '2026-06-09',
      actor_side: 'municipal',
      data: { kind: 'vocational', channel: 'desk', outcomes: ['no_show'], nextActions: [] },
    });
    expect(await stored('SELECT action FROM audit_entry WHERE subject_id = $1', id)).toEqual([
      { action: 'consultation.logged' },
    ]);
    // Nobody is told of a consultation, so no message is sent of it.
    expect(await stored(`SELECT topic FROM outbox_message WHERE payload->>'subjectId' = $1`, id)).toEqual([]);
  });

  it('makes one record of a double submit', async () => {
    const user = await t.as('caseworker2');
    const payload = consultationBody(t, {
      jobseekerId,
      sharedText: '二重に押した。',
      nextActions: [{ title: '電話', dueOn: '2026-06-12', ownerSide: 'jobseeker' }],
    });
    const [first, second] = await Promise.all(
      [1, 2].map(() => user.post('/consultations', payload, { 'idempotency-key': 'one-click' })),
    );
    expect(second?.body).toEqual(first?.body);
    expect(
      await stored('SELECT count(*)::int AS n FROM consultation WHERE shared_text = $1', '二重に押した。'),
    ).toEqual([{ n: 1 }]);
  });

  describe('and the case', () => {
    it('is linked by itself when the person has exactly one open', async () => {
      const { caseId: supportCaseId, jobseekerId: person } = await aCase(t, 'caseworker');
      const id = await aConsultation(t, 'caseworker', {
        jobseekerId: person,
        nextActions: [{ title: '電話', dueOn: '2026-06-12', ownerSide: 'municipal' }],
      });
      expect(await stored('SELECT support_case_id FROM consultation WHERE id = $1', id)).toEqual([
        { support_case_id: supportCaseId },
      ]);
      expect(await stored('SELECT support_case_id FROM next_action WHERE consultation_id = $1', id)).toEqual([
        { support_case_id: supportCaseId },
      ]);
      expect(await stored('SELECT support_case_id FROM timeline_entry WHERE subject_id = $1', id)).toEqual([
        { support_case_id: supportCaseId },
      ]);
    });

    it('is asked for when several are open, and may be none of them', async () => {
      const { caseId: first, jobseekerId: person } = await aCaseWithConsents(t);
      // Each side had opened one before the person agreed to sharing.
      await t.owner.query(
        `INSERT INTO support_case (id, site_id, org_id, jobseeker_id, number, programme_id, status, status_since, opened_on)
         SELECT $1, site_id, (SELECT id FROM organisation WHERE code = 'hw-mihon'), jobseeker_id, 'S999999', programme_id, status, status_since, opened_on
           FROM support_case WHERE id = $2`,
        ['00000000-0000-7000-8000-000000000001', first],
      );
      const { status, body } = await log('caseworker', { jobseekerId: person });
      expect([status, body.error.fields]).toEqual([
        422,
        [expect.objectContaining({ field: 'supportCaseId', code: 'choose_case' })],
      ]);
      const chosen = await aConsultation(t, 'caseworker', { jobseekerId: person, supportCaseId: first });
      expect(await stored('SELECT support_case_id FROM consultation WHERE id = $1', chosen)).toEqual([
        { support_case_id: first },
      ]);
      const none = await aConsultation(t, 'caseworker', { jobseekerId: person, supportCaseId: null });
      expect(await stored('SELECT support_case_id FROM consultation WHERE id = $1', none)).toEqual([
        { support_case_id: null },
      ]);
    });

    it('is never that of another person', async () => {
      const { caseId: other } = await aCase(t, 'caseworker');
      expect((await log('caseworker', { supportCaseId: other })).body.error.fields).toEqual([
        expect.objectContaining({ field: 'supportCaseId', code: 'not_one_of' }),
      ]);
    });
  });

  it('lets the other side log with a person who agreed to sharing', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', id);
    expect((await log('navigator', { jobseekerId: id })).status).toBe(201);
  });

  const ACTION = { title: '電話する', dueOn: '2026-06-17', ownerSide: 'municipal' };
  it.each<[string, object, string, string]>([
    ['a day to come', { heldOn: '2026-06-11' }, 'heldOn', 'date_in_future'],
    ['a day before the site opened', { heldOn: '2024-03-31' }, 'heldOn', 'before_site_opened'],
    ['a time that is none', { startedAt: '25:00' }, 'startedAt', 'not_a_time'],
    ['more than a day of minutes', { minutes: 601 }, 'minutes', 'out_of_range'],
    ['no kind', { kind: undefined }, 'kind', 'required'],
    ['a kind nobody knows', { kind: 'magic' }, 'kind', 'not_one_of'],
    ['an outcome nobody knows', { outcomes: ['magic'] }, 'outcomes', 'not_one_of'],
    ['a desk of another site', { deskId: 4 }, 'deskId', 'not_one_of'],
    ['somebody who does not work here', { participantIds: [NOBODY] }, 'participantIds', 'author_takes_part'],
    ['too long a text', { sharedText: '長'.repeat(10_001) }, 'sharedText', 'too_long'],
    [
      'a next action without a day',
      { nextActions: [{ ...ACTION, dueOn: undefined }] },
      'nextActions.0.dueOn',
      'required',
    ],
    [
      'a next action before the consultation',
      { nextActions: [{ ...ACTION, dueOn: '2026-06-09' }] },
      'nextActions.0.dueOn',
      'due_before_consultation',
    ],
    [
      'a next action of nobody',
      { nextActions: [{ ...ACTION, ownerStaffId: NOBODY }] },
      'nextActions.0.ownerStaffId',
      'not_one_of',
    ],
    ['a field nobody knows', { name: '見本' }, 'name', 'unknown_field'],
  ])('answers 422 with the field to %s', async (_, said, field, code) => {
    const { status, body } = await log('caseworker', said);
    expect(status).toBe(422);
    expect(body.error.fields).toContainEqual(expect.objectContaining({ field, code, message: expect.any(String) }));
  });

  it('answers 422 to an owner of the other side', async () => {
    const navigator = await staffIdOf(t, 'navigator');
    const { body } = await log('caseworker', { nextActions: [{ ...ACTION, ownerStaffId: navigator }] });
    expect(body.error.fields).toEqual([
      expect.objectContaining({ field: 'nextActions.0.ownerStaffId', code: 'owner_of_other_side' }),
    ]);
  });
});
