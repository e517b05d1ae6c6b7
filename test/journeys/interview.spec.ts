import { startApplication, type TestApplication } from '../support/application.js';
import { type CaseInSupport, aCaseInSupport, aReferral, statusOf } from '../support/arrangements/placements.js';
import { axe, DESKTOP, openBrowser, type Page, type PageOptions, PHONE, type TestBrowser } from '../support/browser.js';
import { PASSWORD } from '../support/sites.js';

/** An interview of next week: asked for, moved, and told about the day after it was. */
describe('an interview of next week', () => {
  let t: TestApplication;
  let browser: TestBrowser;
  let baseURL: string;
  let of: CaseInSupport;
  let referral: string;
  beforeAll(async () => {
    t = await startApplication();
    baseURL = await t.listen();
    browser = await openBrowser();
    of = await aCaseInSupport(t);
    referral = (await aReferral(t, { ...of, letter: true })).id;
  });
  afterAll(async () => {
    await browser.close();
    await t.close();
  });

  async function signedIn(login: string, options: PageOptions = { script: false }): Promise<Page> {
    const page = await browser.newPage({ baseURL, ...options });
    await page.goto('/sign-in?next=/employers');
    await page.fill('[name=login]', login);
    await page.fill('[name=password]', PASSWORD);
    await page.click('main button[type=submit]');
    await page.waitForURL('**/employers');
    return page;
  }
  async function typeDay(page: Page, form: string, [year, month, day]: readonly string[]): Promise<void> {
    await page.fill(`${form} [name=interviewOn_year]`, year ?? '');
    await page.fill(`${form} [name=interviewOn_month]`, month ?? '');
    await page.fill(`${form} [name=interviewOn_day]`, day ?? '');
  }
  const INTERVIEW = 'form[action$="/interview"]:not(:has([name=further]))';

  it('is arranged with hour, place and the caseworker who goes along, and is ahead', async () => {
    const page = await signedIn('navigator');
    await page.goto(`/referrals/${referral}`);
    await typeDay(page, INTERVIEW, ['2026', '6', '16']);
    await page.fill(`${INTERVIEW} [name=startsAt]`, '1030');
    await page.fill(`${INTERVIEW} [name=place]`, '本社 3階');
    await page.selectOption(`${INTERVIEW} [name=accompaniedBy]`, { label: '架空 市子（自治体側）' });
    await page.click('text=面接の予定を記録');
    await page.waitForURL('**flash=saved');
    expect(await page.locator('.rung-current .rung-label').textContent()).toBe('面接');
    expect(await page.textContent('.attempt .outcome')).toBe('面接予定');
    expect(await page.textContent('#interview')).toMatch(/10:30[\s\S]*本社 3階[\s\S]*架空 市子/);
    expect(await page.locator('[name=outcome][value=offered]').count()).toBe(0);
  });

  it('moves, the day given up stays; a slip names its field and loses nothing', async () => {
    const page = await signedIn('navigator');
    await page.goto(`/referrals/${referral}`);
    await page.click('summary:has-text("日時・場所を変更する")');
    await typeDay(page, INTERVIEW, ['2026', '6', '17']);
    await page.fill(`${INTERVIEW} [name=startsAt]`, '25:00');
    await page.fill(`${INTERVIEW} [name=reasonNote]`, '先方の都合');
    await page.click('text=変更を記録');
    expect(await page.textContent('[data-error-summary]')).toContain('時刻は');
    expect(await page.inputValue(`${INTERVIEW} [name=reasonNote]`)).toBe('先方の都合');
    await page.fill(`${INTERVIEW} [name=startsAt]`, '13:00');
    await page.click('text=変更を記録');
    await page.waitForURL('**flash=saved');
    expect(await page.locator('#interview table').textContent()).toMatch(/10:30[\s\S]*日時変更[\s\S]*先方の都合/);
  });

  it('stands on the home of whoever goes along, and at the head of the case', async () => {
    const page = await signedIn('caseworker');
    await page.goto('/');
    expect(await page.locator('#soon').textContent()).toMatch(/13:00[\s\S]*面接/);
    await page.goto(`/cases/${of.caseId}`);
    expect(await page.textContent('main')).toContain('13:00　面接（');
  });

  it('asks for its outcome the day after, and the outcome opens the offer', async () => {
    t.clock.set('2026-06-18');
    const city = await signedIn('caseworker');
    await city.goto('/');
    expect(await city.locator('#today').textContent()).toContain('面接の結果の確認');
    const page = await signedIn('navigator');
    await page.goto(`/referrals/${referral}`);
    expect(await page.textContent('main')).toContain('面接が終わりました');
    await page.check('[name=outcome][value=offered]', { force: true });
    await page.click('button:has-text("結果を記録")');
    await page.waitForURL('**flash=saved');
    expect(await statusOf(t, of.caseId)).toBe('offered');
    expect(await page.locator('.rung-reached .rung-label').allTextContents()).toEqual([
      '打診',
      '紹介状',
      '面接',
      '採用',
    ]);
    await city.goto('/');
    expect(await city.textContent('main')).not.toContain('面接の結果の確認');
  });

  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ])('breaks no rule of WCAG at the width of a %s', async (_, width) => {
    const page = await signedIn('navigator', { width });
    const other = await aReferral(t, { ...(await aCaseInSupport(t)), letter: true, interview: true });
    for (const path of [`/referrals/${referral}`, `/referrals/${other.id}`]) {
      await page.goto(path);
      expect({ path, violations: await axe(page) }).toEqual({ path, violations: [] });
    }
  });
});
