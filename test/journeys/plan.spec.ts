import { startApplication, type TestApplication } from '../support/application.js';
import { aCaseWithConsents } from '../support/arrangements/cases.js';
import { anAgreedPlan, aPlan, aStep, planOf } from '../support/arrangements/plans.js';
import { openBrowser, type Page, type TestBrowser } from '../support/browser.js';
import { PASSWORD } from '../support/sites.js';

describe('a plan in the browser, without script', () => {
  let t: TestApplication;
  let browser: TestBrowser;
  let page: Page;
  beforeAll(async () => {
    t = await startApplication();
    browser = await openBrowser();
    page = await browser.newPage({ baseURL: await t.listen(), script: false });
    await page.goto('/sign-in');
    await page.fill('[name=login]', 'caseworker');
    await page.fill('[name=password]', PASSWORD);
    await page.click('main button[type=submit]');
  });
  afterAll(async () => {
    await browser.close();
    await t.close();
  });

  const aCaseId = async (): Promise<string> => (await aCaseWithConsents(t, { programme: 'walk-in' })).caseId;
  const fillStep = async (row: number, title: string, owner: string): Promise<void> => {
    await page.fill(`[name="steps.${row}.title"]`, title);
    await page.selectOption(`[name="steps.${row}.owner"]`, owner);
    await fillDay(`steps.${row}.dueOn`, ['8', '7', '31']);
  };
  const fillDay = async (name: string, [year, month, day]: [string, string, string]): Promise<void> => {
    await page.fill(`[name="${name}_year"]`, year);
    await page.fill(`[name="${name}_month"]`, month);
    await page.fill(`[name="${name}_day"]`, day);
  };
  const save = (): Promise<void> => page.click('.submit-row button');

  it('is drawn up with more rows than the form began with, and agreed', async () => {
    const caseId = await aCaseId();
    await page.goto(`/cases/${caseId}/plan`);
    await page.click('text=プランを作成する');
    await page.fill('[name=goal]', '介護の仕事に就く');
    await fillStep(0, '求人に応募する', 'national');
    await page.click('text=行を追加');
    await fillStep(4, '保育所に申し込む', 'municipal');
    await page.click('details:has([name="steps.3.branchOn_year"]) summary');
    await fillStep(3, '職業訓練に申し込む', 'national');
    await page.fill('[name="steps.3.branchCondition"]', '採用が決まる');
    await fillDay('steps.3.branchOn', ['8', '7', '1']);
    await page.selectOption('[name="steps.3.branchOf"]', { index: 1 });
    await save();
    await page.click('text=本人の同意を記録する');
    await fillDay('agreedOn', ['8', '6', '10']);
    await page.check('[name=agreedHow][value=signed]', { force: true });
    await save();

    const plan = await planOf(t, caseId);
    expect(plan).toMatchObject({ agreedOn: '2026-06-10', inForce: { goal: '介護の仕事に就く', agreedHow: 'signed' } });
    const [apply, training, nursery] = plan.inForce.steps;
    expect([apply.title, training.branchOf, nursery.ownerSide]).toEqual(['求人に応募する', apply.stepKey, 'municipal']);
    expect(await page.textContent('.plan-step-fallback')).toContain('手順1で「採用が決まる」とならなければ');
  });

  it('keeps what was typed when something is wrong, and says where', async () => {
    await page.goto(`/cases/${await aCaseId()}/plan/edit`);
    await page.fill('[name="steps.1.title"]', '求人に応募する');
    await page.fill('[name="steps.1.dueOn_month"]', '13');
    await save();
    expect(await page.locator('[name="steps.1.title"]').inputValue()).toBe('求人に応募する');
    expect(await page.locator('#f-steps-1-dueOn-error').textContent()).toContain('年・月・日をすべて入力してください');
  });

  it('tells who was faster, shows both texts, and saves the second time', async () => {
    const caseId = await aCaseId();
    const { version } = await aPlan(t, caseId);
    await page.goto(`/cases/${caseId}/plan/edit`);
    await aPlan(t, caseId, { goal: '先に書いた目標', version }, 'navigator');
    await page.fill('[name=goal]', '後から書いた目標');
    await save();
    const notice = await page.textContent('.notice-warn');
    expect(notice).toContain('例示 進さんが');
    expect(notice).toContain('先に書いた目標');
    expect(await page.locator('[name=goal]').inputValue()).toContain('後から書いた目標');
    await save();
    expect((await planOf(t, caseId)).inForce.goal).toBe('後から書いた目標');
  });

  it('is changed for a reason once agreed, and its history tells what became different', async () => {
    const caseId = await aCaseId();
    await anAgreedPlan(t, caseId, {
      steps: [aStep({ title: '求人に応募する' }), aStep({ title: '写真を撮る', ownerSide: 'jobseeker' })],
    });
    await page.goto(`/cases/${caseId}/plan/edit`);
    await page.fill('[name=reason]', '本人の希望が変わった');
    await page.check('[name="steps.1.remove"]');
    await fillStep(2, '面接の練習をする', 'national');
    await save();
    const history = await page.textContent('table:has-text("最初の版")');
    for (const text of [
      '第2版',
      '本人の希望が変わった',
      '追加：面接の練習をする',
      '削除：写真を撮る',
      '架空 市子（自治体側）',
    ])
      expect(history).toContain(text);
  });

  it('has its steps done and its reviews held', async () => {
    const caseId = await aCaseId();
    await anAgreedPlan(t, caseId);
    await page.goto(`/cases/${caseId}/plan`);
    await page.click('text=完了にする');
    expect(await page.textContent('.plan-step')).toContain('完了（令和8年6月10日）');
    await page.click('text=見直しを予定する');
    await fillDay('dueOn', ['8', '7', '1']);
    await save();
    await page.click('text=実施を記録する');
    await fillDay('heldOn', ['8', '6', '10']);
    await page.fill('[name=outcome]', '予定どおり進んでいる。');
    await save();
    expect(await planOf(t, caseId)).toMatchObject({
      reviews: [{ dueOn: '2026-07-01', heldOn: '2026-06-10' }],
      inForce: { steps: [{ state: 'done' }] },
    });
  });

  it('is printed as the form people sign', async () => {
    const caseId = await aCaseId();
    await anAgreedPlan(t, caseId);
    await page.goto(`/cases/${caseId}/plan/print`);
    const paper = await page.textContent('main');
    for (const text of ['プラン兼事業等利用申込書', '見本 花子', '介護の仕事に就く', '本人署名'])
      expect(paper).toContain(text);
    expect(await page.title()).not.toContain('花子');
  });
});
