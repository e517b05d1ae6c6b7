import { startApplication, type TestApplication } from '../../support/application.js';
import { type CaseInSupport, aCaseInSupport, aPlacement, aReferral } from '../../support/arrangements/placements.js';

describe('GET /api/v1/cases/:id/referrals and /cases/:id/placements', () => {
  let t: TestApplication;
  let of: CaseInSupport;
  beforeAll(async () => {
    t = await startApplication();
    of = await aCaseInSupport(t);
    await aReferral(t, {
      ...of,
      letter: true,
      outcome: 'document_failed',
      reasonCode: 'experience',
      reasonNote: '実務3年以上',
    });
    await aPlacement(t, of);
  });
  afterAll(() => t.close());

  it.each(['referrals', 'placements'])(
    'answers 401 to nobody, 403 to the auditor, 404 to the stranger who asks for %s',
    async (what) => {
      const url = `/cases/${of.caseId}/${what}`;
      expect((await t.anonymous.get(url)).status).toBe(401);
      expect((await (await t.as('auditor')).get(url)).status).toBe(403);
      expect((await (await t.as('stranger')).get(url)).status).toBe(404);
    },
  );

  it('reads the ladder in the order of the attempts, with who referred', async () => {
    const { body } = await (await t.as('caseworker')).get(`/cases/${of.caseId}/referrals`);
    expect(body.referrals).toEqual([
      expect.objectContaining({
        attemptNo: 1,
        outcome: 'document_failed',
        reason: { code: 'experience', name: '経験・実務の不足', note: '実務3年以上' },
        by: { name: '例示 進', side: 'national' },
      }),
      expect.objectContaining({ attemptNo: 2, outcome: 'hired', reason: null }),
    ]);
  });

  it('reads the placement with the attempt it came of', async () => {
    const { body } = await (await t.as('caseworker')).get(`/cases/${of.caseId}/placements`);
    expect(body.items).toEqual([
      expect.objectContaining({
        route: 'hello_work_referral',
        attemptNo: 2,
        weeklyHours: 30,
        weeklyDays: 5,
        reversedOn: null,
      }),
    ]);
  });

  it('closes with the sharing: what the other side recorded is out of sight again', async () => {
    await t.owner.query(`UPDATE sharing_grant SET ends_on = '2026-06-10' WHERE jobseeker_id = $1`, [of.jobseekerId]);
    expect((await (await t.as('navigator')).get(`/cases/${of.caseId}/referrals`)).status).toBe(404);
    expect((await (await t.as('caseworker')).get(`/cases/${of.caseId}/referrals`)).body.referrals).toEqual([]);
  });
});
