import { startApplication, type TestApplication } from '../support/application.js';
import { MIHON_PLAN } from '../support/arrangements/figures.js';
import { axe, DESKTOP, openBrowser, PHONE, type TestBrowser } from '../support/browser.js';
import { DeskUser } from '../support/desk-user.js';

const WITH_SEMINAR = `${MIHON_PLAN}      - code: seminar
        name: セミナー参加者数
        unit: 人
        manual: { source: 受付簿 }
`;

describe('an administrator who imports a plan without an indicator that numbers were typed in for', () => {
  let t: TestApplication;
  let browser: TestBrowser;
  let administrator: DeskUser;
  beforeAll(async () => {
    t = await startApplication();
    browser = await openBrowser();
    administrator = await DeskUser.signedIn(browser, 'administrator', { baseURL: await t.listen() });
  });
  afterAll(async () => {
    await browser.close();
    await t.close();
  });

  const check = async (file: string): Promise<void> => {
    await administrator.page.goto('/yearly-plans/new');
    await administrator.type('ファイルの内容', file);
    await administrator.press('内容を確かめる');
  };
  const save = (): Promise<void> => administrator.press('この内容で保存する');
  const openNumbers = async (): Promise<void> =>
    void (await administrator.page.goto('/yearly-plans/2026/manual-figures'));

  it('types a number in', async () => {
    await check(WITH_SEMINAR);
    await save();
    await openNumbers();
    await administrator.choose('指標', 'セミナー参加者数');
    await administrator.type('月', '2026-05');
    await administrator.type('数', '12');
    await administrator.type('出典', '受付簿');
    await administrator.press('保存する');
    await administrator.reads('12人');
  });

  it('is told before saving that the number stays, outside the plan', async () => {
    await check(MIHON_PLAN);
    await administrator.reads('手入力の実績は消えません。');
    await administrator.reads(
      '「セミナー参加者数」（seminar）はこのファイルにないので、手入力の1件は計画の外に残ります。',
    );
  });

  it('finds it afterwards, set aside, and the way to it on the plan', async () => {
    await save();
    await administrator.reads('いまの計画では数えていない手入力の実績が1件あります。');
    await administrator.follow('手入力の実績を見る');
    await administrator.reads('いまの計画では数えていない実績');
    await administrator.reads('12人');
    for (const width of [DESKTOP, PHONE]) {
      await administrator.page.setViewportSize({ width, height: 900 });
      expect(await axe(administrator.page)).toEqual([]);
    }
    await administrator.page.setViewportSize({ width: DESKTOP, height: 900 });
  });

  it('has it counted again with the code', async () => {
    await check(WITH_SEMINAR);
    await administrator.reads('「セミナー参加者数」（seminar）の手入力の1件を、再び数えます。');
    await save();
    await administrator.reads('第3版（今の計画）');
    await openNumbers();
    await administrator.reads('12人');
    expect(await administrator.page.getByText('いまの計画では数えていない実績').count()).toBe(0);
  });

  it('is told of a colleague who imported in between, with the file still there', async () => {
    await check(MIHON_PLAN);
    const other = await DeskUser.signedIn(browser, 'administrator', { baseURL: await t.listen() });
    await other.page.goto('/yearly-plans/new');
    await other.type('ファイルの内容', WITH_SEMINAR);
    await other.press('内容を確かめる');
    await other.press('この内容で保存する');
    await save();
    await administrator.reads('今ある計画に対して確かめ直しました。');
    await save();
    await administrator.reads('第5版（今の計画）');
  });
});
