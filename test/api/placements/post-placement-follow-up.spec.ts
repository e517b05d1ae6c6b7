import { startApplication, type TestApplication } from '../../support/application.js';
import { aCaseInSupport, aPlacement, statusOf, timelineOf } from '../../support/arrangements/placements.js';

/** What happens to a placement afterwards: reversal, contacts, leaving. */
describe('POST /api/v1/placements/:id/reverse, /contacts, /left', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const post = async (id: string, what: string, body: object, login = 'caseworker') =>
    (await t.as(login)).post(`/placements/${id}/${what}`, body);
  const REVERSED = { reversedOn: '2026-06-09', reasonCode: 'schedule', reasonNote: '条件の相違により辞退', version: 1 };
  const CONTACTED = {
    contactedOn: '2026-06-10',
    withWhom: 'jobseeker',
    channel: 'phone',
    stillWorking: true,
    text: '順調',
  };
  const LEFT = { leftOn: '2026-06-10', reasonCode: 'health', version: 1 };

  it.each([
    ['reverse', REVERSED],
    ['contacts', CONTACTED],
    ['left', LEFT],
  ])('answers 401, 403 and 404 to those who may not %s', async (what, body) => {
    const id = await aPlacement(t, await aCaseInSupport(t));
    expect((await t.anonymous.post(`/placements/${id}/${what}`, body)).status).toBe(401);
    expect((await post(id, what, body, 'auditor')).status).toBe(403);
    expect((await post(id, what, body, 'stranger')).status).toBe(404);
  });

  describe('a reversal', () => {
    it('keeps the placement with its reason, and the search resumes', async () => {
      const of = await aCaseInSupport(t);
      const id = await aPlacement(t, of);
      expect((await post(id, 'reverse', REVERSED)).status).toBe(204);
      expect(await statusOf(t, of.caseId)).toBe('active');
      const { body } = await (await t.as('caseworker')).get(`/placements/${id}`);
      expect(body.placement).toMatchObject({
        reversedOn: '2026-06-09',
        reversalReason: { code: 'schedule', name: '勤務の曜日・時間が合わない', note: '条件の相違により辞退' },
        leavingReason: null,
      });
      expect(
        await t.owner.query('SELECT withdrawn_on::text AS "withdrawnOn" FROM fact_placement WHERE id = $1', [id]),
      ).toEqual([{ withdrawnOn: '2026-06-09' }]);
      expect(await timelineOf(t, of.caseId)).toEqual(
        expect.arrayContaining(['placement.recorded', 'placement.reversed']),
      );
    });

    it('leaves room for the next placement', async () => {
      const of = await aCaseInSupport(t);
      await post(await aPlacement(t, of), 'reverse', REVERSED);
      await aPlacement(t, { ...of, route: 'job_fair', decidedOn: '2026-06-10', startsOn: '2026-07-01' });
      expect(await statusOf(t, of.caseId)).toBe('placed');
    });

    it('happens once, for a reason, not before the decision', async () => {
      const id = await aPlacement(t, await aCaseInSupport(t));
      expect((await post(id, 'reverse', { ...REVERSED, reasonCode: '', reasonNote: '' })).body.error.fields).toEqual([
        expect.objectContaining({ field: 'reasonCode', code: 'reason_missing' }),
      ]);
      expect((await post(id, 'reverse', { ...REVERSED, reversedOn: '2026-06-05' })).body.error.fields).toEqual([
        expect.objectContaining({ field: 'reversedOn', code: 'before_decision' }),
      ]);
      await post(id, 'reverse', REVERSED);
      expect((await post(id, 'reverse', { ...REVERSED, version: 2 })).body.error.reasons[0].code).toBe(
        'placement_already_reversed',
      );
    });

    it('tells who changed the placement to an edit that comes too late', async () => {
      const id = await aPlacement(t, await aCaseInSupport(t));
      await t.owner.query('UPDATE placement SET version = 2 WHERE id = $1', [id]);
      expect((await post(id, 'reverse', REVERSED)).body.error.code).toBe('stale_edit');
    });
  });

  describe('a contact', () => {
    it('is kept with who made it and whether the person still works there', async () => {
      const of = await aCaseInSupport(t);
      const id = await aPlacement(t, of);
      expect((await post(id, 'contacts', CONTACTED)).status).toBe(201);
      expect(
        (await post(id, 'contacts', { ...CONTACTED, withWhom: 'employer', stillWorking: false }, 'navigator')).status,
      ).toBe(201);
      const { body } = await (await t.as('navigator')).get(`/placements/${id}`);
      expect(body.contacts).toEqual([
        expect.objectContaining({ stillWorking: true, text: '順調', by: { name: '架空 市子', side: 'municipal' } }),
        expect.objectContaining({ stillWorking: false, withWhom: 'employer' }),
      ]);
      expect(await timelineOf(t, of.caseId)).toEqual(expect.arrayContaining(['retention.contacted']));
    });

    it.each([
      ['before the first day of work', { contactedOn: '2026-06-07' }, 'contactedOn', 'before_start_of_work'],
      ['tomorrow', { contactedOn: '2026-06-11' }, 'contactedOn', 'date_in_future'],
      ['that does not say whether the person still works', { stillWorking: undefined }, 'stillWorking', 'required'],
    ])('answers 422 to one %s', async (_, change, field, code) => {
      const id = await aPlacement(t, await aCaseInSupport(t));
      expect((await post(id, 'contacts', { ...CONTACTED, ...change })).body.error.fields).toEqual([
        expect.objectContaining({ field, code }),
      ]);
    });
  });

  describe('leaving', () => {
    it('keeps the placement counted and cannot be reversed any more', async () => {
      const of = await aCaseInSupport(t);
      const id = await aPlacement(t, of);
      expect((await post(id, 'left', LEFT)).status).toBe(204);
      expect(await t.owner.query('SELECT withdrawn_on FROM fact_placement WHERE id = $1', [id])).toEqual([
        { withdrawn_on: null },
      ]);
      expect(await statusOf(t, of.caseId)).toBe('placed');
      expect(
        (await post(id, 'reverse', { ...REVERSED, reversedOn: '2026-06-10', version: 2 })).body.error.reasons[0].code,
      ).toBe('placement_already_left');
      expect((await post(id, 'left', { ...LEFT, version: 2 })).body.error.reasons[0].code).toBe(
        'placement_already_left',
      );
    });

    it('has a reason of its own kind, and is not before the first day of work', async () => {
      const id = await aPlacement(t, await aCaseInSupport(t));
      expect((await post(id, 'left', { ...LEFT, reasonCode: 'recorded_in_error' })).body.error.fields).toEqual([
        expect.objectContaining({ field: 'reasonCode', code: 'reason_of_another_occasion' }),
      ]);
      expect((await post(id, 'left', { ...LEFT, reasonCode: undefined })).body.error.fields).toEqual([
        expect.objectContaining({ field: 'reasonCode', code: 'reason_missing' }),
      ]);
      expect((await post(id, 'left', { ...LEFT, leftOn: '2026-06-07' })).body.error.fields).toEqual([
        expect.objectContaining({ field: 'leftOn', code: 'before_start_of_work' }),
      ]);
    });
  });
});
