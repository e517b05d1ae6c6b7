import { startApplication, type TestApplication } from '../../support/application.js';

const THREE = { visitedOn: '2026-06-09', quantity: 3 };

describe('POST /api/v1/visits', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  it('answers 401 to nobody', async () => {
    expect((await t.anonymous.post('/visits', THREE)).status).toBe(401);
  });

  it('answers 403 to a role that counts nobody', async () => {
    expect((await (await t.as('auditor')).post('/visits', THREE)).status).toBe(403);
  });

  it('keeps the count out of sight of another site', async () => {
    await (await t.as('navigator')).post('/visits', THREE);
    expect((await (await t.as('stranger')).get('/visits?month=2026-06')).body.items).toEqual([]);
  });

  it('stores the count with who counted', async () => {
    const { status, body } = await (
      await t.as('caseworker')
    ).post('/visits', { visitedOn: '2026-06-10', quantity: 12, purpose: 'search' });
    expect(status).toBe(201);
    const [row] = await t.owner.query(
      'SELECT v.quantity, v.purpose, s.login FROM visit v JOIN staff s ON s.id = v.created_by WHERE v.id = $1',
      [body.id],
    );
    expect(row).toEqual({ quantity: 12, purpose: 'search', login: 'caseworker' });
  });

  it('makes one row of a double submit', async () => {
    const user = await t.as('caseworker2');
    const [first, second] = await Promise.all(
      [1, 2].map(() =>
        user.post('/visits', { visitedOn: '2026-06-08', quantity: 5 }, { 'idempotency-key': 'one-click' }),
      ),
    );
    expect(second?.body).toEqual(first?.body);
    expect(await t.owner.query(`SELECT count(*)::int AS n FROM visit WHERE visited_on = '2026-06-08'`)).toEqual([
      { n: 1 },
    ]);
  });

  it.each([
    ['a day to come', { ...THREE, visitedOn: '2026-06-11' }, 'visitedOn', 'date_in_future'],
    ['a day before the site opened', { ...THREE, visitedOn: '2024-03-31' }, 'visitedOn', 'before_site_opened'],
    ['a day that is none', { ...THREE, visitedOn: '2026-02-30' }, 'visitedOn', 'not_a_date'],
    ['nobody', { ...THREE, quantity: 0 }, 'quantity', 'out_of_range'],
    ['a crowd', { ...THREE, quantity: 1001 }, 'quantity', 'out_of_range'],
    ['a desk of another site', { ...THREE, deskId: 99 }, 'deskId', 'not_one_of'],
    ['a field nobody knows', { ...THREE, name: '見本' }, 'name', 'unknown_field'],
  ])('answers 422 with the field to %s', async (_, payload, field, code) => {
    const { status, body } = await (await t.as('navigator')).post('/visits', payload);
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field, code, message: expect.any(String) })]);
  });
});
