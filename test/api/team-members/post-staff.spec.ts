import { KAZUKO } from '../../support/arrangements/staff.js';
import { ApiUser, startApplication, type TestApplication } from '../../support/application.js';

describe('POST /api/v1/staff', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  it('answers 401 to nobody', async () => {
    expect((await t.anonymous.post('/staff', KAZUKO)).status).toBe(401);
  });

  it.each(['caseworker', 'city-supervisor', 'auditor'])('answers 403 to %s', async (login) => {
    expect((await (await t.as(login)).post('/staff', KAZUKO)).status).toBe(403);
  });

  it("registers in the administrator's organisation and site, with a password to be changed", async () => {
    const { status, body } = await (await t.as('administrator')).post('/staff', KAZUKO);
    expect(status).toBe(201);
    const [row] = await t.owner.query(
      `SELECT s.name_kana, o.code AS organisation, si.code AS site, ss.starts_on::text, c.must_change, c.password_hash LIKE '$argon2id$%' AS hashed FROM staff s
       JOIN organisation o ON o.id = s.organisation_id JOIN staff_site ss ON ss.staff_id = s.id JOIN site si ON si.id = ss.site_id
         JOIN credential c ON c.staff_id = s.id WHERE s.id = $1`,
      [body.id],
    );
    expect(row).toEqual({
      name_kana: 'カクウ カズコ',
      organisation: 'mihon-city',
      site: 'mihon',
      starts_on: '2026-06-10',
      must_change: true,
      hashed: true,
    });
  });

  it('lets the new one do nothing before the password is their own', async () => {
    const { body } = await t.anonymous.post('/sessions', { login: KAZUKO.login, password: KAZUKO.password });
    const kazuko = new ApiUser(t.app, body.token);
    expect((await kazuko.get('/visits?month=2026-06')).body.error.code).toBe('password_change_required');
    expect((await kazuko.get('/me')).status).toBe(200);
    expect(
      (await kazuko.put('/account/password', { currentPassword: KAZUKO.password, newPassword: 'jibun-no-kotoba' }))
        .status,
    ).toBe(204);
    expect((await kazuko.get('/visits?month=2026-06')).status).toBe(200);
  });

  it.each([
    ['a login that is taken', { login: 'kazuko' }, 'login', 'login_taken'],
    ['a login taken at another site, out of sight', { login: 'stranger' }, 'login', 'login_taken'],
    ['a login in other letters', { login: '和子' }, 'login', 'login_form'],
    ['a short password', { password: 'short' }, 'password', 'too_short'],
    ['kana that is none', { nameKana: '和子' }, 'nameKana', 'not_kana'],
    ['a desk of another site', { deskId: 99 }, 'deskId', 'not_one_of'],
    ['a role nobody knows', { role: 'owner' }, 'role', 'not_one_of'],
    ['a day before the site opened', { startsOn: '2024-03-31' }, 'startsOn', 'before_site_opened'],
    ['an organisation to be chosen', { organisationId: 2 }, 'organisationId', 'unknown_field'],
  ])('answers 422 with the field to %s', async (_, change, field, code) => {
    const { status, body } = await (
      await t.as('administrator')
    ).post('/staff', { ...KAZUKO, login: 'another', ...change });
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field, code })]);
  });
});

describe('GET /api/v1/staff', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  it('lists the own organisation with its sign-in, and nobody else', async () => {
    expect((await (await t.as('caseworker')).get('/staff')).status).toBe(403);
    const { body } = await (await t.as('administrator')).get('/staff');
    const logins = body.items.map(({ login }: { login: string }) => login).sort();
    expect(logins).toEqual(['administrator', 'auditor', 'caseworker', 'caseworker2', 'city-supervisor']);
    expect(JSON.stringify(body)).not.toContain('argon2');
  });

  it('tells everybody at the site who works there, of both sides, without logins', async () => {
    const { body } = await (await t.as('navigator')).get('/site/staff');
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['架空 市子', '例示 進']),
    );
    expect(JSON.stringify(body)).not.toMatch(/余所|login/);
  });
});
