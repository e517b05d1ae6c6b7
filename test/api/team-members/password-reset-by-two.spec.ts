import { DataSource } from 'typeorm';
import { workerEntry } from '../../../src/platform/unit-of-work/context-statement.js';
import { startApplication, type TestApplication } from '../../support/application.js';
import { KAZUKO, someoneLike, staffIdOf } from '../../support/arrangements/staff.js';
import { toldTo } from '../../support/arrangements/told.js';
import { PASSWORD } from '../../support/sites.js';

const GIVEN = { password: 'kari-no-kotoba' };

/** A navigator who works at two sites; whoever resets their password could open the other one with it. */
describe('the password of somebody who works at several sites', () => {
  let t: TestApplication;
  let id: string;
  let path: string;
  beforeAll(async () => {
    t = await startApplication();
    await someoneLike(t, 'navigator', 'wanderer', 'case_staff');
    await someoneLike(t, 'navigator', 'hw-administrator', 'site_administrator');
    await someoneLike(t, 'navigator', 'elsewhere', 'site_administrator');
    await someoneLike(t, 'navigator', 'everywhere', 'site_administrator');
    await someoneLike(t, 'navigator', 'auditor-elsewhere', 'auditor');
    const bekken = `(SELECT id FROM site WHERE code = 'bekken')`;
    await t.owner.query(`UPDATE staff_site SET site_id = ${bekken} WHERE staff_id IN
      (SELECT id FROM staff WHERE login IN ('elsewhere', 'auditor-elsewhere'))`);
    await t.owner.query(`INSERT INTO staff_site (staff_id, site_id, starts_on)
      SELECT id, ${bekken}, '2026-01-01' FROM staff WHERE login IN ('wanderer', 'everywhere')`);
    id = await staffIdOf(t, 'wanderer');
    path = `/staff/${id}/password-reset`;
  });
  afterAll(() => t.close());

  const signIn = async (password: string): Promise<number> =>
    (await t.anonymous.post('/sessions', { login: 'wanderer', password })).status;
  const again = async (): Promise<void> => {
    await t.owner.query('DELETE FROM password_reset_request');
    await t.owner.query(
      `UPDATE credential SET must_change = false, temporary_until = NULL, password_hash = (SELECT c.password_hash FROM credential c
         JOIN staff s ON s.id = c.staff_id WHERE s.login = 'navigator') WHERE staff_id = $1`,
      [id],
    );
  };
  afterEach(again);
  const codeOf = (answer: { body: { error: { reasons: { code: string }[] } } }): string | undefined =>
    answer.body.error.reasons[0]?.code;

  it('is asked for and taken back by administrators alone: 401, 403, 404', async () => {
    for (const act of ['', '/withdrawal']) {
      const url = `/staff/${id}/password-reset-request${act}`;
      expect((await t.anonymous.post(url)).status).toBe(401);
      expect((await (await t.as('hw-supervisor')).post(url)).status).toBe(403);
      expect((await (await t.as('administrator')).post(url)).status).toBe(404);
    }
  });

  it('is not reset by an administrator of one of them, nor by the one who asked', async () => {
    const administrator = await t.as('hw-administrator');
    expect(codeOf(await administrator.post(path, GIVEN))).toBe('password_reset_needs_another');
    expect((await administrator.post(`${path}-request`)).status).toBe(204);
    expect(codeOf(await administrator.post(path, GIVEN))).toBe('password_reset_needs_another');
    expect(codeOf(await administrator.post(`${path}-request`))).toBe('password_reset_one_waiting');
    expect([await signIn(PASSWORD), await signIn(GIVEN.password)]).toEqual([201, 401]);
  });

  it('is reset by two: who is asked is told, who asked is told, the other site’s auditor finds it', async () => {
    expect((await (await t.as('hw-administrator')).post(`${path}-request`)).status).toBe(204);
    expect(await toldTo(t, 'elsewhere')).toContain('password_reset_asked');
    expect((await (await t.as('elsewhere')).post(path, GIVEN)).status).toBe(204);
    expect([await signIn(PASSWORD), await signIn(GIVEN.password)]).toEqual([401, 201]);
    expect(await toldTo(t, 'hw-administrator')).toContain('password_reset_confirmed');
    const told: { site: string }[] = await t.owner.query(
      `SELECT si.code AS site FROM notification n JOIN site si ON si.id = n.site_id WHERE n.staff_id = $1 AND n.kind = 'password_reset' ORDER BY 1`,
      [id],
    );
    expect(told.map(({ site }) => site)).toEqual(['bekken', 'mihon']);
    await someoneLike(t, 'navigator', 'hw-auditor', 'auditor');
    for (const auditor of ['auditor-elsewhere', 'hw-auditor']) {
      const { items } = (await (await t.as(auditor)).get('/audit?action=password.reset')).body;
      expect(items.filter((entry: { subjectId: string }) => entry.subjectId === id)).toHaveLength(1);
    }
    // Who it was that administers another site stands beside it.
    const [{ changes }] = (await (await t.as('hw-auditor')).get('/audit?action=password.reset')).body.items;
    expect(changes.administrator.to).toBe('架空 elsewhere');
  });

  it('is reset by one who administers every one of them, who has nobody to ask', async () => {
    const everywhere = await t.as('everywhere');
    expect(codeOf(await everywhere.post(`${path}-request`))).toBe('password_reset_not_needed');
    expect((await everywhere.post(path, GIVEN)).status).toBe(204);
  });

  it('is not reset on what was asked a day ago, was taken back, or by somebody who left since', async () => {
    const asker = await t.as('hw-administrator');
    const other = async () => (await t.as('elsewhere')).post(path, GIVEN);
    await asker.post(`${path}-request`);
    expect((await asker.post(`${path}-request/withdrawal`)).status).toBe(204);
    expect((await asker.post(`${path}-request/withdrawal`)).status).toBe(404);
    expect(codeOf(await other())).toBe('password_reset_needs_another');
    await asker.post(`${path}-request`);
    t.clock.set('2026-06-11T12:01:00+09:00');
    expect(codeOf(await other())).toBe('password_reset_needs_another');
    expect((await (await t.as('hw-administrator')).post(`${path}-request`)).status).toBe(204);
    await t.owner.query(`UPDATE staff SET employed_until = '2026-06-11' WHERE login = 'hw-administrator'`);
    expect(codeOf(await other())).toBe('password_reset_needs_another');
    await t.owner.query(`UPDATE staff SET employed_until = NULL WHERE login = 'hw-administrator'`);
    t.clock.set('2026-06-10');
  });

  it('is not reset by one who makes themselves another: whom somebody made an administrator this week is no second', async () => {
    const puppet = { ...KAZUKO, login: 'puppet', role: 'site_administrator' };
    const made = await (await t.as('hw-administrator')).post('/staff', puppet);
    expect(await toldTo(t, 'elsewhere')).toContain('administrator_added');
    await t.owner.query(
      `UPDATE credential SET must_change = false, password_hash = (SELECT c.password_hash FROM credential c JOIN staff s ON s.id = c.staff_id
         WHERE s.login = 'navigator') WHERE staff_id = $1`,
      [made.body.id],
    );
    await (await t.as('hw-administrator')).post(`${path}-request`);
    expect(codeOf(await (await t.as('puppet')).post(path, GIVEN))).toBe('password_reset_needs_another');
    await again();
    await (await t.as('puppet')).post(`${path}-request`);
    expect(codeOf(await (await t.as('hw-administrator')).post(path, GIVEN))).toBe('password_reset_needs_another');
    await again();
    t.clock.set('2026-06-17T12:01:00+09:00');
    await (await t.as('hw-administrator')).post(`${path}-request`);
    expect((await (await t.as('puppet')).post(path, GIVEN)).status).toBe(204);
    t.clock.set('2026-06-10');
  });

  it('of somebody at another site alone is theirs: it takes two as well', async () => {
    const elsewhere = await staffIdOf(t, 'auditor-elsewhere');
    const answer = await (await t.as('hw-administrator')).post(`/staff/${elsewhere}/password-reset`, GIVEN);
    expect(codeOf(answer)).toBe('password_reset_needs_another');
  });

  describe('straight at the database, as the application’s role', () => {
    const as = async (login: string, statement: string, values: unknown[] = []): Promise<unknown> => {
      const app = await new DataSource({ type: 'postgres', url: t.database.workerUrl }).initialize();
      const runner = app.createQueryRunner();
      try {
        const [who] = await t.owner.query(
          `SELECT s.id AS "staffId", s.organisation_id AS "organisationId", s.role, p.site_id AS "siteId" FROM staff s JOIN staff_site p ON p.staff_id = s.id
           WHERE s.login = $1 ORDER BY p.starts_on LIMIT 1`,
          [login],
        );
        const actor = {
          ...who,
          kind: 'staff',
          name: '',
          organisationName: '',
          side: 'national',
          siteIds: [who.siteId],
          deskId: null,
        };
        await runner.query(`BEGIN; ${workerEntry(actor, t.clock, 'as_actor')}`);
        return await runner.query(statement, values);
      } finally {
        await runner.query('ROLLBACK');
        await runner.release();
        await app.destroy();
      }
    };

    it('nobody writes a hash, reads one, or confirms what they asked for', async () => {
      for (const statement of [
        `UPDATE credential SET password_hash = 'x' WHERE staff_id = '${id}'`,
        `UPDATE credential SET must_change = false WHERE staff_id = '${id}'`,
        'SELECT password_hash FROM credential',
        `UPDATE password_reset_request SET confirmed_by = asked_by`,
        `INSERT INTO password_reset_request (id, staff_id, asked_by) VALUES (gen_random_uuid(), '${id}', '${await staffIdOf(t, 'elsewhere')}')`,
      ])
        await expect(as('hw-administrator', statement)).rejects.toThrow('permission denied');
      const alone = `INSERT INTO password_reset_request (id, staff_id) VALUES (gen_random_uuid(), $1)`;
      await expect(as('hw-supervisor', alone, [id])).rejects.toThrow('row-level security');
    });

    it('the function sets nothing for one administrator, for another organisation’s, or for somebody with the setting of a role', async () => {
      for (const login of ['hw-administrator', 'administrator', 'hw-supervisor'])
        expect([login, await as(login, `SELECT reset_password($1, 'x', 72) AS done`, [id])]).toEqual([
          login,
          [{ done: false }],
        ]);
      await t.owner.query(
        `INSERT INTO password_reset_request (id, staff_id, asked_by, asked_at) VALUES (gen_random_uuid(), $1, $2, '2026-06-10T11:00:00+09:00')`,
        [id, await staffIdOf(t, 'hw-administrator')],
      );
      expect(await as('hw-administrator', `SELECT reset_password($1, 'x', 72) AS done`, [id])).toEqual([
        { done: false },
      ]);
      expect(await as('elsewhere', `SELECT reset_password($1, 'x', 72) AS done`, [id])).toEqual([{ done: true }]);
    });
  });
});
