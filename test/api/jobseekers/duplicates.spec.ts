import { startApplication, type TestApplication } from '../../support/application.js';
import { aJobseeker } from '../../support/arrangements/jobseekers.js';
import { PageUser } from '../../support/pages.js';

const BORN = { birthDate: '1985-03-14' };

describe('/api/v1/duplicates, the queue of the site administrator', () => {
  let t: TestApplication;
  const queue = async (login = 'administrator') => (await (await t.as(login)).get('/duplicates')).body.items;
  beforeAll(async () => {
    t = await startApplication();
    await aJobseeker(t, 'caseworker', BORN);
    await aJobseeker(t, 'navigator', BORN);
    await aJobseeker(t, 'caseworker', { familyKana: 'マモリ', protectedFrom: '2026-06-01' });
    await aJobseeker(t, 'navigator', { familyKana: 'マモリ' });
  });
  afterAll(() => t.close());

  it('answers 401 to nobody, 403 to those who record', async () => {
    expect((await t.anonymous.get('/duplicates')).status).toBe(401);
    for (const login of ['caseworker', 'navigator', 'city-supervisor', 'auditor'])
      expect((await (await t.as(login)).get('/duplicates')).status).toBe(403);
  });

  it('shows enough to decide, and nothing of a protected person', async () => {
    const items = await queue();
    expect(items).toMatchObject([
      {
        strength: 'strong',
        state: 'open',
        one: {
          organisationName: 'ハローワーク見本',
          kana: 'ミホン ハナコ',
          birthDate: '1985-03-14',
          isProtected: false,
        },
        other: { organisationName: '見本市', kana: 'ミホン ハナコ', birthDate: '1985-03-14' },
      },
      {
        strength: 'possible',
        state: 'open',
        other: { organisationName: '見本市', isProtected: true, kana: null, birthDate: null },
      },
    ]);
    expect(JSON.stringify(items)).not.toContain('見本 花子');
  });

  it('records the decision once, with its reason', async () => {
    const [{ id }] = await queue();
    const user = await t.as('administrator');
    const decide = (payload: object) => user.post(`/duplicates/${id}/decision`, payload);
    expect((await decide({ state: 'same_person' })).body.error.fields).toMatchObject([
      { field: 'note', code: 'required' },
    ]);
    expect((await decide({ state: 'maybe', note: '不明' })).body.error.fields).toMatchObject([
      { field: 'state', code: 'not_one_of' },
    ]);
    expect((await decide({ state: 'same_person', note: '両機関に確認' })).status).toBe(204);
    expect((await decide({ state: 'different', note: 'やはり別人' })).body.error.reasons).toMatchObject([
      { code: 'duplicate_decided' },
    ]);
    expect((await queue()).at(-1)).toMatchObject({
      id,
      state: 'same_person',
      note: '両機関に確認',
      decidedBy: '架空 管',
    });
    expect(await t.owner.query(`SELECT changes FROM audit_entry WHERE action = 'duplicate.decided'`)).toEqual([
      { changes: { state: { from: 'open', to: 'same_person' } } },
    ]);
  });

  it('answers 404 to a suspicion that is not there', async () => {
    const { status } = await (
      await t.as('administrator')
    ).post('/duplicates/01900000-0000-7000-8000-000000000000/decision', { state: 'different', note: '別人' });
    expect(status).toBe(404);
  });
});

describe('/api/v1/duplicates, pairs with a protected person', () => {
  const [CITY, NATION] = ['administrator', 'hw-supervisor'];
  let t: TestApplication;
  /** Two strong namesakes, whose birth date no other pair has. */
  const pair = async (
    familyKana: string,
    birthDate: string,
    ...registered: [login: string, isProtected: boolean][]
  ): Promise<void> => {
    for (const [login, isProtected] of registered)
      await aJobseeker(t, login, { familyKana, birthDate, ...(isProtected ? { protectedFrom: '2026-06-01' } : {}) });
  };
  const suspicion = async (familyKana: string): Promise<string> => {
    const [row] = await t.owner.query(
      'SELECT d.id FROM duplicate_suspicion d JOIN jobseeker_identity j USING (jobseeker_id) WHERE j.family_kana = $1',
      [familyKana],
    );
    return row.id;
  };
  const known = async (login: string): Promise<string[]> => {
    const { body } = await (await t.as(login)).get('/duplicates');
    const rows: { family_kana: string }[] = await t.owner.query(
      'SELECT j.family_kana FROM duplicate_suspicion d JOIN jobseeker_identity j USING (jobseeker_id) WHERE d.id = ANY ($1) ORDER BY j.birth_date',
      [body.items.map(({ id }: { id: string }) => id)],
    );
    return rows.map((row) => row.family_kana);
  };
  const decide = async (login: string, familyKana: string) =>
    (
      await (
        await t.as(login)
      ).post(`/duplicates/${await suspicion(familyKana)}/decision`, { state: 'different', note: '別人' })
    ).status;

  beforeAll(async () => {
    t = await startApplication();
    await t.owner.query(`UPDATE staff SET role = 'site_administrator' WHERE login = $1`, [NATION]);
    await pair('ダレモナシ', '1981-01-01', ['caseworker', false], ['navigator', false]);
    await pair('シノマモリ', '1982-01-01', ['caseworker', true], ['navigator', false]);
    await pair('クニノマモリ', '1983-01-01', ['navigator', true], ['caseworker', false]);
    await pair('リョウホウ', '1984-01-01', ['caseworker', true], ['navigator', true]);
    await pair('シノフタリ', '1985-01-01', ['caseworker', true], ['caseworker2', true]);
  });
  afterAll(() => t.close());

  it('are known only where the protected person was registered, and nowhere when each side protects one', async () => {
    expect(await known(CITY)).toEqual(['ダレモナシ', 'シノマモリ', 'シノフタリ']);
    expect(await known(NATION)).toEqual(['ダレモナシ', 'クニノマモリ']);
  });

  it('are not there to be decided by the others, before a decision or after it', async () => {
    for (const hidden of ['クニノマモリ', 'リョウホウ']) expect(await decide(CITY, hidden)).toBe(404);
    for (const hidden of ['シノマモリ', 'リョウホウ', 'シノフタリ']) expect(await decide(NATION, hidden)).toBe(404);
    expect(await t.owner.query(`SELECT 1 FROM duplicate_suspicion WHERE state <> 'open'`)).toEqual([]);
    expect(await decide(CITY, 'シノマモリ')).toBe(204);
    expect(await decide(NATION, 'クニノマモリ')).toBe(204);
    expect(await decide(NATION, 'シノマモリ')).toBe(404);
    expect(await known(NATION)).toEqual(['ダレモナシ', 'クニノマモリ']);
  });

  it('disappear for the others on the day a protection begins and come back the day after its last', async () => {
    const protectCityUntil = (day: string) =>
      t.owner.query(
        `UPDATE jobseeker j SET protected_until = $1 FROM organisation o, jobseeker_identity i
          WHERE o.id = j.org_id AND o.code = 'mihon-city' AND i.jobseeker_id = j.id AND i.family_kana = 'ダレモナシ'`,
        [day],
      );
    await protectCityUntil(t.clock.today());
    expect(await known(NATION)).toEqual(['クニノマモリ']);
    await protectCityUntil('2026-06-09');
    expect(await known(NATION)).toEqual(['ダレモナシ', 'クニノマモリ']);
  });

  it('have no line on the page of the others, and no decision', async () => {
    const page = await PageUser.signedIn(t, NATION);
    const [{ number }] = await t.owner.query(
      `SELECT j.number FROM jobseeker j JOIN jobseeker_identity i ON i.jobseeker_id = j.id WHERE i.family_kana = 'シノマモリ' AND j.protected_until IS NOT NULL`,
    );
    const shown = await page.get('/duplicates');
    expect(shown.html).not.toContain(number);
    expect((await (await PageUser.signedIn(t, CITY)).get('/duplicates')).html).toContain(number);
    const decision = async (familyKana: string) => `/duplicates/${await suspicion(familyKana)}/decision`;
    const sent = await page.submitFrom(
      shown,
      await decision('ダレモナシ'),
      { state: 'different', note: '別人' },
      {},
      await decision('リョウホウ'),
    );
    expect(sent.status).toBe(404);
  });
});
