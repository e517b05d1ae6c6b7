import { startApplication, type TestApplication } from '../support/application.js';
import { type CaseInSupport, aCaseInSupport, aHire, aPlacement, statusOf } from '../support/arrangements/placements.js';
import { openBrowser, type Page, type TestBrowser } from '../support/browser.js';
import { PASSWORD } from '../support/sites.js';

/** Somebody loses the job within the period of support, and finds the next one in it. */
describe('after a job was lost', () => {
  let t: TestApplication;
  let browser: TestBrowser;
  let page: Page;
  let of: CaseInSupport;
  let first: string;
  beforeAll(async () => {
    t = await startApplication();
    browser = await openBrowser();
    of = await aCaseInSupport(t);
    first = await aPlacement(t, of);
    page = await browser.newPage({ baseURL: await t.listen(), script: false });
    await page.goto('/sign-in?next=/employers');
    await page.fill('[name=login]', 'navigator');
    await page.fill('[name=password]', PASSWORD);
    await page.click('main button[type=submit]');
    await page.waitForURL('**/employers');
  });
  afterAll(async () => {
    await browser.close();
    await t.close();
  });

  async function typeDay(name: string, [year, month, day]: readonly [string, string, string]): Promise<void> {
    for (const [part, text] of [
      ['year', year],
      ['month', month],
      ['day', day],
    ] as const)
      await page.fill(`main [name=${name}_${part}]`, text);
  }
  const offered = async (): Promise<string[]> => {
    await page.goto(`/cases/${of.caseId}/referrals`);
    return page.locator('main a.button').allTextContents();
  };

  it('while the job lasts, no other placement is offered, and the page says why', async () => {
    expect(await offered()).not.toContain('就職を記録する');
    expect(await page.textContent('main')).toContain('在職中の就職が記録されています');
    await page.goto(`/cases/${of.caseId}/placements/new`);
    expect(await page.locator('main [name=workplaceName]').count()).toBe(0);
  });

  it('a contact that finds the person out of work opens the way to record the leaving', async () => {
    await page.goto(`/placements/${first}`);
    await page.check('[name=withWhom][value=jobseeker]', { force: true });
    await page.check('[name=channel][value=phone]', { force: true });
    await page.check('[name=stillWorking][value=false]', { force: true });
    await page.click('text=保存する');
    await page.waitForURL('**flash=saved');
    expect(await page.textContent('main')).toContain('在職していないという連絡があります');
    await typeDay('leftOn', ['2026', '6', '9']);
    await page.selectOption('form[action$="/leaving"] [name=reasonCode]', 'health');
    await page.click('button:has-text("離職を記録")');
    await page.waitForURL('**flash=saved');
    expect(await statusOf(t, of.caseId)).toBe('active');
  });

  it('one recorded by mistake is taken back, and recorded again when it was none', async () => {
    await page.goto(`/placements/${first}`);
    await page.click('summary:has-text("離職の記録を取り消す")');
    await page.click('button:has-text("離職の記録を取り消す")');
    await page.waitForURL('**flash=saved');
    expect(await statusOf(t, of.caseId)).toBe('placed');
    await typeDay('leftOn', ['2026', '6', '9']);
    await page.selectOption('form[action$="/leaving"] [name=reasonCode]', 'health');
    await page.click('button:has-text("離職を記録")');
    await page.waitForURL('**flash=saved');
    expect(await statusOf(t, of.caseId)).toBe('active');
  });

  it('the search goes on to a second placement in the same period', async () => {
    expect(await offered()).toEqual(expect.arrayContaining(['紹介する', '就職を記録する']));
    const { id } = await aHire(t, of);
    await page.goto(`/referrals/${id}`);
    await page.click('text=就職を記録する');
    await page.fill('[name=occupation]', '事務');
    await page.check('[name=employmentType][value=regular]', { force: true });
    await typeDay('decidedOn', ['2026', '6', '10']);
    await typeDay('startsOn', ['2026', '6', '9']);
    await page.click('text=保存する');
    expect(await page.textContent('[data-error-summary]')).toContain('前の就職の離職日以前の日付です');
    await typeDay('startsOn', ['2026', '6', '15']);
    await page.click('text=保存する');
    await page.waitForURL('**/placements/*flash=saved');
    expect(await statusOf(t, of.caseId)).toBe('placed');
    await page.goto(`/cases/${of.caseId}/referrals`);
    expect(await page.locator('table').first().textContent()).toMatch(/離職（令和8年6月9日）[\s\S]*在職中/);
  });
});
