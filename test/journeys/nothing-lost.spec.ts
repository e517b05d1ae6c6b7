import type { CDPSession, Cookie, Route } from 'playwright-core';
import { startApplication, type TestApplication } from '../support/application.js';
import { aCaseWithConsents } from '../support/arrangements/cases.js';
import { aJobseeker } from '../support/arrangements/jobseekers.js';
import { aPlan, planOf } from '../support/arrangements/plans.js';
import { axe, DESKTOP, openBrowser, type Page, PHONE, type TestBrowser } from '../support/browser.js';
import { DeskUser } from '../support/desk-user.js';

const SUGGESTIONS = '**/jobseekers/suggestions?*';
const ASKED = '入力した内容は保存されていません';

/** What a browser can lose between the keyboard and the server: the person meant, and what was typed. */
describe('nothing is lost in the browser', () => {
  let t: TestApplication;
  let browser: TestBrowser;
  let baseURL: string;
  let caseId: string;
  let hanako: string;
  let taro: string;
  let signedIn: Cookie[];
  let page: Page;
  beforeAll(async () => {
    t = await startApplication();
    ({ caseId, jobseekerId: hanako } = await aCaseWithConsents(t, { programme: 'walk-in' }));
    taro = (await aPerson('太郎', 'タロウ', { birthDate: '1984-05-01' })).id;
    await aPerson('次郎', 'ジロウ', { birthDate: '2001-01-01' });
    baseURL = await t.listen();
    browser = await openBrowser();
    const { page: first } = await DeskUser.signedIn(browser, 'caseworker', { baseURL });
    signedIn = await first.context().cookies();
  });
  afterAll(async () => {
    await browser.close();
    await t.close();
  });
  beforeEach(async () => {
    page = await aWindow();
  });
  afterEach(() => page.context().close());

  async function aWindow(script = true): Promise<Page> {
    const opened = await browser.newPage({ baseURL, script });
    await opened.context().addCookies(signedIn);
    return opened;
  }
  const aPerson = (givenName: string, givenKana: string, more: object): Promise<{ id: string }> =>
    aJobseeker(t, 'caseworker', { familyName: '架空', familyKana: 'カクウ', givenName, givenKana, ...more });
  const chosen = (): Promise<string> => page.inputValue('input[type=hidden][name=jobseekerId]');
  const typed = (): Promise<string> => page.inputValue('[name=jobseekerId_q]');
  const offered = (): Promise<string[]> => page.locator('.combobox-option .combobox-label').allTextContents();
  const listIsShown = (): Promise<boolean> => page.locator('[data-combobox-list]').isVisible();
  async function retype(text: string): Promise<void> {
    await page.locator('[name=jobseekerId_q]').selectText();
    await page.keyboard.type(text);
  }
  async function lookUp(text: string): Promise<void> {
    await retype(text);
    await page.locator('[data-combobox-list]:not([aria-busy]) .combobox-option').first().waitFor();
  }
  /** Answers to this text wait until they are let go. */
  async function held(text: string): Promise<{ asked: Promise<unknown>; letGo: () => void }> {
    let letGo: () => void = () => undefined;
    const gate = new Promise<void>((open) => (letGo = open));
    const isAsked = (url: string): boolean => new URL(url).searchParams.get('q') === text;
    await page.route(SUGGESTIONS, async (route: Route) => {
      if (isAsked(route.request().url())) await gate;
      await route.continue().catch(() => undefined); // the page may have given it up
    });
    return { asked: page.waitForRequest((request) => isAsked(request.url())), letGo };
  }

  describe('choosing a person', () => {
    beforeEach(() => page.goto('/consultations/new'));

    it('takes nobody from the answer to an older text; Enter waits for the answer to what stands there', async () => {
      await lookUp('みほ');
      const { asked, letGo } = await held('かくう た');
      await retype('かくう た');
      await page.keyboard.press('Enter');
      expect([await chosen(), await typed()]).toEqual(['', 'かくう た']);
      await page.evaluate('document.querySelector(".combobox-option")?.click()'); // nor by the pointer
      expect([await chosen(), await typed()]).toEqual(['', 'かくう た']);
      await asked;
      letGo();
      await page.locator('[data-combobox-value]:not([value=""])').waitFor({ state: 'attached' });
      expect([await chosen(), await typed()]).toEqual([taro, '架空 太郎']);
      // Told apart from others of that name.
      expect(await page.textContent('[data-combobox-chosen]')).toMatch(/^カクウ タロウ　42歳　\S+$/);
      expect(page.url()).toBe(`${baseURL}/consultations/new`);
    });

    it('takes nobody unseen where several answer; the next Enter takes the one that is marked', async () => {
      const { asked, letGo } = await held('かくう');
      await retype('かくう');
      await page.keyboard.press('Enter');
      await asked;
      letGo();
      await page.locator('.combobox-option').nth(1).waitFor();
      expect([await chosen(), await offered()]).toEqual(['', ['架空 次郎', '架空 太郎']]);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect([await chosen(), await typed()]).toEqual([taro, '架空 太郎']);
    });

    it('shows no answer that comes too late', async () => {
      const { asked, letGo } = await held('みほ');
      await retype('みほ');
      await asked;
      await lookUp('かくう');
      letGo();
      await page.waitForTimeout(300);
      expect(await offered()).toEqual(['架空 次郎', '架空 太郎']);
    });

    it('says that it takes its time, that nobody is found, and that it failed; and is asked again by Enter', async () => {
      const { letGo } = await held('かくう じ');
      await retype('かくう じ');
      await page.getByText('探しています…').waitFor();
      letGo();
      await page.locator('.combobox-option').first().waitFor();
      await retype('いない人');
      await page.getByText('該当する人はいません').waitFor();
      await page.keyboard.press('Enter');
      expect(await chosen()).toBe('');

      await page.unroute(SUGGESTIONS);
      await page.route(SUGGESTIONS, (route) => route.fulfill({ status: 500, body: '<p>だめ</p>' }));
      await retype('かくう');
      await page.getByText('候補を表示できませんでした').waitFor();
      await page.unroute(SUGGESTIONS);
      await page.keyboard.press('Enter');
      await page.locator('.combobox-option').nth(1).waitFor();
    });

    it('offers no page that asks for a password as if it were people, and keeps the form', async () => {
      await page.fill('[name=sharedText]', '書きかけ');
      await page.context().clearCookies();
      await retype('みほ');
      await page.getByText('候補を表示できませんでした').waitFor();
      expect([await page.locator('[name=password]').count(), await page.inputValue('[name=sharedText]')]).toEqual([
        0,
        '書きかけ',
      ]);
    });

    it('forgets the person, and all that was said about them, as soon as the text is another', async () => {
      await lookUp('みほ');
      await page.keyboard.press('Enter');
      await page.locator('#person-context').getByText('支援ケース').waitFor();
      expect(await chosen()).toBe(hanako);
      await page.locator('[name=jobseekerId_q]').focus();
      await page.keyboard.press('End');
      await page.keyboard.press('Backspace');
      expect([
        await chosen(),
        await page.textContent('[data-combobox-chosen]'),
        await page.textContent('#person-context'),
      ]).toEqual(['', '', '']);
    });

    it('shows about the person last chosen, however late the answer about the one before', async () => {
      let letGo: () => void = () => undefined;
      const gate = new Promise<void>((open) => (letGo = open));
      await page.route(`**/consultations/new/person?*${hanako}*`, async (route) => {
        await gate;
        await route.continue().catch(() => undefined);
      });
      await lookUp('みほ');
      await page.keyboard.press('Enter');
      await lookUp('かくう た');
      await page.keyboard.press('Enter');
      await page.getByText('支援中のケースはありません').waitFor();
      letGo();
      await page.waitForTimeout(300);
      expect([await chosen(), await page.textContent('#person-context')]).toEqual([
        taro,
        expect.stringContaining('支援中のケースはありません'),
      ]);
    });

    it('leaves people offered without script until another is looked up', async () => {
      await page.fill('[name=jobseekerId_q]', 'かくう');
      await page.evaluate(`{
        const find = document.querySelector('button[name=_find]');
        find.disabled = false;
        find.form.requestSubmit(find);
      }`);
      await page.locator('.chip', { hasText: '架空 太郎' }).click();
      await lookUp('みほ');
      await page.keyboard.press('Enter');
      const sent = await page.evaluate(
        'new FormData(document.getElementById("quick-log")).getAll("jobseekerId").join()',
      );
      expect(sent).toBe(hanako);
    });
  });

  describe('an input method', () => {
    let keys: CDPSession;
    beforeEach(async () => {
      await page.goto('/consultations/new');
      keys = await page.context().newCDPSession(page);
    });
    /** Enter that the input method takes: Chromium and Safari send the code 229, Safari without saying more. */
    const commit = async (modifiers = 0): Promise<void> => {
      for (const type of ['rawKeyDown', 'keyUp'] as const)
        await keys.send('Input.dispatchKeyEvent', {
          type,
          modifiers,
          key: 'Enter',
          code: 'Enter',
          windowsVirtualKeyCode: 229,
        });
    };

    it('commits a word by Enter and chooses nobody; the Enter after that does', async () => {
      await page.focus('[name=jobseekerId_q]');
      await keys.send('Input.imeSetComposition', { text: 'みほ', selectionStart: 2, selectionEnd: 2 });
      await page.locator('.combobox-option').first().waitFor();
      await commit();
      expect([await chosen(), await listIsShown()]).toEqual(['', true]);
      await keys.send('Input.insertText', { text: 'みほ' });
      await commit();
      expect([await chosen(), await typed(), await listIsShown()]).toEqual(['', 'みほ', true]);
      await page.keyboard.press('Enter');
      expect([await chosen(), await typed()]).toEqual([hanako, '見本 花子']);
    });

    it('saves nothing with the Ctrl+Enter that commits', async () => {
      const posts: string[] = [];
      page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
      await page.focus('[name=sharedText]');
      await keys.send('Input.imeSetComposition', { text: 'はなし', selectionStart: 3, selectionEnd: 3 });
      await commit(2);
      await keys.send('Input.insertText', { text: '話' });
      await commit(2);
      await page.waitForTimeout(200);
      expect([posts, await page.inputValue('[name=sharedText]')]).toEqual([[], '話']);
    });
  });

  describe('a half-written form', () => {
    const text = '途中まで書いた話。';
    const stays = async (): Promise<void> => {
      await page.getByRole('button', { name: '入力を続ける' }).click();
      expect(await page.inputValue('[name=sharedText]')).toBe(text);
    };
    const isAsked = (): Promise<void> => page.getByRole('dialog', { name: ASKED }).waitFor();
    beforeEach(() => page.goto(`/consultations/new?jobseeker=${hanako}`));

    it('is not thrown away by a key of the page: letters are typed in a field, outside of it they ask', async () => {
      await page.locator('[name=sharedText]').pressSequentially(`${text}n/?jkp`);
      expect(await page.inputValue('[name=sharedText]')).toBe(`${text}n/?jkp`);
      await page.fill('[name=sharedText]', text);
      await page.locator('h1').click();
      await page.keyboard.press('n');
      await isAsked();
      await stays();
      await page.locator('h1').click();
      for (const key of ['j', 'k', 'p', '/']) await page.keyboard.press(key);
      expect(await page.inputValue('[name=sharedText]')).toBe(text);
      await page.locator('h1').click();
      await page.keyboard.press('n');
      await page.getByRole('button', { name: '保存せずに移動する' }).click();
      await page.waitForURL('**/consultations/new');
      expect(await page.inputValue('[name=sharedText]')).toBe('');
    });

    it('is left at once when nothing is typed in it, or all of it taken back', async () => {
      await page.fill('[name=sharedText]', text);
      await page.fill('[name=sharedText]', '');
      await page.locator('h1').click();
      await page.keyboard.press('n');
      await page.waitForURL('**/consultations/new');
    });

    it.each([DESKTOP, PHONE])('asks before a link, and the question is accessible at %i px', async (width) => {
      await page.setViewportSize({ width, height: 800 });
      await page.fill('[name=sharedText]', text);
      await page.getByRole('link', { name: 'やめる' }).click();
      await isAsked();
      expect(await axe(page)).toEqual([]);
      await stays();
      await page.getByRole('link', { name: 'やめる' }).click();
      await page.keyboard.press('Escape');
      expect(await page.inputValue('[name=sharedText]')).toBe(text);
    });

    it('asks before another form of the page is sent', async () => {
      await page.fill('[name=sharedText]', text);
      await page.keyboard.press('Tab');
      await page.fill('#site-search', '架空');
      await page.keyboard.press('Enter');
      await isAsked();
      await stays();
      await page.locator('#site-search').press('Enter');
      await page.getByRole('button', { name: '保存せずに移動する' }).click();
      await page.waitForURL('**/jobseekers?q=*');
    });

    it('lets the browser ask when it is closed, reloaded or gone back from', async () => {
      const asked: string[] = [];
      page.on('dialog', (dialog) => {
        asked.push(dialog.type());
        void dialog.dismiss();
      });
      await page.locator('[name=sharedText]').pressSequentially(text);
      await page.evaluate('location.reload()');
      await page.evaluate('history.back()');
      await page.close({ runBeforeUnload: true });
      for (let waited = 0; asked.length < 2 && waited < 50; waited += 1) await page.waitForTimeout(100);
      expect(asked.slice(0, 2)).toEqual(['beforeunload', 'beforeunload']);
      expect(await page.inputValue('[name=sharedText]')).toBe(text);
    });

    it('is still unsaved when it was refused, and asks no more once it is saved', async () => {
      await page.check('[name=kind][value=housing]', { force: true });
      await page.fill('[name=startedAt]', '2570');
      await page.fill('[name=sharedText]', text);
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('#f-startedAt-error');
      await page.locator('h1').click();
      await page.keyboard.press('n');
      await isAsked();
      await stays();
      await page.fill('[name=startedAt]', '1000');
      await page.locator('h1').click();
      await page.keyboard.press('Control+Enter'); // the one form with something typed in it
      await page.waitForURL('**flash=consultation_logged');
      expect(await t.owner.query('SELECT 1 FROM consultation WHERE shared_text = $1', [text])).toHaveLength(1);
    });

    it('says so in the list of keys', async () => {
      await page.locator('h1').click();
      await page.keyboard.press('?');
      const help = await page.locator('#shortcuts').innerText();
      expect(help).toContain('書きかけの入力があるときは確かめます');
      expect(await axe(page)).toEqual([]);
    });
  });

  describe('a plan', () => {
    beforeEach(async () => {
      await aPlan(t, caseId, await versionOfPlan());
      await page.goto(`/cases/${caseId}/plan/edit`);
    });
    const versionOfPlan = async (): Promise<object> => {
      const plan = await planOf(t, caseId).catch(() => undefined);
      return plan === undefined || plan === null ? {} : { version: plan.version };
    };

    it.each([
      ['Enter in a line', 'Enter', true],
      ['Ctrl+Enter', 'Control+Enter', true],
      ['Enter where no script runs', 'Enter', false],
    ])('is saved by %s, not given another row', async (name, key, script) => {
      if (!script) {
        await page.context().close();
        page = await aWindow(false);
        await page.goto(`/cases/${caseId}/plan/edit`);
      }
      await page.fill('[name="steps.0.title"]', name);
      await page.press('[name="steps.0.title"]', key);
      await page.waitForURL('**flash=plan_written');
      expect(await page.textContent('main')).toContain(name);
    });

    it('keeps what was typed when a row is added, and does not leave it unasked', async () => {
      await page.fill('[name=goal]', '書きかけの目標');
      await page.getByRole('button', { name: '行を追加' }).click();
      await page.locator('[name="steps.4.title"]').waitFor();
      expect(await page.inputValue('[name=goal]')).toBe('書きかけの目標');
      await page.getByRole('link', { name: 'やめる' }).click();
      await page.getByRole('dialog', { name: ASKED }).waitFor();
    });
  });
});
