import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aMeeting, aRequestedCase, aSharedCase, caseVersion } from '../../support/arrangements/cases.js';
import { statusOf, timelineOf } from '../../support/arrangements/placements.js';

describe('POST /api/v1/cases/:id/meetings', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const TODAY = { kind: 'interview', heldOn: '2026-06-10', version: 1 };

  it('answers 401 to nobody, 403 to the auditor, 404 to a stranger', async () => {
    const { caseId } = await aCase(t, 'caseworker');
    expect((await t.anonymous.post(`/cases/${caseId}/meetings`, TODAY)).status).toBe(401);
    expect((await (await t.as('auditor')).post(`/cases/${caseId}/meetings`, TODAY)).status).toBe(403);
    expect((await (await t.as('stranger')).post(`/cases/${caseId}/meetings`, TODAY)).status).toBe(404);
  });

  it('leads from the accepted request over the interview to the conference', async () => {
    const { caseId } = await aSharedCase(t);
    expect(await aMeeting(t, 'navigator', caseId, 'interview')).toBe('interviewed');
    expect(await aMeeting(t, 'caseworker', caseId, 'conference')).toBe('conference');
    const [row] = await t.owner.query(
      'SELECT interview_held_on::text, conference_held_on::text FROM support_case WHERE id = $1',
      [caseId],
    );
    expect(row).toEqual({ interview_held_on: '2026-06-10', conference_held_on: '2026-06-10' });
  });

  it('keeps the day where the state cannot follow yet; the case goes on with the answer', async () => {
    const { caseId, requestId } = await aRequestedCase(t);
    expect(await aMeeting(t, 'navigator', caseId, 'interview')).toBe('requested');
    const [row] = await t.owner.query('SELECT status, interview_held_on::text FROM support_case WHERE id = $1', [
      caseId,
    ]);
    expect(row).toEqual({ status: 'requested', interview_held_on: '2026-06-10' });
    const accepted = { decidedOn: '2026-06-10', version: 1, teamSupport: true };
    expect((await (await t.as('navigator')).post(`/requests/${requestId}/acceptance`, accepted)).status).toBe(200);
    expect(await statusOf(t, caseId)).toBe('interviewed');
  });

  it('follows in the order of the road, whichever meeting was recorded first', async () => {
    const { caseId } = await aSharedCase(t);
    expect(await aMeeting(t, 'caseworker', caseId, 'conference')).toBe('requested');
    expect(await aMeeting(t, 'navigator', caseId, 'interview')).toBe('conference');
    expect((await timelineOf(t, caseId)).slice(-3)).toEqual([
      'case.interview_held',
      'case.transitioned',
      'case.transitioned',
    ]);
  });

  it('refuses a stale record', async () => {
    const { caseId } = await aCase(t, 'caseworker');
    await aMeeting(t, 'caseworker', caseId, 'interview');
    expect((await (await t.as('caseworker2')).post(`/cases/${caseId}/meetings`, TODAY)).body.error.code).toBe(
      'stale_edit',
    );
    expect(await caseVersion(t, caseId)).toBe(2);
  });

  it.each([
    ['a day to come', { heldOn: '2026-06-11' }, 'heldOn', 'date_in_future'],
    ['a day before the case', { heldOn: '2026-06-09' }, 'heldOn', 'before_case_opened'],
    ['a meeting nobody knows', { kind: 'party' }, 'kind', 'not_one_of'],
  ])('answers 422 with the field to %s', async (_, wrong, field, code) => {
    const { caseId } = await aCase(t, 'caseworker');
    const { status, body } = await (await t.as('caseworker')).post(`/cases/${caseId}/meetings`, { ...TODAY, ...wrong });
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field, code })]);
  });
});
