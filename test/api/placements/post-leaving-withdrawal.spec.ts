import { startApplication, type TestApplication } from '../../support/application.js';
import { takeStep } from '../../support/arrangements/cases.js';
import {
  aCaseInSupport,
  aLeaving,
  aPlacement,
  standsAt,
  statusOf,
  timelineOf,
} from '../../support/arrangements/placements.js';

/** A 離職 that was recorded by mistake. */
describe('POST /api/v1/placements/:id/leaving/withdrawal', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const withdraw = async (id: string, version = 2, login = 'caseworker') =>
    (await t.as(login)).post(`/placements/${id}/leaving/withdrawal`, { version });

  it('answers 401, 403 and 404 to those who may not', async () => {
    const id = await aPlacement(t, await aCaseInSupport(t));
    expect((await t.anonymous.post(`/placements/${id}/leaving/withdrawal`, { version: 1 })).status).toBe(401);
    expect((await withdraw(id, 1, 'auditor')).status).toBe(403);
    expect((await withdraw(id, 1, 'stranger')).status).toBe(404);
  });

  it.each(['placed', 'follow_up'])('puts the case back to %s, where it stood, by either side', async (before) => {
    const of = await aCaseInSupport(t);
    const id = await aPlacement(t, of);
    if (before === 'follow_up') await takeStep(t, 'caseworker', of.caseId, 'start_follow_up');
    await aLeaving(t, id);
    expect((await withdraw(id)).status).toBe(204);
    expect(await statusOf(t, of.caseId)).toBe(before);
    const { body } = await (await t.as('caseworker')).get(`/placements/${id}`);
    expect(body.placement).toMatchObject({ leftOn: null, leavingReason: null, version: 3 });
    expect((await timelineOf(t, of.caseId)).slice(-2)).toEqual(['placement.leaving_withdrawn', 'case.transitioned']);
  });

  it('keeps what was there before on the audit record', async () => {
    const id = await aPlacement(t, await aCaseInSupport(t));
    await aLeaving(t, id);
    await withdraw(id);
    const [row] = await t.owner.query(
      `SELECT changes FROM audit_entry WHERE action = 'placement.leaving_withdrawn' AND subject_id = $1`,
      [id],
    );
    expect(row).toEqual({ changes: { leftOn: { from: '2026-06-09', to: null } } });
  });

  it('is refused once the person has had another job, and when nothing was left', async () => {
    const of = await aCaseInSupport(t);
    const id = await aPlacement(t, of);
    expect((await withdraw(id, 1)).body.error.reasons[0].code).toBe('placement_not_left');
    await aLeaving(t, id);
    const next = await aPlacement(t, { ...of, route: 'self_found', startsOn: '2026-06-10' });
    expect((await withdraw(id)).body.error.reasons[0].code).toBe('later_placement_stands');
    const reversed = { reversedOn: '2026-06-10', reasonCode: 'schedule', version: 1 };
    expect((await (await t.as('caseworker')).post(`/placements/${next}/reversal`, reversed)).status).toBe(204);
    expect((await withdraw(id)).status).toBe(204);
    expect(await statusOf(t, of.caseId)).toBe('placed');
  });

  it('tells who changed the placement to one that comes too late; of eight at once one is taken', async () => {
    const of = await aCaseInSupport(t);
    const id = await aPlacement(t, of);
    await aLeaving(t, id);
    expect((await withdraw(id, 1)).body.error.code).toBe('stale_edit');
    const answers = await Promise.all(Array.from({ length: 8 }, () => withdraw(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409, 409, 409, 409, 409]);
    expect(await statusOf(t, of.caseId)).toBe('placed');
  });

  it('puts the case back to 就職 where the leaving itself had moved nothing', async () => {
    const of = await aCaseInSupport(t);
    const id = await aPlacement(t, of);
    await standsAt(t, of.caseId, 'suspended');
    await aLeaving(t, id);
    expect(await takeStep(t, 'caseworker', of.caseId, 'resume')).toBe('active');
    expect((await withdraw(id)).status).toBe(204);
    expect(await statusOf(t, of.caseId)).toBe('placed');
  });

  it('changes nothing of a case that was closed meanwhile, and lets a suspended one go on in the job', async () => {
    const closed = await aCaseInSupport(t);
    const [first, second] = [await aPlacement(t, closed), await aCaseInSupport(t)];
    await aLeaving(t, first);
    await standsAt(t, closed.caseId, 'closed');
    expect((await withdraw(first)).status).toBe(204);
    expect(await statusOf(t, closed.caseId)).toBe('closed');

    const id = await aPlacement(t, second);
    await aLeaving(t, id);
    await standsAt(t, second.caseId, 'suspended');
    await withdraw(id);
    expect(await statusOf(t, second.caseId)).toBe('suspended');
    expect(await takeStep(t, 'caseworker', second.caseId, 'resume')).toBe('placed');
  });
});
