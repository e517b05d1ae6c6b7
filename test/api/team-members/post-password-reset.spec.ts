import { ApiUser, startApplication, type TestApplication } from '../../support/application.js';
import { someoneLike, staffIdOf } from '../../support/arrangements/staff.js';
import { toldTo } from '../../support/arrangements/told.js';
import { PASSWORD } from '../../support/sites.js';

const GIVEN = { password: 'kari-no-kotoba' };

describe('POST /api/v1/staff/:id/password-reset', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const signIn = async (login: string, password: string) => t.anonymous.post('/sessions', { login, password });

  it("is the administrator's, for their own organisation", async () => {
    const id = await staffIdOf(t, 'caseworker');
    expect((await t.anonymous.post(`/staff/${id}/password-reset`, GIVEN)).status).toBe(401);
    expect((await (await t.as('city-supervisor')).post(`/staff/${id}/password-reset`, GIVEN)).status).toBe(403);
    const administrator = await t.as('administrator');
    for (const other of ['navigator', 'stranger']) {
      expect((await administrator.post(`/staff/${await staffIdOf(t, other)}/password-reset`, GIVEN)).status).toBe(404);
      expect((await signIn(other, PASSWORD)).status).toBe(201);
    }
  });

  it('replaces the password, ends open sessions and asks for another password', async () => {
    const user = await t.as('caseworker');
    expect(
      (await (await t.as('administrator')).post(`/staff/${await staffIdOf(t, 'caseworker')}/password-reset`, GIVEN))
        .status,
    ).toBe(204);
    expect((await user.get('/me')).status).toBe(401);
    expect((await signIn('caseworker', PASSWORD)).status).toBe(401);
    const { status, body } = await signIn('caseworker', GIVEN.password);
    expect(status).toBe(201);
    const page = await t.app.inject({ url: '/api/v1/jobseekers', headers: { authorization: `Bearer ${body.token}` } });
    expect([page.statusCode, page.json().error.code]).toEqual([403, 'password_change_required']);
  });

  it("is not for one's own password, which is changed by whoever knows it", async () => {
    const administrator = await t.as('administrator');
    const { body } = await administrator.post(`/staff/${await staffIdOf(t, 'administrator')}/password-reset`, GIVEN);
    expect(body.error.reasons[0].code).toBe('own_password_reset');
  });

  it('ends by itself: a password that nobody used in three days opens nothing any more', async () => {
    const id = await staffIdOf(t, 'navigator2');
    await someoneLike(t, 'navigator', 'hw-administrator', 'site_administrator');
    expect((await (await t.as('hw-administrator')).post(`/staff/${id}/password-reset`, GIVEN)).status).toBe(204);
    t.clock.set('2026-06-13T11:59:00+09:00');
    expect((await signIn('navigator2', GIVEN.password)).status).toBe(201);
    t.clock.set('2026-06-13T12:01:00+09:00');
    const late = await signIn('navigator2', GIVEN.password);
    expect([late.status, late.body.error.code]).toEqual([401, 'wrong_credentials']);
    t.clock.set('2026-06-10');
  });

  it('tells the person, at their next sign-in, and stays theirs once they changed it', async () => {
    const id = await staffIdOf(t, 'city-supervisor');
    expect((await (await t.as('administrator')).post(`/staff/${id}/password-reset`, GIVEN)).status).toBe(204);
    expect(await toldTo(t, 'city-supervisor')).toEqual(['password_reset']);
    const { body } = await signIn('city-supervisor', GIVEN.password);
    const user = new ApiUser(t.app, body.token);
    const change = { currentPassword: GIVEN.password, newPassword: 'jibun-no-kotoba-desu' };
    expect((await user.put('/account/password', change)).status).toBe(204);
    expect((await user.get('/notifications')).body.items[0].notices[0].kind).toBe('password_reset');
    t.clock.set('2026-06-20');
    expect((await signIn('city-supervisor', change.newPassword)).status).toBe(201);
    t.clock.set('2026-06-10');
  });

  it('ends a lock-out by POST /api/v1/staff/:id/unlock', async () => {
    for (let failure = 0; failure < 5; failure += 1) await signIn('caseworker2', 'not-my-password');
    expect((await signIn('caseworker2', PASSWORD)).body.error.code).toBe('locked_out');
    const id = await staffIdOf(t, 'caseworker2');
    expect((await (await t.as('administrator')).get(`/staff/${id}`)).body.lockedUntil).not.toBeNull();
    expect((await (await t.as('administrator')).post(`/staff/${id}/unlock`)).status).toBe(204);
    expect((await signIn('caseworker2', PASSWORD)).status).toBe(201);
  });
});
