import { startApplication, type TestApplication } from '../../support/application.js';
import { staffIdOf } from '../../support/arrangements/staff.js';
import { PageUser } from '../../support/pages.js';
import { PASSWORD } from '../../support/sites.js';

const NEXT = 'asa-no-kumo-1';

describe("one's own account", () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  describe('PUT /api/v1/account/password', () => {
    it('answers 401 to nobody', async () => {
      expect(
        (await t.anonymous.put('/account/password', { currentPassword: PASSWORD, newPassword: NEXT })).status,
      ).toBe(401);
    });

    it.each([
      ['the wrong current one', { currentPassword: 'not-mine-at-all' }, 'currentPassword', 'wrong_password'],
      ['the same again', { newPassword: PASSWORD }, 'newPassword', 'password_unchanged'],
      ['a short one', { newPassword: 'elevenchars' }, 'newPassword', 'too_short'],
      ['one that holds the login', { newPassword: 'caseworker-2026' }, 'newPassword', 'password_holds_login'],
      ['a slip in the second', { repeatedPassword: 'asa-no-kumo-2' }, 'repeatedPassword', 'passwords_differ'],
    ])('answers 422 with the field to %s', async (_, change, field, code) => {
      const { status, body } = await (
        await t.as('caseworker')
      ).put('/account/password', { currentPassword: PASSWORD, newPassword: NEXT, ...change });
      expect(status).toBe(422);
      expect(body.error.fields).toEqual([expect.objectContaining({ field, code })]);
    });

    it('lets one person try ten times a minute, at the page and the API together, and nobody else pay for it', async () => {
      const guess = { currentPassword: PASSWORD, newPassword: 'elevenchars' };
      const tried = await t.as('navigator2');
      for (let n = 0; n < 9; n += 1) expect((await tried.put('/account/password', guess)).status).toBe(422);
      const page = await PageUser.signedIn(t, 'navigator2');
      const typed = { ...guess, repeatedPassword: 'elevenchars' };
      const account = await page.get('/account');
      expect((await page.submitFrom(account, '/account/password', typed)).status).toBe(200);
      const { status, body } = await tried.put('/account/password', guess);
      expect([status, body.error.code]).toEqual([429, 'too_many_requests']);
      expect((await page.submitFrom(account, '/account/password', typed)).status).toBe(429);
      // From the same address.
      expect((await (await t.as('navigator')).put('/account/password', guess)).status).toBe(422);
    });

    it('goes on in this session and ends every other', async () => {
      const here = await t.as('caseworker');
      const elsewhere = await t.anonymous.post('/sessions', { login: 'caseworker', password: PASSWORD });
      expect((await here.put('/account/password', { currentPassword: PASSWORD, newPassword: NEXT })).status).toBe(204);
      expect((await here.get('/me')).status).toBe(200);
      expect(
        (await t.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${elsewhere.body.token}` } }))
          .statusCode,
      ).toBe(401);
      expect((await t.anonymous.post('/sessions', { login: 'caseworker', password: NEXT })).status).toBe(201);
    });
  });

  describe('GET /api/v1/account/sessions and POST …/:id/end', () => {
    it("shows one's own and ends one of them", async () => {
      const here = await t.as('navigator');
      const { body: second } = await t.anonymous.post('/sessions', { login: 'navigator', password: PASSWORD });
      const { body } = await here.get('/account/sessions');
      expect(body.items.map(({ current }: { current: boolean }) => current).sort()).toEqual([false, true]);
      const other = body.items.find(({ current }: { current: boolean }) => !current);
      expect((await (await t.as('navigator2')).post(`/account/sessions/${other.id}/end`)).status).toBe(404);
      expect((await here.post(`/account/sessions/${other.id}/end`)).status).toBe(204);
      expect(
        (await t.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${second.token}` } })).statusCode,
      ).toBe(401);
    });
  });

  describe('PUT /api/v1/account/site', () => {
    it('goes on at another site where one works, and at no other', async () => {
      const [bekken] = await t.owner.query(`SELECT id FROM site WHERE code = 'bekken'`);
      const user = await t.as('navigator2');
      expect((await user.put('/account/site', { siteId: bekken.id })).status).toBe(404);
      await t.owner.query(`INSERT INTO staff_site (staff_id, site_id, starts_on) VALUES ($1, $2, '2026-04-01')`, [
        await staffIdOf(t, 'navigator2'),
        bekken.id,
      ]);
      expect((await user.put('/account/site', { siteId: bekken.id })).status).toBe(204);
      expect((await user.get('/me')).body.siteId).toBe(bekken.id);
    });
  });
});
