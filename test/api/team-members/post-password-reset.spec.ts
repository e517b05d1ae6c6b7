import { DataSource } from 'typeorm';
import { startApplication, type TestApplication } from '../../support/application.js';
import { staffIdOf } from '../../support/arrangements/staff.js';
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

  it('is kept from other organisations by the database itself', async () => {
    const [administrator] = await t.owner.query(
      `SELECT s.id, s.organisation_id FROM staff s WHERE s.login = 'administrator'`,
    );
    const navigator = await staffIdOf(t, 'navigator');
    const app = await new DataSource({ type: 'postgres', url: t.database.appUrl }).initialize();
    const runner = app.createQueryRunner();
    try {
      await runner.query(`BEGIN; SELECT set_config('app.role', 'site_administrator', true), set_config('app.staff', '${administrator.id}', true),
        set_config('app.orgs', '{${administrator.organisation_id}}', true), set_config('app.sites', '{1}', true)`);
      expect(
        await runner.query(`UPDATE credential SET must_change = true WHERE staff_id = $1 RETURNING staff_id`, [
          navigator,
        ]),
      ).toEqual([[], 0]);
      await expect(runner.query('SELECT password_hash FROM credential')).rejects.toThrow('permission denied');
    } finally {
      await runner.query('ROLLBACK');
      await runner.release();
      await app.destroy();
    }
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
