import { startApplication, type TestApplication } from '../../support/application.js';
import {
  A_JOB,
  aCaseInSupport,
  aHire,
  aLeaving,
  aPlacement,
  aReferral,
  standsAt,
  statusOf,
  timelineOf,
} from '../../support/arrangements/placements.js';
import { aMeeting, takeStep } from '../../support/arrangements/cases.js';

/** 離職, and what the person finds afterwards. */
describe('POST /api/v1/placements/:id/leaving', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const LEFT = { leftOn: '2026-06-09', reasonCode: 'health', version: 1 };
  const leave = async (id: string, body: object = LEFT, login = 'caseworker') =>
    (await t.as(login)).post(`/placements/${id}/leaving`, body);
  const place = async (caseId: string, body: object, login = 'caseworker') =>
    (await t.as(login)).post(`/cases/${caseId}/placements`, { ...A_JOB, route: 'self_found', ...body });

  it('answers 401, 403 and 404 to those who may not', async () => {
    const id = await aPlacement(t, await aCaseInSupport(t));
    expect((await t.anonymous.post(`/placements/${id}/leaving`, LEFT)).status).toBe(401);
    expect((await leave(id, LEFT, 'auditor')).status).toBe(403);
    expect((await leave(id, LEFT, 'stranger')).status).toBe(404);
  });

  it('keeps the placement counted, and brings the case back to 支援中', async () => {
    const of = await aCaseInSupport(t);
    const id = await aPlacement(t, of);
    expect((await leave(id)).status).toBe(204);
    expect(await t.owner.query('SELECT withdrawn_on FROM fact_placement WHERE id = $1', [id])).toEqual([
      { withdrawn_on: null },
    ]);
    expect(await statusOf(t, of.caseId)).toBe('active');
    expect(
      await t.owner.query(
        `SELECT from_status, to_status, happened_on::text AS on FROM case_transition WHERE support_case_id = $1 AND action = 'record_leaving'`,
        [of.caseId],
      ),
    ).toEqual([{ from_status: 'placed', to_status: 'active', on: '2026-06-09' }]);
    expect((await timelineOf(t, of.caseId)).slice(-2)).toEqual(['placement.left', 'case.transitioned']);
    expect((await leave(id, { ...LEFT, version: 2 })).body.error.reasons[0].code).toBe('placement_already_left');
  });

  it('brings a case in 定着支援 back as well', async () => {
    const of = await aCaseInSupport(t);
    const id = await aPlacement(t, of);
    expect(await takeStep(t, 'caseworker', of.caseId, 'start_follow_up')).toBe('follow_up');
    await leave(id);
    expect(await statusOf(t, of.caseId)).toBe('active');
  });

  it('has a reason of its own kind, and is not before the first day of work', async () => {
    const id = await aPlacement(t, await aCaseInSupport(t));
    const fields = async (change: object) => (await leave(id, { ...LEFT, ...change })).body.error.fields;
    expect(await fields({ reasonCode: 'recorded_in_error' })).toEqual([
      expect.objectContaining({ field: 'reasonCode', code: 'reason_of_another_occasion' }),
    ]);
    expect(await fields({ reasonCode: undefined })).toEqual([
      expect.objectContaining({ field: 'reasonCode', code: 'reason_missing' }),
    ]);
    expect(await fields({ leftOn: '2026-06-07' })).toEqual([
      expect.objectContaining({ field: 'leftOn', code: 'before_start_of_work' }),
    ]);
  });

  it.each(['closed', 'suspended'])('is recorded of a case that is %s meanwhile, and leaves it so', async (status) => {
    const of = await aCaseInSupport(t);
    const id = await aPlacement(t, of);
    await standsAt(t, of.caseId, status);
    expect((await leave(id)).status).toBe(204);
    expect(await statusOf(t, of.caseId)).toBe(status);
  });

  describe('afterwards', () => {
    it('the person is referred again, offered a job, placed a second time: two placements of one person', async () => {
      const of = await aCaseInSupport(t);
      await aLeaving(t, await aPlacement(t, of), '2026-06-08');
      t.clock.set('2026-06-12');
      const { id: referralId } = await aHire(t, of);
      const { status } = await place(
        of.caseId,
        { route: 'hello_work_referral', referralId, decidedOn: '2026-06-12', startsOn: '2026-06-15' },
        'navigator',
      );
      expect([status, await statusOf(t, of.caseId)]).toEqual([201, 'placed']);
      expect(
        await t.owner.query(
          'SELECT count(*)::int AS placements, count(DISTINCT jobseeker_id)::int AS persons FROM fact_placement WHERE case_id = $1 AND withdrawn_on IS NULL',
          [of.caseId],
        ),
      ).toEqual([{ placements: 2, persons: 1 }]);
      t.clock.set('2026-06-10');
    });

    it('an offer moves the case on as it did the first time', async () => {
      const of = await aCaseInSupport(t);
      await aLeaving(t, await aPlacement(t, of), '2026-06-08');
      await aReferral(t, { ...of, letter: true, interview: true, outcome: 'offered' });
      expect(await statusOf(t, of.caseId)).toBe('offered');
    });

    it('the next job begins after the last day of the one before', async () => {
      const of = await aCaseInSupport(t);
      await aLeaving(t, await aPlacement(t, of));
      const early = await place(of.caseId, { startsOn: '2026-06-09' });
      expect([early.status, early.body.error.fields]).toEqual([
        422,
        [expect.objectContaining({ field: 'startsOn', code: 'before_last_leaving' })],
      ]);
      expect((await place(of.caseId, { startsOn: '2026-06-10' })).status).toBe(201);
    });

    it('one of eight who record the next job at once is taken', async () => {
      const of = await aCaseInSupport(t);
      await aLeaving(t, await aPlacement(t, of), '2026-06-08');
      const logins = ['navigator', 'navigator2', 'caseworker', 'caseworker2'];
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          place(of.caseId, { startsOn: '2026-06-10' }, logins[index % logins.length]),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.error.reasons).toEqual([
        expect.objectContaining({ code: 'person_at_work' }),
      ]);
    });

    it('the database itself keeps two jobs of a period from sharing a day; a reversed one has none', async () => {
      const of = await aCaseInSupport(t);
      const id = await aPlacement(t, of);
      const again = (startsOn: string) =>
        t.owner.query(
          `INSERT INTO placement (id, site_id, org_id, jobseeker_id, support_case_id, workplace_name, occupation, decided_on, starts_on, route, employment_type)
           SELECT gen_random_uuid(), site_id, org_id, jobseeker_id, support_case_id, workplace_name, occupation, decided_on, $2,
             'self_found', employment_type FROM placement WHERE id = $1`,
          [id, startsOn],
        );
      await expect(again('2026-06-10')).rejects.toThrow('placement_one_at_a_time');
      await aLeaving(t, id);
      await expect(again('2026-06-09')).rejects.toThrow('placement_one_at_a_time');
      await again('2026-06-10');
    });

    it('settled in a job is no reason any more to close the case, another reason is', async () => {
      const of = await aCaseInSupport(t);
      await aLeaving(t, await aPlacement(t, of));
      const close = async (closeReason: string) => takeStep(t, 'caseworker', of.caseId, 'close', { closeReason });
      await expect(close('employed_settled')).rejects.toThrow('placement_missing');
      expect(await close('own_wish')).toBe('closed');
    });
  });

  it('what the page offers next and what the API takes is the same', async () => {
    const of = await aCaseInSupport(t);
    const id = await aPlacement(t, of);
    const steps = async () =>
      (await (await t.as('caseworker')).get(`/cases/${of.caseId}/steps`)).body.actions.map(
        ({ action }: { action: string }) => action,
      );
    expect(await steps()).toContain('record_leaving');
    expect((await place(of.caseId, { startsOn: '2026-07-01' })).body.error.reasons[0].code).toBe('person_at_work');
    await leave(id);
    expect(await steps()).toContain('record_placement');
    await aMeeting(t, 'caseworker', of.caseId, 'interview');
    expect(await statusOf(t, of.caseId)).toBe('active');
  });
});
