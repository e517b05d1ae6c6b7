import { startApplication, type TestApplication } from '../support/application.js';
import { aYearlyPlan, figuresOf } from '../support/arrangements/figures.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { DeskUser, type TypedDay } from '../support/desk-user.js';

/** One person's way from the city's counter into work, clicked and typed: the same day as the one through the API. */
describe('a day at the desk', () => {
  let t: TestApplication;
  let browser: TestBrowser;
  let caseworker: DeskUser;
  let navigator: DeskUser;
  let supervisor: DeskUser;
  const june = (day: number): TypedDay => ['令和', '8', '6', String(day)];
  const PERSON = '例示 春子';

  const everybodySignsIn = async (): Promise<void> => {
    const baseURL = await t.listen();
    const signedIn = (login: string) => DeskUser.signedIn(browser, login, { baseURL });
    [caseworker, navigator, supervisor] = [
      await signedIn('caseworker'),
      await signedIn('navigator'),
      await signedIn('city-supervisor'),
    ];
  };

  beforeAll(async () => {
    t = await startApplication();
    await aYearlyPlan(t);
    browser = await openBrowser();
    await everybodySignsIn();
  });
  afterAll(async () => {
    await browser.close();
    await t.close();
  });

  /** A figure of the month as its tile shows it. */
  const tile = (name: string) =>
    supervisor.page
      .getByRole('article')
      .filter({ has: supervisor.page.getByRole('heading', { name, exact: true }) })
      .first();
  const monthShown = async (): Promise<Record<string, string>> => {
    await supervisor.goTo('月次の実績');
    const names = ['新規支援対象者数', '相談延べ数', '紹介件数', '就職者数', 'うち紹介就職', '就職率'];
    const numbers = await Promise.all(names.map((name) => tile(name).locator('.figure-actual').innerText()));
    return Object.fromEntries(names.map((name, index) => [name, (numbers[index] ?? '').replace(/\s/g, '')]));
  };

  it('begins with a month in which nothing has happened', async () => {
    expect(await monthShown()).toEqual({
      新規支援対象者数: '0人',
      相談延べ数: '0件',
      紹介件数: '0件',
      就職者数: '0人',
      うち紹介就職: '0人',
      就職率: '—',
    });
  });

  it('the caseworker registers the person and opens a case', async () => {
    await caseworker.goTo('求職者');
    await caseworker.follow('求職者を登録');
    await caseworker.type('氏', '例示');
    await caseworker.type('名', '春子');
    await caseworker.type('氏（フリガナ）', 'れいじ');
    await caseworker.type('名（フリガナ）', 'はるこ');
    await caseworker.typeDay('生年月日', ['平成', '2', '5', '5']);
    await caseworker.reads('平成2年5月5日（1990年）');
    await caseworker.pick('対象者区分', '生活保護受給者');
    await caseworker.press('登録する');
    await caseworker.reads('求職者を登録しました。');

    await caseworker.follow('支援期間を開始');
    await caseworker.choose('事業・プログラム', '生活保護受給者等就労支援');
    await caseworker.typeDay('支援開始日', june(10));
    await caseworker.press('開始する');
    await caseworker.reads('支援期間を開始しました。');
    await caseworker.follow('状態');
    await caseworker.unfold('「支援候補者」に進める');
    await caseworker.press('支援候補者に選ぶ');
    await caseworker.reads('状態を更新しました。');
  });

  it('gets both consents, each found from what stands in the way', async () => {
    await caseworker.reads('参加の同意がありません。');
    await caseworker.follow('同意を記録する');
    await caseworker.press('保存する');
    await caseworker.reads('同意を記録しました。');
    await caseworker.follow('同意を記録');
    await caseworker.follow('情報共有');
    await caseworker.press('保存する');
    await caseworker.reads('同意を記録しました。');
    await caseworker.follow('S', caseworker.page.locator('#periods'));
    await caseworker.reads('情報共有の同意あり');
    await caseworker.follow('状態');
    await caseworker.unfold('「同意」に進める');
    await caseworker.press('同意を確認する');
    await caseworker.reads('状態を更新しました。');
  });

  it('requests support', async () => {
    await caseworker.follow('支援を要請する');
    await caseworker.typeDay('支援要請日', june(10));
    await caseworker.type('求める支援', '清掃の仕事を探す支援をお願いします。');
    await caseworker.press('要請する');
    await caseworker.reads('支援を要請しました。');
  });

  it('the navigator finds the request on opening the application, accepts, and has the case on their own list', async () => {
    await navigator.goTo('ホーム');
    await navigator.follow(PERSON);
    await navigator.reads('清掃の仕事を探す支援をお願いします。');
    expect(
      await navigator.page
        .getByRole('combobox', { name: /^国側の担当/ })
        .locator('option:checked')
        .innerText(),
    ).toBe('例示 進（就職支援ナビゲーター）');
    await navigator.press('受理する');
    await navigator.reads('支援要請を受理しました。');
    await navigator.page.goto('/cases?scope=mine');
    await navigator.reads('自分の担当');
    await navigator.follow(PERSON);
    await navigator.follow('チーム');
    await navigator.reads('主担当');
  });

  it('records interview and conference, and registers the job seeker', async () => {
    for (const meeting of ['個別面接', 'ケース会議']) {
      await navigator.follow('状態');
      const section = navigator.page
        .locator('section')
        .filter({ has: navigator.page.getByRole('heading', { name: meeting, exact: true }) })
        .last();
      await section.locator('summary', { hasText: '実施日を記録する' }).click();
      await navigator.press('保存する', section);
      await navigator.reads('実施日を記録しました。');
    }
    await navigator.follow('概要');
    await navigator.follow('求職者の記録');
    await navigator.follow('求職登録');
    await navigator.type('求職番号', '13010-00000001');
    await navigator.typeDay('求職登録日', june(10));
    await navigator.press('保存する');
    await navigator.reads('保存しました。');
  });

  it('draws up a plan, and the person agrees', async () => {
    await navigator.follow('S', navigator.page.locator('#periods'));
    await navigator.follow('プラン');
    await navigator.follow('プランを作成する');
    await navigator.type('目標', '日中の清掃の仕事に就く');
    const step = async (number: number, title: string, owner: string, due: TypedDay): Promise<void> => {
      const card = navigator.page
        .locator('section, article')
        .filter({ has: navigator.page.getByRole('heading', { name: `手順${number}`, exact: true }) })
        .last();
      await card.getByLabel('すること').fill(title);
      await card.getByRole('combobox', { name: '担当', exact: true }).selectOption({ label: owner });
      for (const [index, box] of ['年', '月', '日'].entries())
        await card
          .getByRole('group', { name: '期限' })
          .getByRole('textbox', { name: box, exact: true })
          .fill(due[index + 1] ?? '');
    };
    await step(1, '履歴書を一緒に作る', '国側（担当者を決めない）', june(20));
    await step(2, '保育園の申込みを手伝う', '自治体側（担当者を決めない）', june(30));
    await navigator.press('保存する');
    await navigator.reads('プランを保存しました。');
    await navigator.follow('本人の同意を記録する');
    await navigator.typeDay('同意日', june(10));
    await navigator.pick('同意の方法', '署名');
    await navigator.press('保存する');
    await navigator.reads('本人の同意を記録しました。');
    await navigator.follow('状態');
    await navigator.reads('支援中');
  });

  it('logs a consultation with a key, the beginning of a name and a key', async () => {
    const { page } = navigator;
    await page.keyboard.press('n');
    await page.getByRole('combobox', { name: '求職者' }).waitFor();
    await page.waitForFunction('document.activeElement?.getAttribute("role") === "combobox"');
    await page.keyboard.type('れいじ');
    await page.getByRole('option', { name: PERSON }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction('document.activeElement?.name === "kind"');
    await page.keyboard.press('1');
    await page.keyboard.press('Tab');
    await page.keyboard.type('希望の曜日と時間を確かめた。');
    await page.keyboard.press('Control+Enter');
    await navigator.reads('相談を記録しました。');
  });

  it('refers three times: failed on paper, failed in the interview, offered', async () => {
    t.clock.set('2026-06-20');
    await everybodySignsIn();
    for (const [index, outcome] of ['書類選考で不採用', '面接で不採用', '採用'].entries()) {
      await anEmployerIsRegistered(`見本清掃${index}`, `ミホンセイソウ${'アイウ'[index]}`);
      await openCase();
      await navigator.follow('紹介・就職');
      await navigator.follow('紹介する');
      await navigator.follow(`見本清掃${index}`);
      await navigator.typeDay('打診した日', june(10));
      await navigator.press('保存する');
      await navigator.typeDay('紹介状の交付日', june(11));
      await navigator.press('紹介状の交付日を記録');
      if (index > 0) {
        await navigator.typeDay('面接日', june(15));
        await navigator.press('面接の予定を記録');
      }
      await navigator.pick('結果', outcome);
      await navigator.typeDay('結果の日', june(16));
      await navigator.press('結果を記録');
      await navigator.reads(outcome);
    }
  });

  it('records that the offer is accepted, and the placement', async () => {
    await navigator.follow('採用と回答');
    await navigator.typeDay('回答の日', june(17));
    await navigator.press('承諾を記録');
    await navigator.follow('就職を記録する');
    await navigator.type('職種', '清掃員');
    await navigator.typeDay('就職が決まった日', june(17));
    await navigator.typeDay('就職日', ['令和', '8', '7', '1']);
    await navigator.pick('雇用形態', 'パート');
    await navigator.type('週の労働時間', '24');
    await navigator.press('保存する');
    await navigator.reads('保存しました。');
  });

  it('the supervisor sees the month moved by exactly that', async () => {
    const shown = await monthShown();
    expect(shown).toEqual({
      新規支援対象者数: '1人',
      相談延べ数: '1件',
      紹介件数: '3件',
      就職者数: '1人',
      うち紹介就職: '1人',
      就職率: '100%',
    });
    expect(await figuresOf(t, '2026-06')).toEqual({
      new_plans: 1,
      consultations: 1,
      referrals: 3,
      placements: 1,
      referred_placements: 1,
      placement_rate: 100,
    });
    await supervisor.follow('前の月');
    expect(await tile('就職者数').locator('.figure-actual').innerText()).toMatch(/^0/);
  });

  it('and opens the rate down to the person', async () => {
    await supervisor.goTo('月次の実績');
    await supervisor.follow('就職率');
    await supervisor.reads('1 ÷ 1');
    await supervisor.reads('紹介就職・パート');
    await supervisor.follow(PERSON);
    await supervisor.page.getByRole('heading', { level: 1, name: PERSON }).waitFor();
    await supervisor.follow('紹介・就職');
    for (const told of ['見本清掃0', '書類選考で不採用', '見本清掃1', '面接で不採用', '見本清掃2', '紹介就職（3件目）'])
      await supervisor.reads(told);
    await supervisor.follow('相談');
    await supervisor.reads('希望の曜日と時間を確かめた。');
  });

  async function anEmployerIsRegistered(name: string, kana: string): Promise<void> {
    await navigator.goTo('事業所・求人');
    await navigator.follow('登録');
    await navigator.type('事業所名', name);
    await navigator.type('フリガナ', kana);
    await navigator.press('保存する');
    await navigator.reads('保存しました。');
  }

  async function openCase(): Promise<void> {
    await navigator.goTo('支援ケース');
    await navigator.follow(PERSON);
  }
});
