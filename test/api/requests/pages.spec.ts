import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aConsentedCase, aRequestedCase } from '../../support/arrangements/cases.js';
import { dateBoxes, PageUser } from '../../support/pages.js';

describe('the pages of support requests', () => {
  let t: TestApplication;
  let caseworker: PageUser;
  let navigator: PageUser;
  beforeAll(async () => {
    t = await startApplication();
    caseworker = await PageUser.signedIn(t, 'caseworker');
    navigator = await PageUser.signedIn(t, 'navigator');
  });
  afterAll(() => t.close());

  const statusOf = async (requestId: string): Promise<string> => (await t.owner.query('SELECT status FROM support_request WHERE id = $1', [requestId]))[0].status;

  it('go from the city\'s form over the inbox to the acceptance', async () => {
    const { caseId } = await aConsentedCase(t);
    const form = `/cases/${caseId}/request`;
    const made = await caseworker.submit(form, form, { wanted: '応募書類の指導をお願いします。', background: '', ...dateBoxes('requestedOn', '2026-06-10') });
    const [, requestId = ''] = /^\/requests\/([^?]+)\?flash=request_made$/.exec(made.location ?? '') ?? [];

    expect((await navigator.get('/requests')).html).toContain(`href="/requests/${requestId}"`);
    expect((await navigator.get(`/requests/${requestId}`)).html).toContain('応募書類の指導をお願いします。');
    const accepted = await navigator.submit(`/requests/${requestId}`, `/requests/${requestId}/accept`, dateBoxes('decidedOn', '2026-06-10'));
    expect(accepted.location).toBe(`/requests/${requestId}?flash=request_accepted`);
    expect(await statusOf(requestId)).toBe('accepted');
  });

  it('keep the typed request when it is refused', async () => {
    const { caseId } = await aConsentedCase(t);
    const form = `/cases/${caseId}/request`;
    const { status, html } = await caseworker.submit(form, form, { wanted: '', background: '書いた経緯', ...dateBoxes('requestedOn', '2026-06-10') });
    expect(status).toBe(200);
    expect(html).toContain('書いた経緯');
  });

  it('say why support cannot be requested, in place of the form', async () => {
    const { caseId, jobseekerId } = await aCase(t, 'caseworker', { programme: 'walk-in' });
    const { html } = await caseworker.get(`/cases/${caseId}/request`);
    expect(html).toContain('情報共有の同意がありません');
    expect(html).toContain(`href="/jobseekers/${jobseekerId}/consents/new"`);
    expect(html).not.toContain('name="wanted"');
  });

  it('return with a reason, which both sides read', async () => {
    const { requestId } = await aRequestedCase(t);
    const page = `/requests/${requestId}`;
    const without = await navigator.submit(page, `${page}/return`, { decisionReason: '', ...dateBoxes('decidedOn', '2026-06-10') });
    expect(without.status).toBe(200);
    expect(await statusOf(requestId)).toBe('requested');
    await navigator.submit(page, `${page}/return`, { decisionReason: '来月改めて要請してください。', ...dateBoxes('decidedOn', '2026-06-10') });
    expect((await caseworker.get(page)).html).toContain('来月改めて要請してください。');
    expect((await caseworker.get('/requests?box=answered')).html).toContain(`href="${page}"`);
  });

  it('offer the answer to the national side alone', async () => {
    const { requestId } = await aRequestedCase(t);
    expect((await caseworker.get(`/requests/${requestId}`)).html).not.toContain(`/requests/${requestId}/accept`);
  });

  it('print the request without address or telephone', async () => {
    const { requestId, jobseekerId } = await aRequestedCase(t);
    await t.owner.query(`UPDATE jobseeker SET address = '見本市架空町1-1', phone = '000-0000-0000' WHERE id = $1`, [jobseekerId]);
    const { html } = await navigator.get(`/requests/${requestId}/print`);
    expect(html).toContain('ハローワーク見本　御中');
    expect(html).not.toContain('架空町');
    expect(html).not.toContain('000-0000-0000');
  });
});
