import { startApplication, type TestApplication } from '../../support/application.js';

const MIHON_FOODS = {
  name: '株式会社見本食品',
  nameKana: 'かぶしきがいしゃ みほんしょくひん',
  industry: '食料品製造業',
  phone: '03-0000-0001',
};

describe('POST /api/v1/employers', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  it('answers 401 to nobody', async () => {
    expect((await t.anonymous.post('/employers', MIHON_FOODS)).status).toBe(401);
  });

  it('answers 403 to a role that meets no employers', async () => {
    expect((await (await t.as('auditor')).post('/employers', MIHON_FOODS)).status).toBe(403);
  });

  it('stores the employer for both sides of the site, and for no other site', async () => {
    const { status, body } = await (await t.as('caseworker')).post('/employers', MIHON_FOODS);
    expect(status).toBe(201);
    expect((await (await t.as('navigator')).get(`/employers/${body.id}`)).body.employer).toMatchObject({
      name: '株式会社見本食品',
      nameKana: 'カブシキガイシャ ミホンショクヒン',
      version: 1,
    });
    expect((await (await t.as('stranger-navigator')).get(`/employers/${body.id}`)).status).toBe(404);
    const [row] = await t.owner.query(
      'SELECT e.search_key, s.login FROM employer e JOIN staff s ON s.id = e.created_by WHERE e.id = $1',
      [body.id],
    );
    expect(row).toEqual({ search_key: 'ミホンショクヒン 株式会社見本食品', login: 'caseworker' });
  });

  it('makes one row of a double submit', async () => {
    const user = await t.as('navigator');
    const twice = { name: '二度押し商店', nameKana: 'ニドオシショウテン' };
    const [first, second] = await Promise.all(
      [1, 2].map(() => user.post('/employers', twice, { 'idempotency-key': 'one-click' })),
    );
    expect(second?.body).toEqual(first?.body);
    expect(await t.owner.query('SELECT count(*)::int AS n FROM employer WHERE name = $1', [twice.name])).toEqual([
      { n: 1 },
    ]);
  });

  it.each([
    ['no name', { ...MIHON_FOODS, name: ' ' }, 'name', 'required'],
    ['a reading in kanji', { ...MIHON_FOODS, nameKana: '見本' }, 'nameKana', 'not_kana'],
    ['a telephone number that is none', { ...MIHON_FOODS, phone: 'あとで' }, 'phone', 'not_a_phone_number'],
    ['a name that never ends', { ...MIHON_FOODS, name: '見'.repeat(201) }, 'name', 'too_long'],
  ])('answers 422 with the field to %s', async (_, payload, field, code) => {
    const { status, body } = await (await t.as('navigator')).post('/employers', payload);
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field, code, message: expect.any(String) })]);
  });
});
