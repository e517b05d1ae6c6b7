import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aRequestedCase, takeStep } from '../../support/arrangements/cases.js';
import { aJobseeker } from '../../support/arrangements/jobseekers.js';
import { dateBoxes, PageUser } from '../../support/pages.js';

describe('the pages of a case', () => {
  let t: TestApplication;
  let caseworker: PageUser;
  let navigator: PageUser;
  beforeAll(async () => {
    t = await startApplication();
    caseworker = await PageUser.signedIn(t, 'caseworker');
    navigator = await PageUser.signedIn(t, 'navigator');
  });
  afterAll(() => t.close());

  const stored = async (caseId: string) =>
    (
      await t.owner.query('SELECT status, opened_on::text, interview_held_on::text FROM support_case WHERE id = $1', [
        caseId,
      ])
    )[0];

  it('are not there for the side that nothing is shared with', async () => {
    const { caseId, jobseekerId } = await aCase(t, 'caseworker');
    for (const url of [`/cases/${caseId}/steps`, `/cases/${caseId}/team`, `/cases/new?jobseeker=${jobseekerId}`])
      expect((await navigator.get(url)).status).toBe(404);
  });

  it('name the team of a period that is over, and until when it was; nothing is to be decided any more', async () => {
    const { caseId } = await aCase(t, 'caseworker');
    const head = async (): Promise<string> => {
      const { html } = await caseworker.get(`/cases/${caseId}`);
      const [, facts = ''] = /<div class="case-facts">(.*?)<nav/s.exec(html) ?? [];
      return facts
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    };
    expect(await head()).toBe('支援チーム 自 自治体側 架空 市子 主担当 国 国側 未定 次にすること 決まっていません');
    await takeStep(t, 'caseworker', caseId, 'close', { closeReason: 'moved' });
    expect(await head()).toBe(
      '支援チーム 令和8年6月10日の終了まで 自 自治体側 架空 市子 主担当 次にすること 終了しているため、ありません',
    );
  });

  describe('/cases/new', () => {
    it('opens a case and leads to it', async () => {
      const { id } = await aJobseeker(t, 'caseworker');
      const programmeId = String(
        (await t.owner.query(`SELECT min(id) AS id FROM programme WHERE code = 'livelihood'`))[0].id,
      );
      const { status, location } = await caseworker.submit(`/cases/new?jobseeker=${id}`, '/cases', {
        programmeId,
        role: '主担当',
        ...dateBoxes('openedOn', '2026-06-09'),
      });
      expect(status).toBe(303);
      const [, caseId = ''] = /^\/cases\/([^/]+)\?flash=case_opened$/.exec(location ?? '') ?? [];
      expect(await stored(caseId)).toMatchObject({ status: 'intake', opened_on: '2026-06-09' });
    });

    it('keeps what was typed when something is missing, and names the field', async () => {
      const { id } = await aJobseeker(t, 'caseworker');
      const { status, html } = await caseworker.submit(`/cases/new?jobseeker=${id}`, '/cases', {
        role: '通訳つきの主担当',
        ...dateBoxes('openedOn', '2026-06-31'),
      });
      expect(status).toBe(200);
      expect(html).toContain('value="通訳つきの主担当"');
      expect(html).toContain('暦にない日付です');
      expect(html).toMatch(/name="openedOn_day"[^>]*value="31"/);
    });
  });

  describe('/cases/:id/steps', () => {
    it('offers what may be done, says why the rest may not and where to put it right', async () => {
      const { caseId, jobseekerId } = await aCase(t, 'caseworker');
      await takeStep(t, 'caseworker', caseId, 'pick_candidate');
      const { html } = await caseworker.get(`/cases/${caseId}/steps`);
      expect(html).toContain('参加の同意がありません');
      expect(html).toContain(`href="/jobseekers/${jobseekerId}/consents/new"`);
      expect(html).toContain('支援を中断する');
      expect(html).toContain('class="case-axis"');
    });

    it('takes a step', async () => {
      const { caseId } = await aCase(t, 'caseworker');
      const steps = `/cases/${caseId}/steps`;
      const answer = await caseworker.submit(steps, `/cases/${caseId}/transitions`, dateBoxes('on', '2026-06-10'), {
        action: 'pick_candidate',
      });
      expect(answer).toMatchObject({ status: 303, location: `${steps}?flash=case_moved` });
      expect(await stored(caseId)).toMatchObject({ status: 'candidate' });
    });

    it('opens the refused form again with the note that was typed', async () => {
      const { caseId } = await aCase(t, 'caseworker');
      const fields = { ...dateBoxes('on', '2026-06-10'), note: '本人から電話があった。' };
      const { status, html } = await caseworker.submit(
        `/cases/${caseId}/steps`,
        `/cases/${caseId}/transitions`,
        fields,
        { action: 'close' },
      );
      expect(status).toBe(200);
      expect(html).toContain('終了理由を選択してください');
      expect(html).toContain('本人から電話があった。');
    });

    it('tells who was first, and keeps the typed text for the next attempt', async () => {
      const { caseId } = await aCase(t, 'caseworker');
      const late = {
        ...dateBoxes('on', '2026-06-10'),
        ...dateBoxes('reviewOn', '2026-07-10'),
        reason: '入院のため',
        version: '1',
      };
      await takeStep(t, 'caseworker2', caseId, 'pick_candidate');
      const { html } = await caseworker.submit(`/cases/${caseId}/steps`, `/cases/${caseId}/transitions`, late, {
        action: 'suspend',
      });
      expect(html).toContain('ほかの職員が先に保存しました');
      expect(html).toContain('架空 福男さん');
      expect(html).toContain('入院のため');
      expect(html).toMatch(/name="version" value="2"/);
    });

    it('records the day of the interview', async () => {
      const { caseId } = await aCase(t, 'caseworker');
      await caseworker.submit(
        `/cases/${caseId}/steps`,
        `/cases/${caseId}/meetings`,
        dateBoxes('heldOn', '2026-06-10'),
        { kind: 'interview' },
      );
      expect(await stored(caseId)).toMatchObject({ interview_held_on: '2026-06-10' });
    });

    it('of a closed case offers a new period and nothing else', async () => {
      const { caseId, jobseekerId } = await aCase(t, 'caseworker');
      await takeStep(t, 'caseworker', caseId, 'close', { closeReason: 'moved' });
      const { html } = await caseworker.get(`/cases/${caseId}/steps`);
      expect(html).toContain(`href="/cases/new?jobseeker=${jobseekerId}"`);
      expect(html).not.toContain(`action="/cases/${caseId}/transitions"`);
    });
  });

  it('show the same head everywhere, without the name in the title of the window', async () => {
    const { caseId } = await aRequestedCase(t);
    for (const tab of ['steps', 'team']) {
      const { html } = await navigator.get(`/cases/${caseId}/${tab}`);
      expect(html).toContain('情報共有の同意あり');
      expect(html).toContain('ミホン ハナコ');
      expect(/<title>[^<]*<\/title>/.exec(html)?.[0]).not.toContain('見本 花子');
    }
  });
});
