import { startApplication, type TestApplication } from '../../support/application.js';
import { aCaseWithConsents } from '../../support/arrangements/cases.js';
import { aConsultation } from '../../support/arrangements/consultations.js';
import { PageUser } from '../../support/pages.js';

describe('the buttons behind a next action', () => {
  let t: TestApplication;
  let caseId: string;
  let jobseekerId: string;
  beforeAll(async () => {
    t = await startApplication('2026-06-13');
    ({ caseId, jobseekerId } = await aCaseWithConsents(t));
  });
  afterAll(() => t.close());

  /** A promise of the case, and the page of its consultations as somebody opened it. */
  async function aPromiseSeenBy(login: string, title: string) {
    await aConsultation(t, 'caseworker', {
      jobseekerId,
      supportCaseId: caseId,
      nextActions: [{ title, dueOn: '2026-06-30', ownerSide: 'jobseeker' }],
    });
    const [{ id }]: [{ id: string }] = await t.owner.query('SELECT id FROM next_action WHERE title = $1', [title]);
    const user = await PageUser.signedIn(t, login);
    const back = `/cases/${caseId}/consultations`;
    const page = await user.get(back);
    return { id, back, press: (state: string) => user.submitFrom(page, `/next-actions/${id}/end`, {}, { state }) };
  }

  it('end it and lead back', async () => {
    const { press, back } = await aPromiseSeenBy('navigator', '面接に行く');
    expect(await press('done')).toMatchObject({ status: 303, location: `${back}?flash=next_action_ended` });
  });

  it('tell on a stale page who ended it how and when, and lead back', async () => {
    const { id, press, back } = await aPromiseSeenBy('navigator', '履歴書を直す');
    t.clock.set('2026-06-13T12:05:00+09:00');
    await (await t.as('caseworker')).post(`/next-actions/${id}/end`, { state: 'done', version: 1 });
    const { status, html } = await press('dropped');
    expect(status).toBe(409);
    expect(html).toContain('架空 市子さんが令和8年6月13日 12:05に「履歴書を直す」を「完了」にしました。');
    expect(html).toContain(`href="${back}"`);
    expect(html).not.toContain(`action="/next-actions/${id}/end"`);
    expect(await t.owner.query('SELECT state FROM next_action WHERE id = $1', [id])).toEqual([{ state: 'done' }]);
  });

  it('say to somebody who pressed twice that it was themselves', async () => {
    const { press } = await aPromiseSeenBy('caseworker2', '電話をかける');
    await press('dropped');
    expect((await press('dropped')).html).toContain(
      'あなたが令和8年6月13日 12:05に「電話をかける」を「取りやめ」にしました。',
    );
  });
});
