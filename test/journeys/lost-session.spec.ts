import { SESSION_POLICY } from '../../src/auth/session-policy.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { aSharedCase } from '../support/arrangements/cases.js';
import { axe, openBrowser, PHONE, type TestBrowser } from '../support/browser.js';
import { DeskUser } from '../support/desk-user.js';
import { PASSWORD } from '../support/sites.js';

/** As long as a note gets that is typed with the person at the desk, telephone calls in between. */
const NOTE = Array.from(
  { length: 60 },
  (_, line) => `${line + 1}．"求人"を<2件>見て、週3日 & 9時から14時までを希望。`,
).join('\n');

describe('a note that takes longer than the session', () => {
  let t: TestApplication;
  let browser: TestBrowser;
  let baseURL: string;
  let jobseekerId: string;
  beforeAll(async () => {
    t = await startApplication();
    ({ jobseekerId } = await aSharedCase(t));
    baseURL = await t.listen();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await t.close();
  });

  it.each([
    ['with script', true],
    ['without script', false],
  ])('is saved once, after the password in place, %s', async (name, script) => {
    const note = `${name}\n${NOTE}`;
    const caseworker = await DeskUser.signedIn(browser, 'caseworker', { baseURL, script });
    const { page } = caseworker;
    await page.goto(`/consultations/new?jobseeker=${jobseekerId}`);
    await page.check('[name=kind][value=livelihood]', { force: true });
    await caseworker.type('共有記録', note);
    await caseworker.type('自機関だけの記録', `控え ${name}`);
    t.clock.set(new Date(t.clock.now().getTime() + (SESSION_POLICY.idleMinutes + 5) * 60_000));

    await caseworker.press('保存する');
    await caseworker.reads('まだ何も保存していません。入力した内容は、この画面に残っています。');
    await caseworker.reads('60．"求人"を<2件>見て');
    expect(new URL(page.url()).search).toBe('');
    if (script) {
      expect(await axe(page)).toEqual([]);
      await page.setViewportSize({ width: PHONE, height: 800 });
      expect([
        await axe(page),
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ]).toEqual([[], 0]);
    }

    await caseworker.type('架空 市子さんのパスワード', PASSWORD);
    await page.getByRole('button', { name: 'サインインして送信する' }).dblclick();
    await page.waitForURL('**/consultations/*flash=consultation_logged');
    const kept = await t.owner.query(
      `SELECT s.login, replace(k.shared_text, chr(13), '') AS text, n.text AS own, k.kind FROM consultation k JOIN staff s ON s.id = k.author_id
       JOIN consultation_note n ON n.consultation_id = k.id WHERE n.text = $1`,
      [`控え ${name}`],
    );
    expect(kept).toEqual([{ login: 'caseworker', text: note, own: `控え ${name}`, kind: 'livelihood' }]);
  });

  it('does not fall to the colleague who signed in at the desk meanwhile', async () => {
    const caseworker = await DeskUser.signedIn(browser, 'caseworker', { baseURL });
    await caseworker.page.goto(`/consultations/new?jobseeker=${jobseekerId}`);
    await caseworker.page.check('[name=kind][value=livelihood]', { force: true });
    await caseworker.type('共有記録', '席を立つ前の文。');

    const other = await caseworker.page.context().newPage();
    await other.goto('/account');
    await other.getByRole('banner').locator('summary').click();
    await other.getByRole('button', { name: 'サインアウト' }).click();
    await other.getByLabel('ログインID').fill('navigator');
    await other.getByLabel('パスワード').fill(PASSWORD);
    await other.getByRole('button', { name: 'サインイン', exact: true }).click();
    await other.getByRole('banner').getByText('例示 進').first().waitFor();

    await caseworker.press('保存する');
    await caseworker.reads(
      'この画面は架空 市子さんが開いたものです。今は例示 進さんがサインインしているため、このままでは保存しません。',
    );
    expect(await t.owner.query(`SELECT 1 FROM consultation WHERE shared_text = '席を立つ前の文。'`)).toEqual([]);
    await caseworker.follow('入力した内容を捨てる');
    await caseworker.page.getByRole('banner').getByText('例示 進').first().waitFor();
  });
});
