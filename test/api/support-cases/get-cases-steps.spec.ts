import { SPEC_DAY, startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aRequestedCase } from '../../support/arrangements/cases.js';
import { A_JOB, aCaseInSupport, aReferral } from '../../support/arrangements/placements.js';
import { CaseEvidence } from '../../../src/support-cases/index.js';

describe('GET /api/v1/cases/:id/steps', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication(SPEC_DAY, { own: true });
  });
  afterAll(() => t.close());

  const stepsFor = async (login: string, caseId: string) =>
    (await (await t.as(login)).get(`/cases/${caseId}/steps`)).body;

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
    expect(city.actions).toContainEqual(
      expect.objectContaining({
        action: 'return_request',
        side: 'national',
        allowed: false,
        reasons: [{ code: 'only_national_side' }],
      }),
    );
    expect((await stepsFor('navigator', caseId)).actions).toContainEqual(
      expect.objectContaining({ action: 'return_request', allowed: true, asks: ['return_reason'] }),
    );
  });

  it('tells the history from the opening on', async () => {
    const { caseId } = await aRequestedCase(t);
    const { transitions } = await stepsFor('navigator', caseId);
    expect(transitions.map(({ toStatus }: { toStatus: string }) => toStatus)).toEqual([
      'intake',
      'candidate',
      'consented',
      'requested',
    ]);
    expect(transitions[0].by).toEqual({ name: '架空 市子', side: 'municipal' });
  });

  it('asks nothing more of an offer that a placement came of, were it reversed', async () => {
    const supported = await aCaseInSupport(t);
    const navigator = await t.as('navigator');
    const referral = await aReferral(t, { ...supported, letter: true, interview: true });
    await navigator.post(`/referrals/${referral.id}/offer`, { receivedOn: '2026-06-05', version: referral.version });
    const confirmation = async (): Promise<object> =>
      (await stepsFor('navigator', supported.caseId)).actions.find(
        ({ action }: { action: string }) => action === 'confirm_offer',
      );
    const [offer] = await t.owner.query('SELECT id FROM offer WHERE referral_id = $1', [referral.id]);
    await navigator.post(`/offers/${offer.id}/answer`, { answer: 'accepted', decidedOn: '2026-06-06', version: 1 });
    const placed = await navigator.post(`/cases/${supported.caseId}/placements`, {
      ...A_JOB,
      route: 'hello_work_referral',
      referralId: referral.id,
    });
    await navigator.post(`/placements/${placed.body.id}/reversal`, {
      reversedOn: '2026-06-07',
      reasonCode: 'schedule',
      version: 1,
    });
    expect(await confirmation()).toMatchObject({ allowed: false, reasons: [{ code: 'offer_missing' }] });
  });

  it('decides by what the rooms above it have on record', async () => {
    const { caseId } = await aCase(t, 'caseworker');
    const evidence = t.app.get(CaseEvidence, { strict: false });
    evidence.register({ select: 'c.id', tell: (id: string) => (id === caseId ? { openReferrals: 2 } : {}) });
    const { actions } = await stepsFor('caseworker', caseId);
    expect(actions).toContainEqual(
      expect.objectContaining({
        action: 'close',
        allowed: false,
        reasons: [{ code: 'referrals_still_open', params: { count: 2 } }],
      }),
    );
  });
});
