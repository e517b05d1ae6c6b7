import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aConsentedCase, aRequestedCase } from '../../support/arrangements/cases.js';
import { staffIdOf } from '../../support/arrangements/staff.js';
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

  const statusOf = async (requestId: string): Promise<string> =>
    (await t.owner.query('SELECT status FROM support_request WHERE id = $1', [requestId]))[0].status;

  it("go from the city's form over the inbox to the acceptance", async () => {
    const { caseId } = await aConsentedCase(t);
    const made = await caseworker.submit(`/cases/${caseId}/requests/new`, `/cases/${caseId}/requests`, {
      wanted: '応募書類の指導をお願いします。',
      background: '',
      ...dateBoxes('requestedOn', '2026-06-10'),
    });
    const [, requestId = ''] = /^\/requests\/([^?]+)\?flash=request_made$/.exec(made.location ?? '') ?? [];

    expect((await navigator.get('/requests')).html).toContain(`href="/requests/${requestId}"`);
    expect((await navigator.get(`/requests/${requestId}`)).html).toContain('応募書類の指導をお願いします。');
    const accepted = await navigator.submit(
      `/requests/${requestId}`,
      `/requests/${requestId}/acceptance`,
      dateBoxes('decidedOn', '2026-06-10'),
    );
    expect(accepted.location).toBe(`/requests/${requestId}?flash=request_accepted`);
    expect(await statusOf(requestId)).toBe('accepted');
  });

  describe('ask with the acceptance', () => {
    const teamSupportOf = async (caseId: string): Promise<string | null> =>
      (await t.owner.query('SELECT team_support_since::text AS since FROM support_case WHERE id = $1', [caseId]))[0]
        .since;

    it('who takes the case on: whoever accepts, of the case staff of the Hello Work', async () => {
      const { requestId } = await aRequestedCase(t);
      const { html } = await navigator.get(`/requests/${requestId}`);
      const select = /<select[^>]*name="assigneeStaffId"[\s\S]*?<\/select>/.exec(html)?.[0] ?? '';
      expect(
        [...select.matchAll(/value="([^"]*)"( selected)?/g)].map(([, id, selected]) => [id, selected !== undefined]),
      ).toEqual([
        [await staffIdOf(t, 'navigator'), true],
        [await staffIdOf(t, 'navigator2'), false],
      ]);
    });

    it('a supervisor, who may leave it open; the page then says of which side somebody is missing', async () => {
      const { requestId, caseId } = await aRequestedCase(t);
      const supervisor = await PageUser.signedIn(t, 'hw-supervisor');
      const page = `/requests/${requestId}`;
      expect((await supervisor.get(page)).html).not.toContain('担当が決まっていません');
      await supervisor.submit(page, `${page}/acceptance`, {
        ...dateBoxes('decidedOn', '2026-06-10'),
        assigneeStaffId: '',
      });
      const { html } = await supervisor.get(page);
      expect(html).toContain('国側の担当が決まっていません');
      expect(html).toContain(`href="/cases/${caseId}/team"`);
    });

    it.each([
      ['ticked, as it is at first', { teamSupport: 'true' }, '2026-06-10'],
      ['not ticked', {}, null],
    ])('whether team support begins: %s', async (_, sent, since) => {
      const { requestId, caseId } = await aRequestedCase(t);
      const page = `/requests/${requestId}`;
      expect((await navigator.get(page)).html).toMatch(/<input[^>]*name="teamSupport"[^>]*checked/);
      await navigator.submit(page, `${page}/acceptance`, { ...dateBoxes('decidedOn', '2026-06-10'), ...sent });
      expect(await teamSupportOf(caseId)).toBe(since);
    });

    it('not for team support that has begun', async () => {
      const { requestId } = await aRequestedCase(t, { teamSupport: true });
      const { html } = await navigator.get(`/requests/${requestId}`);
      expect(html).toContain('チーム支援は令和8年6月10日（2026年）から始まっています。');
      expect(html).not.toContain('name="teamSupport"');
    });

    it('and keep the choices of a refused acceptance', async () => {
      const { requestId } = await aRequestedCase(t);
      const page = `/requests/${requestId}`;
      const chosen = {
        assigneeStaffId: await staffIdOf(t, 'navigator2'),
        decisionReason: '個室を用意します。',
        ...dateBoxes('decidedOn', '2026-06-11'),
      };
      const { html } = await navigator.submit(page, `${page}/acceptance`, chosen);
      expect(html).toMatch(new RegExp(`value="${chosen.assigneeStaffId}" selected`));
      expect(html).not.toMatch(/<input[^>]*name="teamSupport"[^>]*checked/);
      expect(html).toContain('個室を用意します。');
    });
  });

  it('keep the typed request when it is refused', async () => {
    const { caseId } = await aConsentedCase(t);
    const { status, html } = await caseworker.submit(`/cases/${caseId}/requests/new`, `/cases/${caseId}/requests`, {
      wanted: '',
      background: '書いた経緯',
      ...dateBoxes('requestedOn', '2026-06-10'),
    });
    expect(status).toBe(200);
    expect(html).toContain('書いた経緯');
  });

  it('say why support cannot be requested, in place of the form', async () => {
    const { caseId, jobseekerId } = await aCase(t, 'caseworker', { programme: 'walk-in' });
    const { html } = await caseworker.get(`/cases/${caseId}/requests/new`);
    expect(html).toContain('情報共有の同意がありません');
    expect(html).toContain(`href="/jobseekers/${jobseekerId}/consents/new"`);
    expect(html).not.toContain('name="wanted"');
  });

  it('return with a reason, which both sides read', async () => {
    const { requestId } = await aRequestedCase(t);
    const page = `/requests/${requestId}`;
    const without = await navigator.submit(page, `${page}/return`, {
      decisionReason: '',
      ...dateBoxes('decidedOn', '2026-06-10'),
    });
    expect(without.status).toBe(200);
    expect(await statusOf(requestId)).toBe('requested');
    await navigator.submit(page, `${page}/return`, {
      decisionReason: '来月改めて要請してください。',
      ...dateBoxes('decidedOn', '2026-06-10'),
    });
    expect((await caseworker.get(page)).html).toContain('来月改めて要請してください。');
    expect((await caseworker.get('/requests?box=answered')).html).toContain(`href="${page}"`);
  });

  it('offer the answer to the national side alone', async () => {
    const { requestId } = await aRequestedCase(t);
    expect((await caseworker.get(`/requests/${requestId}`)).html).not.toContain(`/requests/${requestId}/acceptance`);
  });

  it('print the request without address or telephone', async () => {
    const { requestId, jobseekerId } = await aRequestedCase(t);
    await t.owner.query(
      `INSERT INTO jobseeker_contact (site_id, org_id, jobseeker_id, address, phone, written)
       SELECT site_id, org_id, id, '見本市架空町1-1', '000-0000-0000', jsonb_build_object('address', now(), 'phone', now()) FROM jobseeker WHERE id = $1`,
      [jobseekerId],
    );
    const { html } = await navigator.get(`/requests/${requestId}/print`);
    expect(html).toContain('ハローワーク見本　御中');
    expect(html).not.toContain('架空町');
    expect(html).not.toContain('000-0000-0000');
  });
});
