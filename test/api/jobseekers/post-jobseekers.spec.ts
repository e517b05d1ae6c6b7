import { startApplication, type TestApplication } from '../../support/application.js';
import { onMonday } from '../../support/arrangements/duplicates.js';
import { HANAKO } from '../../support/arrangements/jobseekers.js';

const BORN = { ...HANAKO, birthDate: '1985-03-14' };

describe('POST /api/v1/jobseekers', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  it('answers 401 to nobody', async () => {
    expect((await t.anonymous.post('/jobseekers', HANAKO)).status).toBe(401);
  });

  it('answers 403 to roles that register nobody', async () => {
    for (const login of ['auditor', 'administrator'])
      expect((await (await t.as(login)).post('/jobseekers', HANAKO)).status).toBe(403);
  });

  it('keeps the person out of sight of the other organisation and of another site', async () => {
    const { body } = await (await t.as('caseworker')).post('/jobseekers', { ...HANAKO, familyKana: 'カクレ' });
    expect((await (await t.as('caseworker2')).get(`/jobseekers/${body.id}`)).status).toBe(200);
    for (const login of ['navigator', 'stranger', 'stranger-supervisor']) {
      expect((await (await t.as(login)).get(`/jobseekers/${body.id}`)).status).toBe(404);
    }
  });

  it('stores the names as typed, the reading in katakana, and the groups from the first day', async () => {
    const { status, body } = await (
      await t.as('caseworker')
    ).post('/jobseekers', {
      familyName: '髙見本',
      givenName: '一郎',
      familyKana: 'たかみほん',
      givenKana: 'ｲﾁﾛｳ',
      birthDate: '1990-01-02',
      phone: '03-0000-0001',
      japaneseSpeaking: 'daily',
      interpreterLanguage: 'ポルトガル語',
      guardianName: ' ',
      registeredOn: '2026-06-01',
      groups: ['single_parent', 'needy'],
    });
    expect(status).toBe(201);
    expect(body.number).toMatch(/^\d{7}$/);
    const [row] = await t.owner.query(
      `SELECT i.family_name, i.family_kana, i.given_kana, i.kana_key, i.birth_date::text, f.guardian_name, j.registered_on::text, s.login
       FROM jobseeker j JOIN jobseeker_identity i ON i.jobseeker_id = j.id JOIN jobseeker_circumstances f ON f.jobseeker_id = j.id
       JOIN staff s ON s.id = j.created_by WHERE j.id = $1`,
      [body.id],
    );
    expect(row).toEqual({
      family_name: '髙見本',
      family_kana: 'タカミホン',
      given_kana: 'イチロウ',
      kana_key: 'タカミホンイチロウ',
      birth_date: '1990-01-02',
      guardian_name: null,
      registered_on: '2026-06-01',
      login: 'caseworker',
    });
    expect(
      await t.owner.query(
        'SELECT group_code, starts_on::text, ends_on FROM group_membership WHERE jobseeker_id = $1 ORDER BY 1',
        [body.id],
      ),
    ).toEqual([
      { group_code: 'needy', starts_on: '2026-06-01', ends_on: null },
      { group_code: 'single_parent', starts_on: '2026-06-01', ends_on: null },
    ]);
  });

  it('draws numbers that do not tell how many were registered in between', async () => {
    const numbers: number[] = [];
    for (const familyKana of ['ヒトリメ', 'フタリメ', 'サンニンメ'])
      numbers.push(
        Number((await (await t.as('caseworker2')).post('/jobseekers', { ...HANAKO, familyKana })).body.number),
      );
    const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
    expect(new Set([1, ...steps]).size).toBe(3);
  });

  it('makes one row of a double submit', async () => {
    const user = await t.as('caseworker2');
    const twice = { ...HANAKO, familyKana: 'ニド' };
    const [first, second] = await Promise.all(
      [1, 2].map(() => user.post('/jobseekers', twice, { 'idempotency-key': 'one-person' })),
    );
    expect(second?.body).toEqual(first?.body);
    expect(await t.owner.query(`SELECT count(*)::int AS n FROM jobseeker_identity WHERE family_kana = 'ニド'`)).toEqual(
      [{ n: 1 }],
    );
  });

  it('answers 409 to the key of one person with another, and stores nobody', async () => {
    const user = await t.as('caseworker2');
    const register = (familyKana: string): ReturnType<typeof user.post> =>
      user.post('/jobseekers', { ...HANAKO, familyKana }, { 'idempotency-key': 'one-key' });
    expect((await register('カギイチ')).status).toBe(201);
    const { status, body } = await register('カギニ');
    expect([status, body.error.code]).toEqual([409, 'idempotency_conflict']);
    expect(
      await t.owner.query(`SELECT family_kana FROM jobseeker_identity WHERE family_kana IN ('カギイチ', 'カギニ')`),
    ).toEqual([{ family_kana: 'カギイチ' }]);
  });

  it.each([
    ['no reading', { familyKana: '' }, 'familyKana', 'required'],
    ['a reading in kanji', { givenKana: '花子' }, 'givenKana', 'not_kana'],
    ['a birth to come', { birthDate: '2026-06-11' }, 'birthDate', 'date_in_future'],
    ['a birth date and an age band', { birthDate: '1985-03-14', ageBand: '40s' }, 'ageBand', 'birth_date_and_age_band'],
    ['an age band nobody is in', { ageBand: '80s' }, 'ageBand', 'not_one_of'],
    ['a group the site has not', { groups: ['unheard_of'] }, 'groups', 'not_one_of'],
    ['one group twice', { groups: ['needy', 'needy'] }, 'groups', 'membership_overlaps'],
    ['a registration before the site opened', { registeredOn: '2024-03-31' }, 'registeredOn', 'before_site_opened'],
    ['a protection to come', { protectedFrom: '2026-06-11' }, 'protectedFrom', 'date_in_future'],
    ['a field nobody knows', { myNumber: '1' }, 'myNumber', 'unknown_field'],
  ])('answers 422 with the field to %s', async (_, change, field, code) => {
    const { status, body } = await (await t.as('navigator')).post('/jobseekers', { ...HANAKO, ...change });
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field, code, message: expect.any(String) })]);
  });

  describe('somebody likely on record already', () => {
    beforeAll(async () => {
      await (await t.as('caseworker')).post('/jobseekers', BORN);
    });

    it('is shown to whoever may see the record, and registered when confirmed', async () => {
      const user = await t.as('caseworker2');
      const { status, body } = await user.post('/jobseekers', { ...BORN, familyKana: 'みほん' });
      expect(status).toBe(409);
      expect(body.error).toMatchObject({
        code: 'likely_duplicate',
        candidates: [
          {
            name: '見本 花子',
            kana: 'ミホン ハナコ',
            birthDate: '1985-03-14',
            strength: 'strong',
            signs: ['same_kana', 'same_birth_date'],
          },
        ],
      });
      expect((await user.post('/jobseekers', { ...BORN, confirmDuplicate: true })).status).toBe(201);
    });

    it('is not told to the other organisation, but asked of it', async () => {
      const { status, body } = await (await t.as('navigator')).post('/jobseekers', BORN);
      expect(status).toBe(201);
      expect(Object.keys(body)).toEqual(['id', 'number']);
      await onMonday(t);
      const asked = await t.owner.query(
        `SELECT o.code FROM duplicate_question q JOIN organisation o ON o.id = q.org_id
         JOIN duplicate_suspicion d ON d.id = q.suspicion_id WHERE d.jobseeker_id = $1`,
        [body.id],
      );
      expect(asked).toEqual([{ code: 'mihon-city' }, { code: 'mihon-city' }]);
    });

    it('is nobody at another site', async () => {
      const { status, body } = await (await t.as('stranger')).post('/jobseekers', BORN);
      expect(status).toBe(201);
      await onMonday(t);
      expect(await t.owner.query('SELECT 1 FROM duplicate_suspicion WHERE jobseeker_id = $1', [body.id])).toEqual([]);
    });
  });

  it('protects a fled person from the first moment: the registrant and the supervisor see the record, colleagues do not', async () => {
    const { status, body } = await (
      await t.as('caseworker')
    ).post('/jobseekers', { ...HANAKO, familyKana: 'マモリ', protectedFrom: '2026-06-10', groups: ['single_parent'] });
    expect(status).toBe(201);
    expect((await (await t.as('caseworker')).get(`/jobseekers/${body.id}`)).body.protectedUntil).toBe('2027-06-09');
    expect((await (await t.as('city-supervisor')).get(`/jobseekers/${body.id}`)).status).toBe(200);
    expect((await (await t.as('caseworker2')).get(`/jobseekers/${body.id}`)).status).toBe(404);
    const [audit] = await t.owner.query(
      `SELECT changes FROM audit_entry WHERE action = 'jobseeker.protected' AND jobseeker_id = $1`,
      [body.id],
    );
    expect(audit).toEqual({ changes: { protectedUntil: { from: null, to: '2027-06-09' } } });
  });
});
