import { startApplication, type TestApplication } from '../support/application.js';
import { aCase, aCaseWithConsents } from '../support/arrangements/cases.js';
import { aConsultation } from '../support/arrangements/consultations.js';
import { aJobseeker } from '../support/arrangements/jobseekers.js';
import { staffIdOf } from '../support/arrangements/staff.js';
import { axe, DESKTOP, openBrowser, type Page, PHONE, type TestBrowser } from '../support/browser.js';
import { DeskUser } from '../support/desk-user.js';

describe('a list of cases', () => {
  let t: TestApplication;
  let browser: TestBrowser;
  let baseURL: string;
  let caseId: string;
  beforeAll(async () => {
    t = await startApplication();
    baseURL = await t.listen();
    browser = await openBrowser();
    const arranged = await aCaseWithConsents(t);
    caseId = arranged.caseId;
    await aCase(t, 'caseworker', {
      jobseekerId: (await aJobseeker(t, 'caseworker', { familyName: '架空', familyKana: 'カクウ' })).id,
    });
    const owner = await staffIdOf(t, 'caseworker');
    await aConsultation(t, 'caseworker', {
      jobseekerId: arranged.jobseekerId,
      supportCaseId: caseId,
      nextActions: [{ title: '電話をする', dueOn: '2026-06-10', ownerSide: 'municipal', ownerStaffId: owner }],
    });
  });
  afterAll(async () => {
    await browser.close();
    await t.close();
  });

  const signedIn = async (options: { width?: number; script?: boolean } = {}): Promise<Page> =>
    (await DeskUser.signedIn(browser, 'caseworker', { baseURL, ...options })).page;
  const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.textContent');

  it('is walked through by keys, the summary of a row beside it', async () => {
    const page = await signedIn();
    await page.goto('/cases');
    for (const key of ['j', 'j']) await page.keyboard.press(key);
    expect(await focused(page)).toBe('見本 花子');
    await page.keyboard.press('p');
    await page.locator('#peek').getByText('電話をする').waitFor();
    // The place in the list is kept, so that the next key shows the next person.
    await page.keyboard.press('k');
    expect(await focused(page)).toBe('架空 花子');
    await page.keyboard.press('p');
    await page.locator('#peek').getByRole('heading', { name: '架空 花子' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('#peek').textContent()).toBe('');
    expect(page.url()).toBe(`${baseURL}/cases`);
  });

  it('leads to the case itself where no script runs', async () => {
    const page = await signedIn({ script: false });
    await page.goto('/cases');
    await page.getByRole('link', { name: /^概要.*見本 花子/ }).click();
    await page.waitForURL(`**/cases/${caseId}`);
  });

  it('keeps its filters in the address and takes each off by its tag', async () => {
    const page = await signedIn();
    await page.goto('/');
    await page.locator('summary', { hasText: '絞り込む' }).click();
    await page.selectOption('[name=scope]', 'team');
    await page.selectOption('[name=turn]', 'municipal');
    await page.getByRole('button', { name: 'この条件で表示' }).click();
    await page.waitForURL('**/?scope=team*turn=municipal*');
    expect(await page.locator('#today').textContent()).toContain('電話をする');
    await page.getByRole('link', { name: '次に動く側：自治体側' }).click();
    await page.waitForURL(`${baseURL}/?scope=team`);
    await page.getByRole('link', { name: '範囲：自分のチームの支援' }).click();
    await page.waitForURL(`${baseURL}/?scope=site`);
    expect(await page.locator('.filter-tag').count()).toBe(0);
  });

  it('finds people and tells the keys from anywhere', async () => {
    const page = await signedIn();
    await page.goto('/cases');
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('相談を記録する').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('みほ');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/jobseekers?q=*');
  });

  it.each([DESKTOP, PHONE])('is accessible with a summary open at %i px, and holds it in sight', async (width) => {
    const page = await signedIn({ width });
    await page.goto('/cases');
    await page.getByRole('link', { name: /^概要.*見本 花子/ }).click();
    const summary = page.locator('#peek').getByText('電話をする');
    await summary.waitFor();
    const box = await summary.boundingBox();
    expect(box?.y).toBeLessThan(900);
    expect(await axe(page)).toEqual([]);
  });
});
