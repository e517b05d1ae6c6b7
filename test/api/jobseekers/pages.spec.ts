import { startApplication, type TestApplication } from '../../support/application.js';
import { onMonday, questionAbout } from '../../support/arrangements/duplicates.js';
import { aJobseeker, HANAKO, withSharingConsent } from '../../support/arrangements/jobseekers.js';
import { dateBoxes, PageUser } from '../../support/pages.js';

describe('the pages of the jobseeker', () => {
  let t: TestApplication;
  let caseworker: PageUser;
  let colleague: PageUser;
  beforeAll(async () => {
    t = await startApplication();
    caseworker = await PageUser.signedIn(t, 'caseworker');
    colleague = await PageUser.signedIn(t, 'caseworker2');
  });
  afterAll(() => t.close());

  it('register a person; wrong input is told at the field and nothing typed is lost', async () => {
    const typed = {
      familyName: '頁見本',
      givenName: '花子',
      familyKana: '頁',
      givenKana: 'ハナコ',
      ...dateBoxes('birthDate', '1985-03-14'),
    };
    const refused = await caseworker.submit('/jobseekers/new', '/jobseekers', typed);
    expect(refused.status).toBe(200);
    expect(refused.html).toContain('ひらがな又はカタカナで入力してください。');
    expect(refused.html).toContain('value="頁見本"');
    expect(refused.html).toContain('value="1985"');
    const saved = await caseworker.submit('/jobseekers/new', '/jobseekers', { ...typed, familyKana: 'ページミホン' });
    expect(saved.location).toMatch(/^\/jobseekers\/[0-9a-f-]{36}\?flash=jobseeker_registered$/);
    const { html } = await caseworker.get(saved.location ?? '');
    expect(html).toContain('頁見本 花子');
    expect(html).toContain('41歳');
  });

  it('hand back a second person typed into the form of the first, and register both only knowingly', async () => {
    const form = await caseworker.get('/jobseekers/new');
    const typed = (familyKana: string): Record<string, string> => ({
      familyName: '戻見本',
      givenName: '次郎',
      familyKana,
      givenKana: 'ジロウ',
      ...dateBoxes('birthDate', familyKana === 'モドリイチ' ? '1961-01-02' : '1992-11-12'),
    });
    const send = (familyKana: string) => caseworker.submitFrom(form, '/jobseekers', typed(familyKana));
    const stored = () =>
      t.owner.query(
        `SELECT family_kana AS kana, birth_date::text AS born FROM jobseeker_identity WHERE family_kana LIKE 'モドリ%' ORDER BY birth_date`,
      );
    const first = { kana: 'モドリイチ', born: '1961-01-02' };
    const { location } = await send('モドリイチ');
    expect((await send('モドリイチ')).location).toBe(location);
    const refused = await send('モドリニ');
    expect([refused.status, refused.headers['cache-control']]).toEqual([409, 'no-store']);
    for (const words of [
      '同じ画面から別の内容がすでに保存されています',
      '先に保存した記録は変わっていません',
      'モドリニ',
    ])
      expect(refused.html).toContain(words);
    expect(await stored()).toEqual([first]);
    const knowingly = [
      await caseworker.submitFrom(refused, '/jobseekers', {}),
      await caseworker.submitFrom(refused, '/jobseekers', {}),
    ];
    expect(knowingly.map(({ status }) => status)).toEqual([303, 303]);
    expect(await stored()).toEqual([first, { kana: 'モドリニ', born: '1992-11-12' }]);
  });

  it('show a likely duplicate before saving, and save once it is confirmed', async () => {
    const person = { ...HANAKO, familyKana: 'ジュウフク' };
    await aJobseeker(t, 'caseworker', person);
    const asked = await caseworker.submit('/jobseekers/new', '/jobseekers', {
      ...person,
      ...dateBoxes('birthDate', '1971-07-07'),
    });
    expect(asked.html).toContain('同じ人と思われる記録が1件あります');
    expect(asked.html).toContain('氏名のフリガナが同じ');
    expect(asked.html).toContain('name="confirmDuplicate"');
    const count = () =>
      t.owner.query(`SELECT count(*)::int AS n FROM jobseeker_identity WHERE family_kana = 'ジュウフク'`);
    expect(await count()).toEqual([{ n: 1 }]);
    expect(
      (await caseworker.submit('/jobseekers/new', '/jobseekers', { ...person, confirmDuplicate: 'true' })).status,
    ).toBe(303);
    expect(await count()).toEqual([{ n: 2 }]);
  });

  it('find people, and suggest them to a combobox', async () => {
    const { id } = await aJobseeker(t, 'caseworker', { familyKana: 'ケンサク', familyName: '<検索>' });
    const found = await caseworker.get(`/jobseekers?q=${encodeURIComponent('けんさく')}`);
    expect(found.html).toContain(`href="/jobseekers/${id}"`);
    expect(found.html).toContain('&lt;検索>');
    const suggested = await colleague.get(`/jobseekers/suggestions?q=${encodeURIComponent('ケンサク')}`);
    expect(suggested.html).toContain(`data-value="${id}"`);
    expect(
      (
        await (
          await PageUser.signedIn(t, 'navigator')
        ).get(`/jobseekers/suggestions?q=${encodeURIComponent('ケンサク')}`)
      ).html,
    ).not.toContain(id);
  });

  it('tell a stale edit who was faster, keep the text, and save it knowingly the second time', async () => {
    const { id } = await aJobseeker(t, 'caseworker', { address: '元の住所' });
    const action = `/jobseekers/${id}`;
    await colleague.submit(`${action}/edit`, action, { ...HANAKO, address: '先の住所' });
    const late = await caseworker.submit(`${action}/edit`, action, { ...HANAKO, address: '後の住所', version: '1' });
    expect(late.html).toContain('架空 福男さん');
    expect(late.html).toContain('先の住所');
    expect(late.html).toContain('value="後の住所"');
    expect(late.html).toContain('name="version" value="2"');
    expect(
      (await caseworker.submit(`${action}/edit`, action, { ...HANAKO, address: '後の住所', version: '2' })).status,
    ).toBe(303);
  });

  it('record groups, wishes and benefits, and show them with history and clock', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    const at = `/jobseekers/${id}`;
    const sent = [
      await caseworker.submit(`${at}/groups/new`, `${at}/groups`, { groupCode: 'needy' }),
      await caseworker.submit(`${at}/wishes/new`, `${at}/wishes`, {
        occupations: '事務\r\n販売',
        ...dateBoxes('recordedOn', '2026-06-09'),
      }),
      await caseworker.submit(`${at}/wishes/new`, `${at}/wishes`, {
        occupations: '介護',
        reasonForChange: '研修を受けて',
        ...dateBoxes('recordedOn', '2026-06-10'),
      }),
      await caseworker.submit(`${at}/benefits/new`, `${at}/benefits`, {
        name: '住居確保給付金',
        ...dateBoxes('startsOn', '2026-04-01'),
        ...dateBoxes('endsOn', '2026-06-20'),
      }),
    ];
    expect(sent.map(({ status }) => status)).toEqual([200, 303, 303, 303]);
    expect(
      (
        await caseworker.submit(`${at}/groups/new`, `${at}/groups`, {
          groupCode: 'needy',
          ...dateBoxes('startsOn', '2026-06-01'),
        })
      ).status,
    ).toBe(303);
    const { html } = await caseworker.get(at);
    for (const shown of ['生活困窮者', '希望職種：事務・販売 → 介護', '理由：研修を受けて', 'あと10日'])
      expect(html).toContain(shown);
  });

  it('end a group and move the end of a benefit', async () => {
    const { id } = await aJobseeker(t, 'caseworker', { groups: ['needy'] });
    const user = await t.as('caseworker');
    const benefit = (await user.post(`/jobseekers/${id}/benefits`, { name: '雇用保険', startsOn: '2026-04-01' })).body;
    const group = (await user.get(`/jobseekers/${id}`)).body.groups[0];
    const end = async (path: string) =>
      caseworker.submit(`/jobseekers/${id}/${path}`, `/jobseekers/${id}/${path}`, dateBoxes('endsOn', '2026-06-10'));
    expect((await end(`groups/${group.id}/end`)).status).toBe(303);
    expect((await end(`benefits/${benefit.id}/end`)).status).toBe(303);
    expect((await caseworker.get(`/jobseekers/${id}`)).html).toContain('本日まで');
  });

  it('protect a person and say when it can be renewed', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    const at = `/jobseekers/${id}/protection`;
    expect((await colleague.submit(at, at, dateBoxes('startsOn', '2026-06-10'))).html).toContain('この人の担当職員か');
    expect((await caseworker.submit(at, at, dateBoxes('startsOn', '2026-06-10'))).status).toBe(303);
    expect((await caseworker.get(at)).html).toContain('令和9年5月9日から更新できます');
    expect((await colleague.get(`/jobseekers/${id}`)).status).toBe(404);
  });

  it('let the national side register the person, and the city not', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', id);
    const at = `/jobseekers/${id}/hello-work-registration`;
    expect((await caseworker.get(at)).status).toBe(403);
    const navigator = await PageUser.signedIn(t, 'navigator');
    expect(
      (
        await navigator.submit(at, at, {
          helloWorkNumber: '13010-00000009',
          ...dateBoxes('helloWorkRegisteredOn', '2026-06-10'),
        })
      ).status,
    ).toBe(303);
    expect((await navigator.get(`/jobseekers/${id}`)).html).toContain('13010-00000009');
  });

  it('let the administrator say of its own record whether it may be whom another knows, and revise that', async () => {
    await aJobseeker(t, 'caseworker', { familyKana: 'フタリ' });
    await aJobseeker(t, 'navigator', { familyKana: 'フタリ' });
    const administrator = await PageUser.signedIn(t, 'administrator');
    await onMonday(t);
    const id = await questionAbout(t, 'フタリ', 'mihon-city');
    const action = `/duplicates/${id}/decision`;
    const refused = await administrator.submit('/duplicates', action, { state: 'different', note: '' });
    expect(refused.html).toContain('入力してください。');
    expect(
      (await administrator.submit('/duplicates', action, { state: 'different', note: '生年月日が異なる' })).location,
    ).toBe('/duplicates?flash=saved');
    const { html } = await administrator.get('/duplicates');
    expect(html).toContain('生年月日が異なる');
    expect(html).not.toContain(`action="${action}"`);
    expect((await administrator.get(`/duplicates?revise=${id}`)).html).toContain(`action="${action}"`);
  });
});
