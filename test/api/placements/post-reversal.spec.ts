import { startApplication, type TestApplication } from '../../support/application.js';
import {
  aCaseInSupport,
  aLeaving,
  aPlacement,
  standsAt,
  statusOf,
  timelineOf,
} from '../../support/arrangements/placements.js';

describe('POST /api/v1/placements/:id/reversal', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const post = async (id: string, body: object, login = 'caseworker') =>
    (await t.as(login)).post(`/placements/${id}/reversal`, body);
  const REVERSED = { reversedOn: '2026-06-09', reasonCode: 'schedule', reasonNote: '条件の相違により辞退', version: 1 };

  it('answers 401, 403 and 404 to those who may not', async () => {
    const id = await aPlacement(t, await aCaseInSupport(t));
    expect((await t.anonymous.post(`/placements/${id}/reversal`, REVERSED)).status).toBe(401);
    expect((await post(id, REVERSED, 'auditor')).status).toBe(403);
    expect((await post(id, REVERSED, 'stranger')).status).toBe(404);
  });

  it('keeps the placement with its reason, and the search resumes', async () => {
    const of = await aCaseInSupport(t);
    const id = await aPlacement(t, of);
    expect((await post(id, REVERSED)).status).toBe(204);
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
    await post(await aPlacement(t, of), REVERSED);
    await aPlacement(t, { ...of, route: 'job_fair', decidedOn: '2026-06-10', startsOn: '2026-07-01' });
    expect(await statusOf(t, of.caseId)).toBe('placed');
  });

  it('happens once, for a reason, not before the decision', async () => {
    const id = await aPlacement(t, await aCaseInSupport(t));
    expect((await post(id, { ...REVERSED, reasonCode: '', reasonNote: '' })).body.error.fields).toEqual([
      expect.objectContaining({ field: 'reasonCode', code: 'reason_missing' }),
    ]);
    expect((await post(id, { ...REVERSED, reversedOn: '2026-06-05' })).body.error.fields).toEqual([
      expect.objectContaining({ field: 'reversedOn', code: 'before_decision' }),
    ]);
    await post(id, REVERSED);
    expect((await post(id, { ...REVERSED, version: 2 })).body.error.reasons[0].code).toBe('placement_already_reversed');
  });

  it('tells who changed the placement to an edit that comes too late', async () => {
    const id = await aPlacement(t, await aCaseInSupport(t));
    await t.owner.query('UPDATE placement SET version = 2 WHERE id = $1', [id]);
    expect((await post(id, REVERSED)).body.error.code).toBe('stale_edit');
  });

  describe('with another job in the same period', () => {
    it('takes back the later one: the search resumes, the one that was left stays counted', async () => {
      const of = await aCaseInSupport(t);
      const first = await aPlacement(t, of);
      await aLeaving(t, first, '2026-06-08');
      const second = await aPlacement(t, { ...of, route: 'self_found', startsOn: '2026-06-10' });
      expect((await post(second, { ...REVERSED, reversedOn: '2026-06-10' })).status).toBe(204);
      expect(await statusOf(t, of.caseId)).toBe('active');
      expect(await counted(of.caseId)).toEqual([first]);
    });

    it('takes back the first one with its leaving, which the later one keeps from being withdrawn; the case stays', async () => {
      const of = await aCaseInSupport(t);
      const first = await aPlacement(t, of);
      await aLeaving(t, first, '2026-06-08');
      expect((await post(first, { ...REVERSED, version: 2 })).body.error.reasons[0].code).toBe(
        'placement_already_left',
      );
      const second = await aPlacement(t, { ...of, route: 'self_found', startsOn: '2026-06-10' });
      expect((await post(first, { ...REVERSED, version: 2 })).status).toBe(204);
      expect(await statusOf(t, of.caseId)).toBe('placed');
      expect(await counted(of.caseId)).toEqual([second]);
    });
  });

  it('leaves a case as it is that was closed meanwhile', async () => {
    const of = await aCaseInSupport(t);
    const id = await aPlacement(t, of);
    await standsAt(t, of.caseId, 'closed');
    expect((await post(id, REVERSED)).status).toBe(204);
    expect(await statusOf(t, of.caseId)).toBe('closed');
  });

  const counted = async (caseId: string): Promise<string[]> =>
    (
      await t.owner.query(
        'SELECT id FROM fact_placement WHERE case_id = $1 AND withdrawn_on IS NULL ORDER BY starts_on',
        [caseId],
      )
    ).map(({ id }: { id: string }) => id);
});
