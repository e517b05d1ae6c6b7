import { startApplication, type TestApplication } from '../support/application.js';
import { aSharedCase } from '../support/arrangements/cases.js';
import { aConsultation } from '../support/arrangements/consultations.js';
import { aJobseeker, HANAKO } from '../support/arrangements/jobseekers.js';
import { axe, DESKTOP, openBrowser, PHONE, type TestBrowser } from '../support/browser.js';
import { DeskUser } from '../support/desk-user.js';

const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** What is between the two sides of a room, as those who sit in it meet it. */
describe('between two sides', () => {
  let t: TestApplication;
  let browser: TestBrowser;
  let baseURL: string;
  beforeAll(async () => {
    t = await startApplication();
    baseURL = await t.listen();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await t.close();
  });

  const as = (login: string, width = DESKTOP): Promise<DeskUser> =>
    DeskUser.signedIn(browser, login, { baseURL, width });

  it('a withdrawal says before what disappears for whom, and afterwards nothing of it is in the sight of the other side', async () => {
    const { jobseekerId, caseId } = await aSharedCase(t);
    await aConsultation(t, 'caseworker', { jobseekerId, supportCaseId: caseId, sharedText: '家賃の滞納について。' });
    await aConsultation(t, 'navigator', { jobseekerId, supportCaseId: caseId, sharedText: '求人を三件見た。' });
    const caseworker = await as('caseworker', PHONE);
    const { page } = caseworker;
    const [{ id: consentId }] = await t.owner.query(
      `SELECT id FROM consent WHERE jobseeker_id = $1 AND kind = 'sharing'`,
      [jobseekerId],
    );
    await page.goto(`/consents/${consentId}/withdrawal`);
    await caseworker.reads('撤回すると見られなくなる記録');
    await caseworker.reads('ハローワーク見本は、見本市の記録を見られなくなります');
    await caseworker.reads('ハローワーク見本は、自分が書いた記録');
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(OVERFLOW)).toBe(0);
    await caseworker.typeDay('撤回した日', ['令和', '8', '6', '10']);
    await caseworker.type('理由', '本人の申し出による。');
    await caseworker.press('撤回を記録する');
    await page.waitForURL(/flash=/);

    const open = `SELECT 1 FROM sharing_grant WHERE jobseeker_id = $1 AND giver_org <> receiver_org AND (ends_on IS NULL OR ends_on > '2026-06-10')`;
    expect(await t.owner.query(open, [jobseekerId])).toEqual([]);
    const navigator = await as('navigator');
    await navigator.page.goto(`/cases/${caseId}`);
    expect((await navigator.page.getByRole('main').textContent()) ?? '').not.toContain('家賃の滞納について。');
  });

  it('a record in hiding is opened with a reason, for a while, and the auditor says what they think of it', async () => {
    const { id, number } = await aJobseeker(t, 'caseworker', { ...HANAKO, protectedFrom: t.clock.today() });
    const colleague = await as('caseworker2', PHONE);
    await colleague.page.goto(`/jobseekers/${id}`);
    await colleague.reads('見つかりません');
    await colleague.page.goto('/broken-glass/new');
    expect(await axe(colleague.page)).toEqual([]);
    expect(await colleague.page.evaluate(OVERFLOW)).toBe(0);

    // Without a reason it stays shut, and what was typed stays on the page.
    await colleague.type('整理番号', number);
    await colleague.type('開く理由', '　');
    await colleague.press('記録を開く');
    expect(
      await colleague.page
        .getByRole('main')
        .getByLabel(/^整理番号/)
        .inputValue(),
    ).toBe(number);
    await colleague.type('開く理由', '救急搬送され、家族の連絡先が要る。');
    await colleague.press('記録を開く');
    await colleague.page.waitForURL(new RegExp(`/jobseekers/${id}`));
    expect(await colleague.page.locator('h1').textContent()).toBe('見本 花子');

    const auditor = await as('auditor');
    await auditor.page.goto('/broken-glass');
    await auditor.reads('救急搬送され、家族の連絡先が要る。');
    expect(await auditor.page.getByRole('main').textContent()).not.toContain('花子');
    await auditor.pick('確認の結果', '問題なし');
    await auditor.type('確認した内容', '救急の記録と照らし合わせた。');
    await auditor.press('確認を記録');
    await auditor.page.waitForURL(/flash=saved/);
    expect(await axe(auditor.page)).toEqual([]);

    // A while later it is shut again by itself.
    t.clock.set('2026-06-10T20:00:00+09:00');
    const later = await as('caseworker2');
    await later.page.goto(`/jobseekers/${id}`);
    await later.reads('見つかりません');
    t.clock.set('2026-06-10');
  });
});
