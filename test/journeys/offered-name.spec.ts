import { startApplication, type TestApplication } from '../support/application.js';
import { aJobseeker, HANAKO, withSharingConsent } from '../support/arrangements/jobseekers.js';
import { axe, DESKTOP, openBrowser, PHONE, type TestBrowser } from '../support/browser.js';
import { DeskUser } from '../support/desk-user.js';

/** The city records a person's new name; the Hello Work, which registered them too, sees what differs and decides. */
describe('a name that another organisation changed', () => {
  let t: TestApplication;
  let browser: TestBrowser;
  let baseURL: string;
  let id: string;
  beforeAll(async () => {
    t = await startApplication();
    baseURL = await t.listen();
    browser = await openBrowser();
    ({ id } = await aJobseeker(t, 'caseworker'));
    await withSharingConsent(t, 'caseworker', id);
    const number = { helloWorkNumber: '13010-00000001', helloWorkRegisteredOn: '2026-06-10' };
    await (await t.as('navigator')).put(`/jobseekers/${id}/hello-work-registration`, number);
    const city = await t.as('caseworker');
    const { version } = (await city.get(`/jobseekers/${id}`)).body;
    await city.put(`/jobseekers/${id}`, {
      ...HANAKO,
      familyName: '仮名',
      familyKana: 'カメイ',
      birthDate: '1985-03-14',
      version,
    });
  });
  afterAll(async () => {
    await browser.close();
    await t.close();
  });

  it.each([DESKTOP, PHONE])('is offered on the page of the person, %i wide', async (width) => {
    const { page } = await DeskUser.signedIn(browser, 'navigator', { baseURL, width });
    await page.goto(`/jobseekers/${id}`);
    expect(await page.locator('h1').textContent()).toBe('見本 花子');
    const offer = page.locator('.notice', { hasText: '見本市の基本情報と違いがあります' });
    expect(await offer.textContent()).toContain('自機関：見本　相手の機関：仮名');
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  });

  it('becomes the own one at a press, and is not asked again', async () => {
    const { page } = await DeskUser.signedIn(browser, 'navigator', { baseURL, width: DESKTOP });
    await page.goto(`/jobseekers/${id}`);
    await page.getByRole('button', { name: '相手の記録を反映する' }).click();
    await page.waitForURL(/flash=saved/);
    expect(await page.locator('h1').textContent()).toBe('仮名 花子');
    expect(await page.locator('.notice', { hasText: '違いがあります' }).count()).toBe(0);
  });
});
