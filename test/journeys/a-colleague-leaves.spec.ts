import { startApplication, type TestApplication } from '../support/application.js';
import { aCase, takeStep } from '../support/arrangements/cases.js';
import { aConsultation } from '../support/arrangements/consultations.js';
import { aJobseeker } from '../support/arrangements/jobseekers.js';
import { staffIdOf } from '../support/arrangements/staff.js';
import { axe, DESKTOP, openBrowser, PHONE, type TestBrowser } from '../support/browser.js';
import { DeskUser } from '../support/desk-user.js';

const CASES = 14;
const HANDED_OVER = 4;

/**
 * A colleague with fourteen cases leaves. Before: accepted without a word; the cases vanished from the supervisor's table and
 * stayed with somebody who was gone. Now: nothing leaves anybody's sight.
 */
describe('a colleague with 14 cases leaves', () => {
  let t: TestApplication;
  let browser: TestBrowser;
  let baseURL: string;
  const caseIds: string[] = [];
  beforeAll(async () => {
    t = await startApplication();
    baseURL = await t.listen();
    browser = await openBrowser();
    const mine = await staffIdOf(t, 'caseworker');
    for (let n = 0; n < CASES; n += 1) {
      const { id: jobseekerId } = await aJobseeker(t, 'caseworker', { givenName: `花子${n + 1}` });
      const { caseId } = await aCase(t, 'caseworker', { jobseekerId, openedOn: '2026-06-01' });
      caseIds.push(caseId);
      if (n > 0) continue;
      await aConsultation(t, 'caseworker', {
        jobseekerId,
        supportCaseId: caseId,
        nextActions: [{ title: '保育所の申込み', dueOn: '2026-06-20', ownerSide: 'municipal', ownerStaffId: mine }],
      });
    }
    const { caseId } = await aCase(t, 'caseworker');
    await takeStep(t, 'caseworker', caseId, 'close', { closeReason: 'moved' });
  });
  afterAll(async () => {
    await browser.close();
    await t.close();
  });

  const leads = async (login: string): Promise<number> =>
    (
      await t.owner.query(
        `SELECT count(*)::int AS n FROM case_assignment a JOIN staff s ON s.id = a.staff_id WHERE s.login = $1 AND a.role = '主担当' AND a.ends_on IS NULL`,
        [login],
      )
    )[0].n;

  it('and nothing of theirs is lost', async () => {
    const administrator = await DeskUser.signedIn(browser, 'administrator', { baseURL, width: DESKTOP });
    const { page } = administrator;
    await page.goto(`/staff/${await staffIdOf(t, 'caseworker')}`);
    await administrator.follow('離任・異動');
    expect(await page.getByRole('main').textContent()).toContain(`引き継ぐもの ${CASES + 1}件`);
    expect(await axe(page)).toEqual([]);

    // Without a word about what is open it is not accepted, and what was chosen stays on the page.
    await administrator.press('離任・異動を登録する');
    expect(await page.getByRole('main').textContent()).toContain('引継ぎ先が決まっていないものが15件あります');
    expect(await leads('caseworker')).toBe(CASES);

    // Four go to a colleague, one by one; the rest knowingly to the queue.
    const rows = page.getByRole('row').filter({ hasText: '主担当' });
    for (let n = 0; n < HANDED_OVER; n += 1)
      await rows.nth(n).getByRole('combobox').selectOption({ label: '架空 福男（担当 0件）' });
    await page.getByLabel('引継ぎ先のないものを「担当者不在」に入れる').check();
    await administrator.press('離任・異動を登録する');
    await page.getByText('離任を登録しました。').waitFor();
    expect([await leads('caseworker'), await leads('caseworker2')]).toEqual([0, HANDED_OVER]);

    // The supervisor's home opens with it: the ten cases, and the promise of the one who is gone.
    const supervisor = await DeskUser.signedIn(browser, 'city-supervisor', { baseURL, width: DESKTOP });
    const queue = supervisor.page.locator('#unattended');
    expect(await queue.textContent()).toContain(`担当者不在　${CASES - HANDED_OVER + 1}件`);
    expect(await queue.textContent()).toContain('保育所の申込み');
    expect(await queue.textContent()).toContain('架空 市子');

    // The ten cases and the promise are handed over with one choice and one press.
    await supervisor.follow('担当者不在の一覧を開く');
    expect(await axe(supervisor.page)).toEqual([]);
    for (const box of await supervisor.page.getByRole('checkbox').all()) await box.check();
    await supervisor.choose('引き継ぐ職員', '架空 福男（就労支援員）');
    await supervisor.press('選んだものを引き継ぐ');
    await supervisor.page.getByText(`${CASES - HANDED_OVER + 1}件の担当を決めました。`).waitFor();
    expect(await leads('caseworker2')).toBe(CASES);
    expect(await supervisor.page.getByRole('main').textContent()).toContain('担当者不在の支援ケースはありません。');
  });

  it('and comes back when it was typed by mistake', async () => {
    const { id } = (await (await t.as('administrator')).get('/staff')).body.items.find(
      ({ login }: { login: string }) => login === 'city-supervisor',
    );
    const administrator = await DeskUser.signedIn(browser, 'administrator', { baseURL, width: PHONE });
    await administrator.page.goto(`/staff/${id}/departure`);
    await administrator.press('離任・異動を登録する');
    await administrator.page.getByText('離任を登録しました。').waitFor();
    expect(
      (await t.anonymous.post('/sessions', { login: 'city-supervisor', password: 'mihon-no-kotoba' })).status,
    ).toBe(401);

    await administrator.page.goto(`/staff/${id}/departure`);
    expect(await axe(administrator.page)).toEqual([]);
    await administrator.press('離任を取り消す');
    await administrator.page.getByText('離任を取り消しました。').waitFor();
    expect(
      (await t.anonymous.post('/sessions', { login: 'city-supervisor', password: 'mihon-no-kotoba' })).status,
    ).toBe(201);
  });
});
