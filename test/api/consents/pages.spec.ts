import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase } from '../../support/arrangements/cases.js';
import { aJobseeker } from '../../support/arrangements/jobseekers.js';
import { dateBoxes, PageUser } from '../../support/pages.js';

describe('the pages of consent', () => {
  let t: TestApplication;
  let id: string;
  let caseworker: PageUser;
  let navigator: PageUser;
  beforeAll(async () => {
    t = await startApplication();
    caseworker = await PageUser.signedIn(t, 'caseworker');
    navigator = await PageUser.signedIn(t, 'navigator');
    ({ id } = await aJobseeker(t, 'caseworker', { address: '見本市一丁目' }));
  });
  afterAll(() => t.close());

  it('record, print and withdraw a consent to share', async () => {
    const action = `/jobseekers/${id}/consents`;
    const fields = {
      purpose: '就職支援',
      categories: 'plan',
      covers: '相談の記録',
      sharedWithOrganisationId: '2',
      method: 'signed',
      ...dateBoxes('givenOn', '2026-06-10'),
    };
    const refused = await caseworker.submit(`${action}/new?kind=sharing`, action, { ...fields, categories: '' });
    expect(refused.html).toContain('共有する内容を選択してください。');
    expect((await caseworker.submit(`${action}/new?kind=sharing`, action, fields)).location).toBe(
      `/jobseekers/${id}?flash=consent_recorded`,
    );

    const [consent] = await t.owner.query('SELECT id FROM consent WHERE jobseeker_id = $1', [id]);
    const paper = (await navigator.get(`/consents/${consent.id}/print`)).html;
    for (const printed of [
      '情報共有に関する同意書',
      '見本市とハローワーク見本',
      '基本情報、支援プラン・支援チーム',
      '相談の記録',
      '見本 花子',
    ])
      expect(paper).toContain(printed);
    expect(paper).not.toContain('見本市一丁目');

    const withdrawal = `/consents/${consent.id}/withdrawal`;
    expect(
      (
        await navigator.submit(withdrawal, withdrawal, {
          reason: '本人の申出',
          ...dateBoxes('withdrawnOn', '2026-06-10'),
        })
      ).location,
    ).toBe('/jobseekers?flash=consent_withdrawn');
    expect((await navigator.get(`/consents/${consent.id}/print`)).status).toBe(404);
    expect((await caseworker.get(`/jobseekers/${id}`)).html).toContain('撤回');
  });

  it('begin with what the programme of the running case usually asks for, and record what was chosen', async () => {
    const { jobseekerId } = await aCase(t, 'caseworker', { programme: 'walk-in' });
    const chosen = async (): Promise<string[]> => {
      const { html } = await caseworker.get(`/jobseekers/${jobseekerId}/consents/new?kind=sharing`);
      return [...html.matchAll(/<input[^>]*name="categories"[^>]*>/g)]
        .map(([box]) => box)
        .filter((box) => / checked/.test(box))
        .map((box) => /value="(\w+)"/.exec(box)?.[1] ?? '');
    };
    expect(await chosen()).toEqual(['identity', 'contact', 'consultations', 'plan', 'referrals']);
    await t.owner.query(`UPDATE programme SET usual_categories = '{benefits,plan}' WHERE code = 'walk-in'`);
    expect(await chosen()).toEqual(['identity', 'benefits', 'plan']);
    expect((await caseworker.get(`/jobseekers/${jobseekerId}/consents/unsigned?kind=sharing`)).html).toContain(
      '基本情報、給付・手当、支援プラン・支援チーム',
    );
    const action = `/jobseekers/${jobseekerId}/consents`;
    await caseworker.submit(`${action}/new?kind=sharing`, action, {
      ...{ purpose: '就職支援', categories: 'referrals', sharedWithOrganisationId: '2', method: 'signed' },
      ...dateBoxes('givenOn', '2026-06-10'),
    });
    expect(await t.owner.query('SELECT categories FROM consent WHERE jobseeker_id = $1', [jobseekerId])).toEqual([
      { categories: ['identity', 'referrals'] },
    ]);
  });

  it.each([
    [
      'participation',
      ['就職支援への参加に関する同意書', '自治体とハローワークが一体となって行う就職支援に参加すること。'],
    ],
    [
      'sharing',
      [
        '情報共有に関する同意書',
        '見本市とハローワーク見本',
        '基本情報、連絡先、相談、支援プラン・支援チーム、職業紹介・就職',
      ],
    ],
  ])('print a form to sign before anything is recorded: %s', async (kind, terms) => {
    const { id: person } = await aJobseeker(t, 'caseworker', { address: '見本市一丁目' });
    expect((await caseworker.get(`/jobseekers/${person}`)).html).toContain(
      `/jobseekers/${person}/consents/unsigned?kind=${kind}`,
    );
    const { html } = await caseworker.get(`/jobseekers/${person}/consents/unsigned?kind=${kind}`);
    for (const printed of [
      ...terms,
      '見本 花子（ミホン ハナコ）',
      '署名した日から支援が終わるまで',
      'いつでも撤回できます',
      '本人署名',
    ])
      expect(html).toContain(printed);
    for (const unprinted of ['見本市一丁目', '保護者署名']) expect(html).not.toContain(unprinted);
    expect(await t.owner.query('SELECT id FROM consent WHERE jobseeker_id = $1', [person])).toEqual([]);
  });

  it('print the form in the words typed so far, recording nothing', async () => {
    const { id: person } = await aJobseeker(t, 'caseworker');
    const action = `/jobseekers/${person}/consents`;
    const typed = { purpose: '清掃の仕事を一緒に探す', ...dateBoxes('endsOn', '2026-12-31') };
    const { html } = await caseworker.submit(`${action}/new`, action, typed, {}, `${action}/unsigned`);
    for (const printed of ['清掃の仕事を一緒に探す', '署名した日から令和8年12月31日（2026年）まで'])
      expect(html).toContain(printed);
    const refused = await caseworker.submit(
      `${action}/new`,
      action,
      { ...typed, endsOn_month: '13' },
      {},
      `${action}/unsigned`,
    );
    expect(refused.html).toContain('清掃の仕事を一緒に探す');
    expect(refused.html).toContain('data-error-summary');
    expect(await t.owner.query('SELECT id FROM consent WHERE jobseeker_id = $1', [person])).toEqual([]);
  });

  it("print a protected person's form without where they live, with a warning that is not printed", async () => {
    const { id: person } = await aJobseeker(t, 'caseworker', {
      address: '見本市一丁目',
      phone: '000-0000-0001',
      protectedFrom: '2026-06-01',
    });
    const { html } = await caseworker.get(`/jobseekers/${person}/consents/unsigned`);
    expect(html).toContain('支援措置の対象者です');
    for (const unprinted of ['見本市一丁目', '000-0000-0001']) expect(html).not.toContain(unprinted);
    const colleague = await PageUser.signedIn(t, 'caseworker2');
    expect((await colleague.get(`/jobseekers/${person}/consents/unsigned`)).status).toBe(404);
  });

  it('ask for the guardian of a minor', async () => {
    const minor = await aJobseeker(t, 'caseworker', { familyKana: 'ワカイ', birthDate: '2010-04-01' });
    const action = `/jobseekers/${minor.id}/consents`;
    expect((await caseworker.get(`${action}/new`)).html).toContain('保護者の同意も必要です');
    expect((await caseworker.get(`${action}/unsigned`)).html).toContain('保護者署名');
    const refused = await caseworker.submit(`${action}/new`, action, {
      purpose: '参加',
      method: 'signed',
      ...dateBoxes('givenOn', '2026-06-10'),
    });
    expect(refused.html).toContain('同意した保護者の氏名を入力してください');
  });

  it('are not there for those who may not know of the person', async () => {
    const stranger = await PageUser.signedIn(t, 'stranger');
    expect((await stranger.get(`/jobseekers/${id}/consents/new`)).status).toBe(404);
  });
});
