import { startApplication, type TestApplication } from '../../support/application.js';
import { aConsentedCase, aRequestedCase, caseVersion, takeStep } from '../../support/arrangements/cases.js';

const TODAY = { decidedOn: '2026-06-10', version: 1 };
const RETURN = { ...TODAY, decisionReason: '受入れの枠がないため、来月改めて要請してください。' };

describe.each([
  ['acceptance', TODAY],
  ['return', RETURN],
])('POST /api/v1/requests/:id/%s', (answer, body) => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const send = async (login: string, requestId: string, sent: object = body) =>
    (await t.as(login)).post(`/requests/${requestId}/${answer}`, sent);

  it('answers 401 to nobody, 403 to the side that asked, 404 to a stranger', async () => {
    const { requestId } = await aRequestedCase(t);
    expect((await t.anonymous.post(`/requests/${requestId}/${answer}`, body)).status).toBe(401);
    expect((await send('caseworker', requestId)).status).toBe(403);
    expect((await send('stranger-navigator', requestId)).status).toBe(404);
  });

  it('stores the answer, who gave it and when', async () => {
    const { requestId, caseId } = await aRequestedCase(t);
    expect((await send('navigator', requestId)).status).toBe(answer === 'acceptance' ? 200 : 204);
    const [row] = await t.owner.query(
      'SELECT r.status, r.decided_on::text, s.login FROM support_request r JOIN staff s ON s.id = r.decided_by WHERE r.id = $1',
      [requestId],
    );
    expect(row).toEqual({
      status: answer === 'acceptance' ? 'accepted' : 'returned',
      decided_on: '2026-06-10',
      login: 'navigator',
    });
    const kinds = await t.owner.query(
      `SELECT kind FROM timeline_entry WHERE subject_id = $1 AND support_case_id = $2 ORDER BY id`,
      [requestId, caseId],
    );
    expect(kinds).toEqual([
      { kind: 'request.made' },
      { kind: answer === 'acceptance' ? 'request.accepted' : 'request.returned' },
    ]);
  });

  it('is given once', async () => {
    const { requestId } = await aRequestedCase(t);
    await send('navigator', requestId);
    const again = await send('navigator2', requestId, { ...body, version: 2 });
    expect(again.body.error.reasons).toEqual([expect.objectContaining({ code: 'request_already_answered' })]);
  });

  it('is refused once the case was closed', async () => {
    const { requestId, caseId } = await aRequestedCase(t);
    await takeStep(t, 'caseworker', caseId, 'close', { closeReason: 'moved' });
    expect((await send('navigator', requestId)).body.error.reasons).toEqual([
      expect.objectContaining({ code: 'case_is_closed' }),
    ]);
  });

  it('refuses a stale version', async () => {
    const { requestId } = await aRequestedCase(t);
    expect((await send('navigator', requestId, { ...body, version: 7 })).body.error.code).toBe('stale_edit');
  });

  it.each([
    ['a day to come', { decidedOn: '2026-06-11' }, 'date_in_future'],
    ['a day before the request', { decidedOn: '2026-06-09' }, 'before_request'],
  ])('answers 422 to %s', async (_, wrong, code) => {
    const { requestId } = await aRequestedCase(t);
    expect((await send('navigator', requestId, { ...body, ...wrong })).body.error.fields).toEqual([
      expect.objectContaining({ field: 'decidedOn', code }),
    ]);
  });
});

describe('a returned request', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  it('needs its reason', async () => {
    const { requestId } = await aRequestedCase(t);
    const { body } = await (await t.as('navigator')).post(`/requests/${requestId}/return`, TODAY);
    expect(body.error.fields).toEqual([expect.objectContaining({ field: 'decisionReason', code: 'required' })]);
  });

  it('takes the case back to where it was consented, from where support is requested anew', async () => {
    const { requestId, caseId } = await aRequestedCase(t);
    await (await t.as('navigator')).post(`/requests/${requestId}/return`, RETURN);
    const city = await t.as('caseworker');
    expect((await city.get(`/cases/${caseId}`)).body.status).toBe('consented');
    const again = await city.post(`/cases/${caseId}/requests`, {
      requestedOn: '2026-06-10',
      wanted: '来月からの支援をお願いします。',
      version: await caseVersion(t, caseId),
    });
    expect(again.status).toBe(201);
    expect((await (await t.as('navigator')).post(`/requests/${again.body.id}/acceptance`, TODAY)).status).toBe(200);
  });

  it('cannot be returned while the case is suspended, and can after it goes on', async () => {
    const { requestId, caseId } = await aRequestedCase(t);
    await takeStep(t, 'caseworker', caseId, 'suspend', { reviewOn: '2026-07-01' });
    const navigator = await t.as('navigator');
    expect((await navigator.post(`/requests/${requestId}/return`, RETURN)).body.error.reasons).toEqual([
      expect.objectContaining({ code: 'case_is_suspended' }),
    ]);
    await takeStep(t, 'caseworker', caseId, 'resume');
    expect((await navigator.post(`/requests/${requestId}/return`, RETURN)).status).toBe(204);
  });

  it('leaves a case that was never requested alone', async () => {
    const { caseId } = await aConsentedCase(t);
    expect((await (await t.as('navigator')).get(`/cases/${caseId}/steps`)).body.request).toBeNull();
  });
});
