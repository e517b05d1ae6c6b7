import { startApplication, type TestApplication } from '../support/application.js';
import {
  type CaseInSupport,
  aCaseInSupport,
  aJobOrder,
  anEmployer,
  aReferral,
  statusOf,
} from '../support/arrangements/placements.js';
import { axe, DESKTOP, openBrowser, type Page, type PageOptions, PHONE, type TestBrowser } from '../support/browser.js';
import { PASSWORD } from '../support/sites.js';

describe('from the first call at an employer to the first weeks at work', () => {
  let t: TestApplication;
  let browser: TestBrowser;
  let baseURL: string;
  let of: CaseInSupport;
  let employerId: string;
  beforeAll(async () => {
    t = await startApplication();
    baseURL = await t.listen();
    browser = await openBrowser();
    of = await aCaseInSupport(t);
    employerId = await anEmployer(t, { name: '株式会社見本製作所', nameKana: 'カブシキガイシャ ミホンセイサクショ' });
    await aJobOrder(t, employerId, { title: '組立工', orderNumber: '13010-00000001' });
  });
  afterAll(async () => {
    await browser.close();
    await t.close();
  });

  async function signedIn(login: string, options: PageOptions = {}): Promise<Page> {
    const page = await browser.newPage({ baseURL, ...options });
    await page.goto('/sign-in?next=/employers');
    await page.fill('[name=login]', login);
    await page.fill('[name=password]', PASSWORD);
    await page.click('main button[type=submit]');
    await page.waitForURL('**/employers');
    return page;
  }
  async function typeDay(
    page: Page,
    name: string,
    [year, month, day]: readonly [string, string, string],
    within = 'main',
  ): Promise<void> {
    for (const [part, text] of [
      ['year', year],
      ['month', month],
      ['day', day],
    ] as const)
      await page.fill(`${within} [name=${name}_${part}]`, text);
  }

  it('is walked by the navigator without any script', async () => {
    const page = await signedIn('navigator', { script: false });
    await page.goto(`/cases/${of.caseId}/referrals`);
    await page.click('text=紹介する');
    await page.fill('main [name=q]', 'みほん');
    await page.click('text=この条件で表示');
    await page.click('main >> text=株式会社見本製作所');
    await page.selectOption('[name=jobOrderId]', { label: '組立工　13010-00000001　1人' });
    await typeDay(page, 'askedOn', ['2026', '6', '2']);
    await page.click('text=保存する');
    await page.waitForURL('**/referrals/*flash=saved');

    await typeDay(page, 'letterIssuedOn', ['2026', '6', '3']);
    await page.click('text=紹介状の交付日を記録');
    await typeDay(page, 'interviewOn', ['2026', '6', '4']);
    await page.click('text=面接の予定を記録');
    await page.check('[name=outcome][value=offered]', { force: true });
    await typeDay(page, 'outcomeOn', ['2026', '6', '5']);
    await page.click('button:has-text("結果を記録")');
    expect(await statusOf(t, of.caseId)).toBe('offered');

    await page.click('text=採用と回答');
    const accept = 'form:has([name=answer][value=accepted])';
    await typeDay(page, 'decidedOn', ['2026', '6', '6'], accept);
    await page.click('text=承諾を記録');
    await page.click('text=就職を記録する');
    expect(await page.inputValue('[name=workplaceName]')).toBe('株式会社見本製作所');
    expect(await page.inputValue('[name=occupation]')).toBe('組立工');
    await page.check('[name=employmentType][value=regular]', { force: true });
    await typeDay(page, 'decidedOn', ['2026', '6', '6']);
    await typeDay(page, 'startsOn', ['2026', '6', '8']);
    await page.click('text=保存する');
    await page.waitForURL('**/placements/*flash=saved');
    expect(await statusOf(t, of.caseId)).toBe('placed');

    await page.check('[name=withWhom][value=jobseeker]', { force: true });
    await page.check('[name=channel][value=phone]', { force: true });
    await page.check('[name=stillWorking][value=true]', { force: true });
    await page.fill('[name=text]', '早番にも慣れた。');
    await page.click('text=保存する');
    expect(await page.textContent('.timeline')).toContain('早番にも慣れた。');
    await page.goto(`/cases/${of.caseId}/referrals`);
    expect(await page.locator('.attempt .rung-reached').count()).toBe(6);
  });

  it('loses nothing typed when the rules refuse it, and says why', async () => {
    const one = await aCaseInSupport(t);
    const { id } = await aReferral(t, { ...one, letter: true });
    const page = await signedIn('navigator', { script: false });
    await page.goto(`/referrals/${id}`);
    await page.check('[name=outcome][value=document_failed]', { force: true });
    await typeDay(page, 'outcomeOn', ['2026', '5', '1']);
    await page.selectOption('[name=reasonCode]', 'position_filled');
    await page.fill('[name=reasonNote]', '応募多数のため');
    await page.click('button:has-text("結果を記録")');
    expect(await page.textContent('[data-error-summary]')).toContain('結果の日付が早すぎます');
    expect([await page.inputValue('[name=reasonCode]'), await page.inputValue('[name=reasonNote]')]).toEqual([
      'position_filled',
      '応募多数のため',
    ]);
    expect([await page.isChecked('[value=document_failed]'), await page.inputValue('[name=outcomeOn_month]')]).toEqual([
      true,
      '5',
    ]);
  });

  it('shows who was faster, and lets the words be saved after all', async () => {
    const one = await aCaseInSupport(t);
    const { id, version } = await aReferral(t, { ...one, letter: true });
    const page = await signedIn('navigator', { script: false });
    await page.goto(`/referrals/${id}`);
    await (await t.as('navigator2')).post(`/referrals/${id}/interview`, { interviewOn: '2026-06-04', version });
    await page.check('[name=outcome][value=declined]', { force: true });
    await page.selectOption('[name=reasonCode]', 'commute');
    await page.click('button:has-text("結果を記録")');
    expect(await page.textContent('main')).toContain('例示 道子');
    await page.click('button:has-text("結果を記録")');
    expect(
      await t.owner.query(
        'SELECT outcome, y.name AS reason FROM referral r JOIN reason y ON y.id = r.reason_id WHERE r.id = $1',
        [id],
      ),
    ).toEqual([{ outcome: 'declined', reason: '通勤が難しい' }]);
  });

  it('offers the city what is the city’s: no referral, no offer, no 紹介就職', async () => {
    const one = await aCaseInSupport(t);
    const page = await signedIn('caseworker', { script: false });
    await page.goto(`/cases/${one.caseId}/referrals`);
    expect(await page.locator('main .button').allTextContents()).toEqual([
      '就職を記録する',
      '条件緩和の交渉',
      'この人のための求人',
    ]);
    await page.goto(`/cases/${one.caseId}/placements/new`);
    expect(await page.locator('[name=route][value=self_found]').count()).toBe(1);
    expect(await page.locator('[name=route][value=hello_work_referral]').count()).toBe(0);
  });

  it('prints a letter with the address of the person, but never that of a protected one', async () => {
    const one = await aCaseInSupport(t, { address: '見本市見本町9-9-9' });
    const { id } = await aReferral(t, { ...one, letter: true });
    const page = await signedIn('navigator');
    await page.goto(`/referrals/${id}/letter`);
    expect(await page.textContent('main')).toContain('見本市見本町9-9-9');

    await t.owner.query(`UPDATE jobseeker SET protected_until = '2027-03-31' WHERE id = $1`, [one.jobseekerId]);
    await t.owner.query(
      `INSERT INTO case_assignment (id, site_id, org_id, jobseeker_id, support_case_id, staff_id, staff_org_id, role, starts_on)
       SELECT gen_random_uuid(), c.site_id, c.org_id, c.jobseeker_id, c.id, s.id, s.organisation_id, '担当', '2026-06-01'
         FROM support_case c, staff s WHERE c.id = $1 AND s.login = 'navigator'`,
      [one.caseId],
    );
    await page.goto(`/referrals/${id}/letter`);
    expect(await page.textContent('main')).toContain('見本 花子');
    expect(await page.content()).not.toContain('見本市見本町9-9-9');
  });

  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ])('breaks no rule of WCAG at the width of a %s', async (_, width) => {
    const page = await signedIn('navigator', { width });
    const { id } = await aReferral(t, { ...(await aCaseInSupport(t)), employerId, letter: true });
    for (const path of [
      '/employers',
      `/employers/${employerId}`,
      '/employers/new',
      `/referrals/${id}`,
      `/referrals/${id}/letter`,
      `/cases/${of.caseId}/referrals`,
      `/cases/${of.caseId}/placements/new`,
    ]) {
      await page.goto(path);
      expect({ path, violations: await axe(page) }).toEqual({ path, violations: [] });
    }
  });
});
