import { startApplication, type TestApplication } from '../../support/application.js';
import { aRequestedCase, aSharedCase, takeStep } from '../../support/arrangements/cases.js';

describe('GET /api/v1/requests', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const linesFor = async (login: string, box = 'waiting') =>
    (await (await t.as(login)).get(`/requests?box=${box}`)).body.items;

  it('answers 401 to nobody and 403 to the auditor', async () => {
    expect((await t.anonymous.get('/requests')).status).toBe(401);
    expect((await (await t.as('auditor')).get('/requests')).status).toBe(403);
  });

  it('shows both sides the same request with how long it waits, the longest first, and strangers nothing', async () => {
    const first = await aRequestedCase(t);
    t.clock.set('2026-06-15');
    const second = await aRequestedCase(t);
    const expected = [
      expect.objectContaining({
        id: first.requestId,
        waitingDays: 5,
        jobseekerName: '見本 花子',
        from: { id: 1, name: '見本市' },
      }),
      expect.objectContaining({ id: second.requestId, waitingDays: 0 }),
    ];
    expect(await linesFor('navigator')).toEqual(expected);
    expect(await linesFor('caseworker')).toEqual(expected);
    expect(await linesFor('stranger-navigator')).toEqual([]);
    expect((await (await t.as('stranger-navigator')).get(`/requests/${first.requestId}`)).status).toBe(404);
  });

  it('moves an answered request to the other box', async () => {
    const { requestId } = await aSharedCase(t);
    expect(await linesFor('caseworker', 'answered')).toEqual([
      expect.objectContaining({ id: requestId, status: 'accepted', waitingDays: null, decidedBy: '例示 進' }),
    ]);
    expect((await linesFor('navigator')).map(({ id }: { id: string }) => id)).not.toContain(requestId);
  });

  it('asks nobody for an answer about a closed case', async () => {
    const { caseId, requestId } = await aRequestedCase(t);
    await takeStep(t, 'caseworker', caseId, 'close', { closeReason: 'moved' });
    expect((await linesFor('navigator')).map(({ id }: { id: string }) => id)).not.toContain(requestId);
  });

  it('hides the request from the national side once the consent is withdrawn', async () => {
    const { requestId, jobseekerId } = await aRequestedCase(t);
    const consents = (await (await t.as('caseworker')).get(`/jobseekers/${jobseekerId}/consents`)).body.items;
    const sharing = consents.find(({ kind }: { kind: string }) => kind === 'sharing');
    await (
      await t.as('caseworker')
    ).post(`/consents/${sharing.id}/withdrawal`, {
      withdrawnOn: t.clock.today(),
      reason: '本人の申出',
      version: sharing.version,
    });
    expect((await (await t.as('navigator')).get(`/requests/${requestId}`)).status).toBe(404);
    expect((await (await t.as('caseworker')).get(`/requests/${requestId}`)).status).toBe(200);
  });
});
