import { startApplication, type TestApplication } from '../../support/application.js';
import { aJobseeker, withSharingConsent } from '../../support/arrangements/jobseekers.js';

describe('GET /api/v1/jobseekers', () => {
  let t: TestApplication;
  const numbers = new Map<string, string>();
  const register = async (login: string, name: string, person: object): Promise<string> => {
    const { id, number } = await aJobseeker(t, login, person);
    numbers.set(name, number);
    return id;
  };
  const found = async (login: string, q: string): Promise<string[]> => {
    const { body } = await (await t.as(login)).get(`/jobseekers?q=${encodeURIComponent(q)}`);
    return body.items.map((person: { familyName: string; givenName: string }) => person.familyName + person.givenName);
  };
  beforeAll(async () => {
    t = await startApplication();
    await register('caseworker', '髙見本花子', {
      familyName: '髙見本',
      familyKana: 'タカミホン',
      groups: ['needy', 'single_parent'],
      birthDate: '1985-03-14',
    });
    await register('caseworker', '架空太郎', {
      familyName: '架空',
      givenName: '太郎',
      familyKana: 'カクウ',
      givenKana: 'タロウ',
      formerName: '渡邉',
    });
    await register('caseworker', '守秘子', {
      familyName: '守',
      givenName: '秘子',
      familyKana: 'マモリ',
      givenKana: 'ヒメコ',
      protectedFrom: '2026-06-01',
    });
    await register('navigator', '例示高志', {
      familyName: '例示',
      givenName: '高志',
      familyKana: 'レイジ',
      givenKana: 'タカシ',
    });
  });
  afterAll(() => t.close());

  it('answers 401 to nobody', async () => {
    expect((await t.anonymous.get('/jobseekers')).status).toBe(401);
  });

  it('answers 403 to roles that look nobody up', async () => {
    for (const login of ['auditor', 'administrator'])
      expect((await (await t.as(login)).get('/jobseekers?q=タ')).status).toBe(403);
  });

  it('finds nobody for a stranger', async () => {
    for (const q of ['', 'タ', '花', numbers.get('髙見本花子') ?? '']) expect(await found('stranger', q)).toEqual([]);
  });

  it.each(['タカミ', 'たかみほん', 'ﾀｶ', 'タカミホン　ハナ', 'はなこ', '高見', '髙見本　花子', '本花', '花子'])(
    'finds the person by %s',
    async (q) => {
      expect(await found('caseworker', q)).toEqual(['髙見本花子']);
    },
  );

  it('finds a person by a variant of the former name and by the number in any width', async () => {
    expect(await found('caseworker', '渡辺')).toEqual(['架空太郎']);
    const number = numbers.get('架空太郎') ?? '';
    for (const q of [
      number,
      String(Number(number)),
      number.replace(/\d/g, (digit) => '０１２３４５６７８９'.charAt(Number(digit))),
    ]) {
      expect(await found('caseworker', q)).toContain('架空太郎');
    }
  });

  it('takes a percent sign for what it is', async () => {
    expect(await found('caseworker', '%')).toEqual([]);
  });

  it('is ordered by what was found, a family name or a given one, and shows what tells people apart', async () => {
    const { body } = await (await t.as('caseworker')).get('/jobseekers?q=タ');
    expect(body.items).toMatchObject([
      { familyKana: 'タカミホン', birthDate: '1985-03-14', groups: ['single_parent', 'needy'], protectedUntil: null },
      { givenKana: 'タロウ', familyName: '架空', organisationName: '見本市', side: 'municipal', groups: [] },
    ]);
  });

  it('names a person once who is found in several ways', async () => {
    await register('caseworker', '本本', { familyName: '本', familyKana: 'ホンホン', givenKana: 'ホン' });
    const user = await t.as('caseworker');
    const first = (await user.get('/jobseekers?q=ホン&limit=1')).body;
    expect(first).toEqual({ items: [expect.objectContaining({ familyKana: 'ホンホン' })] });
  });

  it('finds those of the other organisation once they agreed to share', async () => {
    expect(await found('navigator', 'タ')).toEqual(['例示高志']);
    const id = await register('caseworker', '共有', { familyName: '田本', familyKana: 'タモト' });
    await withSharingConsent(t, 'caseworker', id);
    expect(await found('navigator', 'タモト')).toEqual(['田本花子']);
  });

  it('finds a protected person for the registrant and the supervisor alone', async () => {
    expect(await found('caseworker', 'マモリ')).toEqual(['守秘子']);
    expect(await found('city-supervisor', 'マモリ')).toEqual(['守秘子']);
    for (const login of ['caseworker2', 'navigator', 'hw-supervisor']) expect(await found(login, 'マモリ')).toEqual([]);
  });

  it('lists the most recently changed for an empty query, page by page', async () => {
    t.clock.set('2026-06-11');
    const user = await t.as('navigator2');
    for (const given of ['イチ', 'ニ', 'サン'])
      await register('navigator2', given, { familyKana: 'ページ', givenKana: given, givenName: given });
    const first = (await user.get('/jobseekers?limit=2')).body;
    const second = (await user.get(`/jobseekers?limit=2&cursor=${first.next}`)).body;
    expect(
      [...first.items, ...second.items].map((person: { givenKana: string }) => person.givenKana).slice(0, 3),
    ).toEqual(['サン', 'ニ', 'イチ']);
    const byKana = (await user.get('/jobseekers?q=ページ&limit=2')).body;
    expect(byKana.items.map((person: { givenKana: string }) => person.givenKana)).toEqual(['イチ', 'サン']);
    const rest = (await user.get(`/jobseekers?q=ページ&limit=2&cursor=${byKana.next}`)).body;
    expect(rest).toEqual({ items: [expect.objectContaining({ givenKana: 'ニ' })] });
  });

  it.each([
    ['limit=0', 'limit', 'out_of_range'],
    ['limit=101', 'limit', 'out_of_range'],
    ['cursor=nonsense', 'cursor', 'cursor_of_another_list'],
    ['who=me', 'who', 'unknown_field'],
  ])('answers 422 to %s', async (query, field, code) => {
    const { status, body } = await (await t.as('caseworker')).get(`/jobseekers?${query}`);
    expect(status).toBe(422);
    expect(body.error.fields).toMatchObject([{ field, code }]);
  });
});
