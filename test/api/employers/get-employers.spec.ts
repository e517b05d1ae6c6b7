import { startApplication, type TestApplication } from '../../support/application.js';
import { aJobOrder, anEmployer } from '../../support/arrangements/placements.js';

describe('GET /api/v1/employers', () => {
  let t: TestApplication;
  const found = async (q: string, login = 'caseworker'): Promise<string[]> =>
    (await (await t.as(login)).get(`/employers?q=${encodeURIComponent(q)}`)).body.items.map(
      (item: { name: string }) => item.name,
    );

  beforeAll(async () => {
    t = await startApplication();
    await anEmployer(t, { name: '株式会社髙﨑電機', nameKana: 'カブシキガイシャ タカサキデンキ' });
    await anEmployer(t, { name: '例示ケアセンター', nameKana: 'レイジケアセンター' });
  });
  afterAll(() => t.close());

  it('answers 401 to nobody, 403 to the auditor, an empty list to another site', async () => {
    expect((await t.anonymous.get('/employers')).status).toBe(401);
    expect((await (await t.as('auditor')).get('/employers')).status).toBe(403);
    expect(await found('', 'stranger')).toEqual([]);
  });

  it('lists all by reading', async () => {
    expect(await found('')).toEqual(['株式会社髙﨑電機', '例示ケアセンター']);
  });

  it('tells how many orders are open and how many persons they ask for', async () => {
    const id = await anEmployer(t, { name: '求人の多い店', nameKana: 'キュウジン' });
    await aJobOrder(t, id, { positions: 3 });
    await aJobOrder(t, id, { positions: 2, validUntil: '2026-06-10' });
    await aJobOrder(t, id, { positions: 9, receivedOn: '2026-05-01', validUntil: '2026-06-09' });
    const { body } = await (await t.as('caseworker')).get('/employers?q=きゅうじん');
    expect(body.items).toEqual([expect.objectContaining({ openOrders: 2, openPositions: 5 })]);
  });

  it.each(['たかさき', 'ﾀｶｻｷ', 'かぶしきがいしゃ たか', '高崎', '電機', '株式会社'])(
    'finds 株式会社髙﨑電機 by %s',
    async (q) => {
      expect(await found(q)).toEqual(['株式会社髙﨑電機']);
    },
  );

  it('finds nothing by what stands in the middle of a reading', async () => {
    expect(await found('サキデン')).toEqual([]);
  });

  it('goes on page by page', async () => {
    await t.owner.query(
      `INSERT INTO employer (id, site_id, org_id, name, name_kana, search_key)
       SELECT gen_random_uuid(), e.site_id, e.org_id, '量産' || n, 'リョウサン', 'リョウサン' || lpad(n::text, 3, '0') || ' 量産'
         FROM employer e, generate_series(1, 60) n WHERE e.name = '例示ケアセンター'`,
    );
    const user = await t.as('navigator');
    const first = (await user.get('/employers?q=りょうさん')).body;
    const second = (await user.get(`/employers?q=${encodeURIComponent('りょうさん')}&after=${first.next}`)).body;
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 10, undefined]);
    expect(second.items[0].name).toBe('量産51');
  });
});
