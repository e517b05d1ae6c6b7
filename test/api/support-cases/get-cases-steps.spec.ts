import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aRequestedCase } from '../../support/arrangements/cases.js';
import { CaseEvidence } from '../../../src/support-cases/index.js';

describe('GET /api/v1/cases/:id/steps', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const stepsFor = async (login: string, caseId: string) => (await (await t.as(login)).get(`/cases/${caseId}/steps`)).body;

  it('answers 401 to nobody, 403 to the auditor, 404 to a stranger', async () => {
    const { caseId } = await aCase(t, 'caseworker');
    expect((await t.anonymous.get(`/cases/${caseId}/steps`)).status).toBe(401);
    expect((await (await t.as('auditor')).get(`/cases/${caseId}/steps`)).status).toBe(403);
    expect((await (await t.as('stranger')).get(`/cases/${caseId}/steps`)).status).toBe(404);
  });

  it('tells each side what it may do and what the other has to', async () => {
    const { caseId, requestId } = await aRequestedCase(t);
    const city = await stepsFor('caseworker', caseId);
    expect(city).toMatchObject({ status: 'requested', request: { id: requestId, status: 'requested' } });
    expect(city.actions).toContainEqual(expect.objectContaining({ action: 'return_request', side: 'national', allowed: false, reasons: [{ code: 'only_national_side' }] }));
    expect((await stepsFor('navigator', caseId)).actions).toContainEqual(expect.objectContaining({ action: 'return_request', allowed: true, asks: ['return_reason'] }));
  });

  it('tells the history from the opening on', async () => {
    const { caseId } = await aRequestedCase(t);
    const { transitions } = await stepsFor('navigator', caseId);
    expect(transitions.map(({ toStatus }: { toStatus: string }) => toStatus)).toEqual(['intake', 'candidate', 'consented', 'requested']);
    expect(transitions[0].by).toEqual({ name: '架空 市子', side: 'municipal' });
  });

  it('decides by what the rooms above it have on record', async () => {
    const { caseId } = await aCase(t, 'caseworker');
    const evidence = t.app.get(CaseEvidence, { strict: false });
    evidence.register({ select: 'c.id', tell: (id: string) => (id === caseId ? { openReferrals: 2 } : {}) });
    const { actions } = await stepsFor('caseworker', caseId);
    expect(actions).toContainEqual(expect.objectContaining({ action: 'close', allowed: false, reasons: [{ code: 'referrals_still_open', params: { count: 2 } }] }));
  });
});
