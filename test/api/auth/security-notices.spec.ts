import { DataSource } from 'typeorm';
import { workerEntry } from '../../../src/platform/unit-of-work/context-statement.js';
import { ApiUser, startApplication, type TestApplication } from '../../support/application.js';
import { someoneLike, staffIdOf } from '../../support/arrangements/staff.js';
import { toldTo } from '../../support/arrangements/told.js';
import { PageUser } from '../../support/pages.js';
import { PASSWORD } from '../../support/sites.js';

describe('what somebody is told of their own sign-in', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
    for (const login of ['one', 'two', 'three', 'four']) await someoneLike(t, 'caseworker', login, 'case_staff');
  });
  afterAll(() => t.close());

  const signIn = (login: string, password = PASSWORD) => t.anonymous.post('/sessions', { login, password });
  const actionsOf = async (login: string): Promise<string[]> =>
    (
      await t.owner.query(
        `SELECT action FROM audit_entry WHERE subject_id = $1 AND action <> 'session.opened' ORDER BY at`,
        [await staffIdOf(t, login)],
      )
    ).map(({ action }: { action: string }) => action);

  it('nothing of the first browser, and of one that is known; a new one is told of, once, on the audit record too', async () => {
    const desk = await PageUser.signedIn(t, 'one');
    await desk.signIn('one');
    expect(await toldTo(t, 'one')).toEqual([]);
    const elsewhere = await PageUser.signedIn(t, 'one');
    await elsewhere.signIn('one');
    expect(await toldTo(t, 'one')).toEqual(['signed_in_new_place']);
    expect((await actionsOf('one')).filter((action) => action === 'session.new_place')).toHaveLength(1);
    const { html } = await desk.get('/notifications');
    expect(html).toContain('初めての端末又はプログラムから');
  });

  it('a browser is new to whoever was never seen in it, though a colleague was', async () => {
    await PageUser.signedIn(t, 'two');
    const shared = await PageUser.signedIn(t, 'one');
    await shared.signIn('two');
    expect(await toldTo(t, 'two')).toEqual(['signed_in_new_place']);
  });

  it('a program is new to whoever came by browser alone, once; a password that was changed makes no browser new', async () => {
    const desk = await PageUser.signedIn(t, 'three');
    expect((await signIn('three')).status).toBe(201);
    expect((await signIn('three')).status).toBe(201);
    expect(await toldTo(t, 'three')).toEqual(['signed_in_new_place']);
    const user = new ApiUser(t.app, (await signIn('three')).body.token);
    const change = { currentPassword: PASSWORD, newPassword: 'atarashii-no-kotoba' };
    expect((await user.put('/account/password', change)).status).toBe(204);
    await t.owner.query(
      `UPDATE credential c SET password_hash = o.password_hash FROM credential o, staff s, staff m
       WHERE s.id = c.staff_id AND s.login = 'three' AND m.id = o.staff_id AND m.login = 'one'`,
    );
    await desk.signIn('three');
    expect(await toldTo(t, 'three')).toEqual(['signed_in_new_place']);
  });

  it('that wrong passwords shut it, once a day, and that an administrator opened it', async () => {
    for (let failure = 0; failure < 6; failure += 1) await signIn('four', 'not-my-password');
    expect(await toldTo(t, 'four')).toEqual(['locked_out']);
    const id = await staffIdOf(t, 'four');
    expect((await (await t.as('administrator')).post(`/staff/${id}/unlock`)).status).toBe(204);
    for (let failure = 0; failure < 6; failure += 1) await signIn('four', 'not-my-password');
    expect((await toldTo(t, 'four')).sort()).toEqual(['locked_out', 'unlocked']);
    // Nobody is told of a login that nobody has.
    for (let failure = 0; failure < 6; failure += 1) await signIn('nobody-of-that-name', 'not-my-password');
    const [{ others }] = await t.owner.query(
      `SELECT count(*)::int AS others FROM notification WHERE kind = 'locked_out' AND staff_id <> $1`,
      [id],
    );
    expect(others).toBe(0);
  });

  it('eight at once from a new place are told of once', async () => {
    await someoneLike(t, 'caseworker', 'five', 'case_staff');
    await PageUser.signedIn(t, 'five');
    await Promise.all(Array.from({ length: 3 }, () => signIn('five')));
    expect(await toldTo(t, 'five')).toEqual(['signed_in_new_place']);
  });

  it('is read at the site where one works on, by oneself alone, and is nobody’s to write', async () => {
    await someoneLike(t, 'auditor', 'watcher', 'auditor');
    await PageUser.signedIn(t, 'watcher');
    await PageUser.signedIn(t, 'watcher');
    const { items } = (await (await t.as('watcher')).get('/notifications')).body;
    expect(items[0].notices[0].kind).toBe('signed_in_new_place');
    expect(JSON.stringify((await (await t.as('auditor')).get('/notifications')).body)).not.toContain('signed_in');
    const app = await new DataSource({ type: 'postgres', url: t.database.workerUrl }).initialize();
    const runner = app.createQueryRunner();
    try {
      const me = (await (await t.as('administrator')).get('/me')).body;
      for (const [statement, refusal] of [
        [`SELECT auth_tell('${me.staffId}', 'locked_out', 'staff', '${me.staffId}', now())`, 'permission denied'],
        [`SELECT auth_new_place('${me.staffId}', NULL, '${me.staffId}', now())`, 'permission denied'],
        [
          `INSERT INTO notification (id, site_id, staff_id, kind, subject_type, subject_id)
           VALUES (gen_random_uuid(), ${me.siteId}, '${me.staffId}', 'locked_out', 'staff', '${me.staffId}')`,
          'row-level security',
        ],
      ] as const) {
        await runner.query(`BEGIN; ${workerEntry(me, t.clock, 'as_actor')}`);
        await expect(runner.query(statement)).rejects.toThrow(refusal);
        await runner.query('ROLLBACK');
      }
    } finally {
      await runner.release();
      await app.destroy();
    }
  });

  it('stands before the auditor: first on the page, and by itself in the interface', async () => {
    const auditor = await PageUser.signedIn(t, 'auditor');
    expect((await auditor.get('/audit')).html).toContain('安全に関わる操作（7日以内）');
    expect((await auditor.get('/audit?security=yes')).html).not.toContain('安全に関わる操作（7日以内）');
    const { items } = (await (await t.as('auditor')).get('/audit?security=yes&limit=200')).body;
    const actions = new Set(items.map(({ action }: { action: string }) => action));
    expect(actions).toEqual(new Set(['session.new_place', 'session.locked_out', 'staff.unlocked']));
    expect((await (await t.as('auditor')).get('/audit?security=maybe')).body.error.fields[0].code).toBe('not_one_of');
  });
});
