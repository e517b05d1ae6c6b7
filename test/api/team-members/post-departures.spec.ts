import { startApplication, type TestApplication } from '../../support/application.js';
import { staffIdOf } from '../../support/arrangements/staff.js';

describe('POST /api/v1/staff/:id/departure', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const post = async (login: string, path: string, body: object) =>
    (await t.as('administrator')).post(`/staff/${await staffIdOf(t, login)}${path}`, body);

  it("is the administrator's, for their own organisation", async () => {
    const id = await staffIdOf(t, 'caseworker');
    const body = { leavesOn: '2026-06-10', version: 1 };
    expect((await t.anonymous.post(`/staff/${id}/departure`, body)).status).toBe(401);
    expect((await (await t.as('city-supervisor')).post(`/staff/${id}/departure`, body)).status).toBe(403);
    expect((await post('navigator', '/departure', body)).status).toBe(404);
    expect((await post('stranger', '/departure', body)).status).toBe(404);
  });

  it('ends a session that is open, and signing in, on that day', async () => {
    const leaver = await t.as('caseworker');
    expect((await post('caseworker', '/departure', { leavesOn: '2026-06-10', version: 1 })).status).toBe(200);
    expect((await leaver.get('/me')).status).toBe(401);
    const [row] = await t.owner.query(`SELECT employed_until::text FROM staff WHERE login = 'caseworker'`);
    expect(row).toEqual({ employed_until: '2026-06-10' });
  });

  it('lets somebody who leaves tomorrow work today, and not a minute longer', async () => {
    await post('caseworker2', '/departure', { leavesOn: '2026-06-11', version: 1 });
    const leaver = await t.as('caseworker2');
    expect((await leaver.get('/me')).status).toBe(200);
    t.clock.set('2026-06-10T23:45:00+09:00');
    const late = await t.anonymous.post('/sessions', { login: 'caseworker2', password: 'mihon-no-kotoba' });
    expect(late.status).toBe(201);
    const headers = { authorization: `Bearer ${late.body.token}` };
    t.clock.set('2026-06-11T00:00:00+09:00');
    expect((await t.app.inject({ url: '/api/v1/me', headers })).statusCode).toBe(401);
    t.clock.set('2026-06-10');
  });

  it("is not one's own", async () => {
    const { status, body } = await post('administrator', '/departure', { leavesOn: '2026-06-10', version: 1 });
    expect([status, body.error.reasons[0].code]).toEqual([409, 'own_departure']);
  });

  it('refuses a day before the employment began', async () => {
    const { body } = await post('auditor', '/departure', { leavesOn: '2024-03-31', version: 1 });
    expect(body.error.fields).toEqual([expect.objectContaining({ field: 'leavesOn', code: 'before_employment' })]);
  });

  it('ends the work at the site alone, and begins it again', async () => {
    const user = await t.as('city-supervisor');
    expect(
      (await post('city-supervisor', '/departure', { scope: 'site', leavesOn: '2026-06-10', version: 1 })).status,
    ).toBe(200);
    expect((await user.get('/me')).status).toBe(401);
    expect(
      (await t.anonymous.post('/sessions', { login: 'city-supervisor', password: 'mihon-no-kotoba' })).body.error.code,
    ).toBe('no_site_today');
    expect((await post('city-supervisor', '/site-assignment', { startsOn: '2026-06-10', version: 2 })).status).toBe(
      204,
    );
    expect(
      (await t.anonymous.post('/sessions', { login: 'city-supervisor', password: 'mihon-no-kotoba' })).status,
    ).toBe(201);
    expect(
      (await post('city-supervisor', '/site-assignment', { startsOn: '2026-06-10', version: 3 })).body.error.reasons[0]
        .code,
    ).toBe('already_at_site');
  });
});
