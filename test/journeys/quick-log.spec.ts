import { startApplication, type TestApplication } from '../support/application.js';
import { aCaseWithConsents } from '../support/arrangements/cases.js';
import { aConsultation } from '../support/arrangements/consultations.js';
import { axe, DESKTOP, openBrowser, type Page, type PageOptions, PHONE, type TestBrowser } from '../support/browser.js';
import { PASSWORD } from '../support/sites.js';

/** Keystroke-level model (Card, Moran, Newell): a key of a skilled typist, and a thought before each decision; seconds. */
const KEY = 0.2;
const THOUGHT = 1.35;
/** What logging may cost by keyboard beyond typing the note, in seconds. */
const OVERHEAD = 7;

describe('the quick log', () => {
  let t: TestApplication;
  let browser: TestBrowser;
  let baseURL: string;
  let jobseekerId: string;
  let caseId: string;
  beforeAll(async () => {
    t = await startApplication();
    baseURL = await t.listen();
    browser = await openBrowser();
    ({ jobseekerId, caseId } = await aCaseWithConsents(t, { openedOn: '2026-05-01' }));
    await aConsultation(t, 'navigator', {
      jobseekerId,
      kind: 'vocational',
      channel: 'phone',
      nextActions: [{ title: '履歴書を直す', dueOn: '2026-06-12', ownerSide: 'national' }],
    });
  });
  afterAll(async () => {
    await browser.close();
    await t.close();
  });

  async function signedIn(login: string, options: PageOptions = {}): Promise<Page> {
    const page = await browser.newPage({ baseURL, ...options });
    await page.goto('/sign-in?next=/visits');
    await page.fill('[name=login]', login);
    await page.fill('[name=password]', PASSWORD);
    await page.click('main button[type=submit]');
    await page.waitForURL('**/visits');
    return page;
  }
  const stored = async (text: string): Promise<object[]> =>
    t.owner.query(
      `SELECT c.kind, c.channel, c.support_case_id, c.started_at::text, (SELECT count(*)::int FROM consultation_participant p
        WHERE p.consultation_id = c.id) AS people
       FROM consultation c WHERE c.shared_text = $1`,
      [text],
    );

  it('takes a navigator from anywhere to the saved record by keyboard, in seconds', async () => {
    const page = await signedIn('navigator');
    let keys = 0;
    const press = async (key: string, count = 1): Promise<void> => {
      keys += count;
      await page.keyboard.press(key);
    };
    await press('n');
    await page.waitForFunction('document.activeElement?.name === "jobseekerId_q"');
    await page.keyboard.type('みほ');
    keys += 'miho'.length + 1; // and the key that ends the input method
    await page.waitForSelector('.combobox-option');
    const asked = page.waitForRequest('**/consultations/new/person?*');
    await press('Enter');
    // Nothing of what is being written stands in an address.
    expect([...new URL((await asked).url()).searchParams.keys()]).toEqual(['jobseekerId']);
    await page.getByText('履歴書を直す').waitFor();
    await press('4');
    await press('Tab');
    await page.keyboard.type('職務経歴を聞いた。');
    await press('Control+Enter', 2);
    await page.waitForURL('**/consultations/*flash=consultation_logged');
    // Told on the page's own case, by the channel of last time, at the time it is; nobody was at the table but whoever was ticked.
    expect(await stored('職務経歴を聞いた。')).toEqual([
      { kind: 'career', channel: 'phone', support_case_id: caseId, started_at: '12:00:00', people: 1 },
    ]);
    expect(keys * KEY + 3 * THOUGHT).toBeLessThanOrEqual(OVERHEAD);
  });

  it('goes on with the next person, and lists those of the day', async () => {
    const page = await signedIn('caseworker');
    await page.goto(`/consultations/new?case=${caseId}`);
    await page.keyboard.press('2');
    await page.fill('[name=sharedText]', '家計の相談。');
    await page.fill('[name="nextActions.0.title"]', '家計表を付ける');
    await page.check('[name="nextActions.0.dueIn"][value=week]', { force: true });
    await page.selectOption('[name="nextActions.0.owner"]', 'jobseeker');
    await page.click('text=保存して次の人へ');
    await page.waitForURL('**/consultations/new?flash=*');
    expect(await page.evaluate('document.activeElement.name')).toBe('jobseekerId_q');
    expect(await page.locator('table').innerText()).toContain('見本 花子');
    expect(
      await t.owner.query(`SELECT due_on::text, owner_side FROM next_action WHERE title = '家計表を付ける'`),
    ).toEqual([{ due_on: '2026-06-17', owner_side: 'jobseeker' }]);
  });

  it('works without script: the name is looked up by a button, nothing typed is lost', async () => {
    const page = await signedIn('caseworker', { script: false });
    await page.goto('/consultations/new');
    await page.fill('[name=jobseekerId_q]', 'ミホン');
    await page.fill('[name=sharedText]', 'スクリプトなしで書いた。');
    await page.click('button[name=_find]');
    await page.locator('.chip', { hasText: '見本 花子' }).click();
    await page.check('[name=kind][value=housing]', { force: true });
    await page.click('text=保存する');
    await page.waitForURL('**/consultations/*flash=consultation_logged');
    expect(await stored('スクリプトなしで書いた。')).toEqual([
      expect.objectContaining({ kind: 'housing', support_case_id: caseId }),
    ]);
  });

  it('says at the field what is wrong and keeps every word', async () => {
    const page = await signedIn('caseworker');
    await page.goto('/consultations/new');
    await page.fill('[name=jobseekerId_q]', 'みほん');
    await page.fill('[name=startedAt]', '2570');
    await page.fill('[name=heldOn_day]', '31');
    await page.fill('[name=sharedText]', '長い話。');
    await page.fill('[name=ownNote]', '内部の話。');
    await page.click('text=保存する');
    await page.waitForSelector('[role=alert]');
    expect(await page.locator('#f-heldOn-error').innerText()).toContain('暦にない日付');
    await page.fill('[name=heldOn_day]', '10');
    await page.click('text=保存する');
    await page.waitForSelector('#f-startedAt-error');
    expect(await page.locator('#f-jobseekerId-error').innerText()).toContain('候補から選択');
    expect(await page.inputValue('[name=jobseekerId_q]')).toBe('みほん');
    expect(await page.inputValue('[name=sharedText]')).toBe('長い話。');
    expect(await page.inputValue('[name=ownNote]')).toBe('内部の話。');
    expect(await page.inputValue('[name=startedAt]')).toBe('25:70');
  });

  it('edits a record, tells who was faster and keeps what was typed', async () => {
    const id = await aConsultation(t, 'caseworker', { jobseekerId, sharedText: 'はじめの文。' });
    const [first, second] = await Promise.all([signedIn('caseworker'), signedIn('caseworker')]);
    for (const page of [first, second]) await page.goto(`/consultations/${id}/edit`);
    await first.fill('[name=sharedText]', '先の文。');
    await first.click('text=保存する');
    await first.waitForURL('**flash=saved');
    await second.fill('[name=sharedText]', '後の文。');
    await second.click('text=保存する');
    await second.getByText('ほかの職員が先に保存しました').waitFor();
    expect(await second.inputValue('[name=sharedText]')).toBe('後の文。');
    expect(await second.locator('.stale-change').innerText()).toContain('先の文。');
    await second.click('text=保存する');
    await second.waitForURL('**flash=saved');
    expect(await second.getByText('後の文。').count()).toBe(1);
  });

  it('ends a promise from the case and shows the navigator no note of the city', async () => {
    await aConsultation(t, 'caseworker', { jobseekerId, sharedText: '共有する話。', ownNote: '市だけの話。' });
    const page = await signedIn('navigator');
    await page.goto(`/cases/${caseId}/consultations`);
    expect(await page.getByText('共有する話。').count()).toBe(1);
    expect(await page.getByText('市だけの話。').count()).toBe(0);
    await page.locator('tr', { hasText: '履歴書を直す' }).getByRole('button', { name: '完了' }).click();
    await page.waitForURL(`**/cases/${caseId}/consultations?flash=next_action_ended`);
    expect(await page.locator('tr', { hasText: '履歴書を直す' }).count()).toBe(0);
  });

  it.each([DESKTOP, PHONE])(
    'is accessible at %i px',
    async (width) => {
      const id = await aConsultation(t, 'caseworker', {
        jobseekerId,
        ownNote: '市だけの話。',
        outcomes: ['jobs_searched'],
      });
      const page = await signedIn('caseworker', { width });
      for (const path of [
        `/consultations/new?jobseeker=${jobseekerId}`,
        `/consultations/${id}`,
        `/consultations/${id}/edit`,
        `/cases/${caseId}/consultations`,
      ]) {
        await page.goto(path);
        expect(await axe(page)).toEqual([]);
      }
    },
    120_000,
  );
});
