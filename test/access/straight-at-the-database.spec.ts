import { createHash, randomUUID } from 'node:crypto';
import { DataSource, type QueryRunner } from 'typeorm';
import { SPEC_DAY, startApplication, type TestApplication } from '../support/application.js';
import { staffIdOf } from '../support/arrangements/staff.js';
import { aSupportedPerson } from './support/person.js';
import { theOtherRoles } from './support/staff.js';
import { Walk } from './support/whole.js';

/** Whoever has the application's password, or a place in one of its statements, and no session: all they can say is settings. */
describe('straight at the database', () => {
  let t: TestApplication;
  let app: DataSource;
  let caseworker: Buffer;
  let navigator: Buffer;
  const walk = new Walk('straight at the database');
  beforeAll(async () => {
    t = await startApplication();
    await theOtherRoles(t);
    await aSupportedPerson(t);
    app = await new DataSource({ type: 'postgres', url: t.database.appUrl, poolSize: 2 }).initialize();
    [caseworker, navigator] = await Promise.all([keyOf('caseworker'), keyOf('navigator')]);
  }, 60_000);
  afterAll(async () => {
    walk.end();
    await app.destroy();
    await t.close();
  });

  const keyOf = async (login: string): Promise<Buffer> =>
    createHash('sha256')
      .update((await t.as(login)).token ?? '')
      .digest();

  /** In a transaction that is taken back. */
  async function transaction<T>(use: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = app.createQueryRunner();
    try {
      await runner.query('BEGIN');
      return await use(runner);
    } finally {
      await runner.query('ROLLBACK');
      await runner.release();
    }
  }

  const enter = (runner: QueryRunner, key: Buffer): Promise<unknown> =>
    runner.query('SELECT enter_session($1, $2)', [key, t.clock.now()]);
  const people = async (runner: QueryRunner): Promise<number> =>
    (await runner.query('SELECT count(*)::int AS n FROM jobseeker'))[0].n;
  const said = async (runner: QueryRunner): Promise<{ actor: string; seal: string }> =>
    (await runner.query(`SELECT current_setting('app.actor') AS actor, current_setting('app.seal') AS seal`))[0];
  const say = (runner: QueryRunner, { actor, seal }: { actor: string; seal: string }): Promise<unknown> =>
    runner.query(`SELECT set_config('app.actor', $1, true), set_config('app.seal', $2, true)`, [actor, seal]);

  /** What the application may read at all, but for what concerns nobody. */
  const readable = async (): Promise<string[]> => {
    const rows: { name: string }[] = await t.owner.query(
      `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
         AND has_any_column_privilege('team_support_app', c.oid, 'SELECT') AND EXISTS (SELECT FROM pg_attribute a
           WHERE a.attrelid = c.oid AND a.attnum > 0 AND col_description(c.oid, a.attnum) NOT LIKE 'public%') ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  };

  it('a forged context reads not one row of any table, whoever it names', async () => {
    const staff: { login: string; id: string; role: string; organisation: number; sites: string }[] =
      await t.owner.query(
        `SELECT s.login, s.id, s.role, s.organisation_id AS organisation, array_agg(p.site_id)::text AS sites FROM staff s
       JOIN staff_site p ON p.staff_id = s.id GROUP BY s.id ORDER BY s.login`,
      );
    expect(staff.length).toBeGreaterThan(10);
    const tables = await readable();
    expect(tables.length).toBeGreaterThan(30);
    const rows = `SELECT ${tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join(', ')}`;
    const wrong: string[] = [];
    for (const { login, id, role, organisation, sites } of staff)
      for (const [orgs, system] of [
        [`{${organisation}}`, ''],
        ['{1,2,3,4}', 'worker'],
      ] as const)
        await transaction(async (runner) => {
          const forged = `${id}|${role}|${orgs}|${sites}|${system}|${SPEC_DAY}|${t.clock.now().toISOString()}`;
          await say(runner, { actor: forged, seal: createHash('sha256').update(forged).digest('hex') });
          for (const [name, value] of Object.entries({ staff: id, role, orgs, sites, system, today: SPEC_DAY }))
            await runner.query(`SELECT set_config('app.${name}', $1, true)`, [value]);
          const [counts]: Record<string, number>[] = await runner.query(rows);
          for (const [table, count] of Object.entries(counts ?? {})) {
            walk.count();
            if (count > 0) wrong.push(`${login} ${orgs} ${system}: ${count} rows of ${table}`);
          }
        });
    expect(walk.found('a forged context', wrong)).toEqual([]);
  });

  it('whoever holds a session is let in as who they are, and reads as much as they may', async () => {
    expect(await transaction(async (runner) => (await enter(runner, caseworker), people(runner)))).toBeGreaterThan(0);
    const [who] = await transaction(async (runner) => {
      await enter(runner, navigator);
      return runner.query('SELECT app_staff() AS staff, app_role() AS role, app_today()::text AS today');
    });
    expect(who).toEqual({ staff: await staffIdOf(t, 'navigator'), role: 'case_staff', today: SPEC_DAY });
  });

  it.each([
    ['another day, on which a sharing was in force', (actor: string) => actor.replace(SPEC_DAY, '2026-04-01')],
    ['another organisation', (actor: string) => actor.replace(/\{\d+\}/, '{1,2,3,4}')],
    ['another site', (actor: string) => actor.replace(/\{\d+\}\|\|/, '{1,2}||')],
    ['another role', (actor: string) => actor.replace('case_staff', 'supervisor')],
    ['the worker', (actor: string) => actor.replace('||', '|worker|')],
  ])('a seal does not hold for %s', async (_, changed) => {
    await transaction(async (runner) => {
      await enter(runner, navigator);
      const { actor, seal } = await said(runner);
      expect(changed(actor)).not.toBe(actor);
      await say(runner, { actor: changed(actor), seal });
      expect(await people(runner)).toBe(0);
      await say(runner, { actor, seal });
      expect(await people(runner)).toBeGreaterThan(0);
    });
  });

  it('a seal ends with its transaction, and is none on another connection', async () => {
    const [one, other] = [app.createQueryRunner(), app.createQueryRunner()];
    try {
      await one.query('BEGIN');
      await enter(one, caseworker);
      const held = await said(one);
      await other.query('BEGIN');
      await say(other, held);
      expect(await people(other)).toBe(0);
      await one.query('COMMIT');
      await one.query('BEGIN');
      await say(one, held);
      expect(await people(one)).toBe(0);
    } finally {
      for (const runner of [one, other]) {
        await runner.query('ROLLBACK');
        await runner.release();
      }
    }
  });

  it('a setting that is changed while a statement runs changes nothing of what it reads', async () => {
    await transaction(async (runner) => {
      await enter(runner, navigator);
      const before = await people(runner);
      const [{ n }] = await runner.query(
        `SELECT count(*)::int AS n FROM jobseeker j
         WHERE set_config('app.actor', regexp_replace(current_setting('app.actor'), '\\{\\d+\\}\\|\\{\\d+\\}', '{1,2,3,4}|{1,2}'), true) <> ''`,
      );
      expect(n).toBeLessThanOrEqual(before);
      expect(await people(runner)).toBe(0);
    });
  });

  describe('nobody is let in', () => {
    const refused = (key: Buffer): Promise<unknown> =>
      expect(transaction((runner) => enter(runner, key))).rejects.toThrow('no session');

    it('by what is stored of a session', async () => {
      const [{ token_hash }] = await t.owner.query('SELECT token_hash FROM session ORDER BY created_at LIMIT 1');
      await refused(token_hash);
    });

    it('by a session that ended, was not used for too long, or whose holder left', async () => {
      const key = await keyOf('caseworker2');
      const set = (columns: string): Promise<unknown> =>
        t.owner.query(
          `UPDATE session SET ${columns} WHERE staff_id = (SELECT id FROM staff WHERE login = 'caseworker2')`,
        );
      await transaction((runner) => enter(runner, key));
      for (const [ended, open] of [
        [`revoked_at = '${t.clock.now().toISOString()}'`, 'revoked_at = NULL'],
        [`last_seen_at = '2026-01-01'`, `last_seen_at = '${t.clock.now().toISOString()}'`],
        [`expires_at = '2026-01-01'`, `expires_at = '2027-01-01'`],
      ] as const) {
        await set(ended);
        await refused(key);
        await set(open);
        await transaction((runner) => enter(runner, key));
      }
      await t.owner.query(`UPDATE staff SET employed_until = '${SPEC_DAY}' WHERE login = 'caseworker2'`);
      await refused(key);
      await t.owner.query(`UPDATE staff SET employed_until = NULL WHERE login = 'caseworker2'`);
    });

    it("at a moment that is not the database's, where specs do not ask for it", async () => {
      await t.owner.query('UPDATE context_key SET clock_is_given = false');
      try {
        await expect(transaction((runner) => enter(runner, caseworker))).rejects.toThrow('clocks');
      } finally {
        await t.owner.query('UPDATE context_key SET clock_is_given = true');
      }
    });
  });

  it.each([
    ['the worker’s door', `SELECT enter_worker(NULL, NULL, '{1}', '{1}', 'worker', now())`],
    ['the seal', `SELECT say_context(NULL, NULL, '{1}', '{1}', 'worker', now())`],
    ['the key', 'SELECT key FROM context_key'],
    ['the session behind a key', `SELECT session_in_force('x', now())`],
    ['the role that counts', 'SET ROLE team_support_report'],
    ['the role of the worker', 'SET ROLE team_support_worker'],
    ['the role that signs in', 'SET ROLE team_support_sign_in'],
    ['a job in the queue', `INSERT INTO bullmq.jobs DEFAULT VALUES`],
    ['a password', 'SELECT password_hash FROM credential'],
    ['a token', 'SELECT token_hash FROM session'],
    [
      'the audit record',
      `INSERT INTO audit_entry (id, action, subject_type, subject_id) VALUES (gen_random_uuid(), 'x', 'x', 'x')`,
    ],
    ['what was handed on', `INSERT INTO outbox_message (topic, payload, dispatched_at) VALUES ('x', '{}', now())`],
  ])('the application’s role has no access to %s', async (_, statement) => {
    await expect(transaction((runner) => runner.query(statement))).rejects.toThrow(/permission denied|does not exist/);
  });

  it('whose a row is, whom it is about and which it is cannot be rewritten', async () => {
    const rows: { column: string }[] = await t.owner.query(
      `SELECT g.table_name || '.' || g.column_name AS column FROM information_schema.column_privileges g
       WHERE g.grantee = 'team_support_app' AND g.table_schema = 'public' AND g.privilege_type = 'UPDATE'
         AND g.column_name IN ('id', 'site_id', 'org_id', 'organisation_id', 'jobseeker_id', 'giver_org', 'receiver_org')`,
    );
    expect(rows).toEqual([]);
  });

  it('an act is written down of whoever was let in, at their moment, and sent in nobody else’s name', async () => {
    const other = await staffIdOf(t, 'navigator');
    await transaction(async (runner) => {
      await enter(runner, caseworker);
      const row = { action: 'spec', subject_type: 'staff', subject_id: 'x', changes: {} };
      await runner.query('SELECT write_audit($1)', [
        JSON.stringify([{ ...row, id: randomUUID(), actor_staff_id: other, site_id: 2, at: '2020-01-01' }]),
      ]);
      await runner.query('COMMIT');
    });
    const written = await t.owner.query(`SELECT actor_staff_id AS who, at FROM audit_entry WHERE action = 'spec'`);
    expect(written).toEqual([{ who: await staffIdOf(t, 'caseworker'), at: t.clock.now() }]);
    const send = transaction(async (runner) => {
      await enter(runner, caseworker);
      const payload = JSON.stringify({ author: { staffId: other } });
      return runner.query(
        `INSERT INTO outbox_message (topic, payload, site_id) VALUES ('notice.deliver', $1, (app_sites())[1])`,
        [payload],
      );
    });
    await expect(send).rejects.toThrow('row-level security');
    await expect(transaction((runner) => runner.query(`SELECT write_audit('[]')`))).rejects.toThrow('nobody acts');
  });

  it('what signs in is the sign-in role’s alone, which reads no table', async () => {
    const may = (role: string): Promise<{ name: string }[]> =>
      t.owner.query(
        `SELECT p.proname AS name FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname LIKE 'auth\\_%'
           AND has_function_privilege($1, p.oid, 'EXECUTE') ORDER BY 1`,
        [role],
      );
    for (const role of ['team_support_app', 'team_support_report', 'team_support_worker'])
      expect(await may(role)).toEqual([]);
    expect((await may('team_support_sign_in')).map(({ name }) => name)).toContain('auth_begin_attempt');
    expect(
      await t.owner.query(
        `SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v')
           AND (has_any_column_privilege('team_support_sign_in', c.oid, 'SELECT, INSERT, UPDATE')
             OR has_table_privilege('team_support_sign_in', c.oid, 'DELETE'))`,
      ),
    ).toEqual([]);
  });

  it('policies ask who acts once a statement and not once a row', async () => {
    const rows: { policy: string }[] = await t.owner.query(
      `SELECT tablename || '.' || policyname AS policy FROM pg_policies, regexp_replace(coalesce(qual, '') || coalesce(with_check, ''),
         'SELECT \\(?app_[a-z]+\\(\\)', '', 'g') AS rest WHERE schemaname = 'public' AND rest ~ 'app_(orgs|sites|staff|role|today|now|system)\\(\\)'`,
    );
    expect(rows).toEqual([]);
  });
});
