import { DataSource } from 'typeorm';
import { MACHINE_SCOPES, type MachineScope, SCOPE_PERMISSIONS } from '#access';
import { movableClock } from '#kernel';
import { RouteDeclarations } from '../../src/platform/http/index.js';
import { workerEntry } from '../../src/platform/unit-of-work/context-statement.js';
import { SPEC_DAY, type ApiUser, startApplication, type TestApplication } from '../support/application.js';
import { aMachine } from '../support/arrangements/machines.js';
import { staffIdOf } from '../support/arrangements/staff.js';
import { PLAN_FILE } from '../support/arrangements/yearly-plans.js';
import { addressOf, thingsInAddresses } from './support/addresses.js';
import { aSupportedPerson, SECRETS, type SupportedPerson, theSite } from './support/person.js';
import { someoneLike } from './support/staff.js';

/** Who may own which scope, at 見本市. */
const OWNERS: Readonly<Record<MachineScope, string>> = {
  read_figures: 'city-supervisor',
  import_plan: 'administrator',
  read_cases: 'city-supervisor',
};

/** The actor kind of the matrix that is nobody: every route × the scope of a machine. */
describe('a machine', () => {
  let t: TestApplication;
  let person: SupportedPerson;
  let site: Awaited<ReturnType<typeof theSite>>;
  const machines = new Map<MachineScope, ApiUser>();
  beforeAll(async () => {
    t = await startApplication();
    await someoneLike(t, 'caseworker2', 'colleague', 'case_staff');
    site = await theSite(t);
    person = await aSupportedPerson(t);
    for (const scope of MACHINE_SCOPES)
      machines.set(scope, (await aMachine(t, { owner: OWNERS[scope], scopes: [scope] })).machine);
  }, 120_000);
  afterAll(() => t.close());

  const machineWith = (scope: MachineScope): ApiUser => {
    const machine = machines.get(scope);
    if (!machine) throw new Error(scope);
    return machine;
  };

  it.each(MACHINE_SCOPES)(
    'with %s finds every door of the interface shut that its scope does not open',
    async (scope) => {
      const things = thingsInAddresses(person, site);
      const wrong: string[] = [];
      let tried = 0;
      for (const { method, path, access } of t.app.get(RouteDeclarations).all()) {
        if (!path.startsWith('/api/v1/') || access === undefined || 'publicBecause' in access) continue;
        const { url } = addressOf(method, path, things, person);
        const { statusCode, body } = await t.app.inject({
          method: method as 'GET',
          url,
          headers: { authorization: `Bearer ${machineWith(scope).token}` },
          ...(method === 'GET' || method === 'DELETE' ? {} : { payload: {} }),
        });
        tried += 1;
        const isOpen = (SCOPE_PERMISSIONS[scope] as readonly string[]).includes(access.permission);
        if (isOpen ? [401, 403].includes(statusCode) || statusCode >= 500 : statusCode !== 403)
          wrong.push(`${method} ${path}: ${statusCode}`);
        if (
          scope !== 'read_cases' &&
          [...Object.values(SECRETS), ...person.numbers].some((word) => body.includes(word))
        )
          wrong.push(`${method} ${path}: tells of a person`);
      }
      process.stdout.write(`machine with ${scope}: ${tried} routes\n`);
      expect(wrong).toEqual([]);
    },
  );

  it('opens no page: its token is no cookie', async () => {
    const { statusCode, headers } = await t.app.inject({
      url: '/cases',
      headers: { authorization: `Bearer ${machineWith('read_cases').token}` },
    });
    expect([statusCode, String(headers['location']).startsWith('/sign-in')]).toEqual([303, true]);
  });

  it('sees nobody under protection, though its owner is the supervisor or on the team', async () => {
    const numbersSeen = async (machine: ApiUser): Promise<boolean> =>
      JSON.stringify((await machine.get('/caseload?scope=site&status=all')).body).includes(person.caseId);
    const ofTeam = (await aMachine(t, { owner: 'caseworker', scopes: ['read_cases'] })).machine;
    expect([await numbersSeen(machineWith('read_cases')), await numbersSeen(ofTeam)]).toEqual([true, true]);
    await t.owner.query(`UPDATE jobseeker SET protected_until = '2027-06-09' WHERE id = $1`, [person.jobseekerId]);
    expect([await numbersSeen(machineWith('read_cases')), await numbersSeen(ofTeam)]).toEqual([false, false]);
    expect(await numbersSeen(await t.as('caseworker'))).toBe(true);
    await t.owner.query('UPDATE jobseeker SET protected_until = NULL WHERE id = $1', [person.jobseekerId]);
  });

  it('stands on the audit record by its name, with its owner', async () => {
    const agreements = async (): Promise<number> =>
      (await t.owner.query('SELECT count(*)::int AS agreements FROM definition_agreement'))[0].agreements;
    const before = await agreements();
    const file = PLAN_FILE.replace('by: distinct_persons', 'by: occurrences');
    const imported = await machineWith('import_plan').put('/yearly-plans', { file, version: 1 });
    expect(imported.status).toBeLessThan(300);
    // It takes a plan over and agrees to nothing for its side.
    expect(await agreements()).toBe(before);
    const { items } = (await (await t.as('auditor')).get('/audit?action=yearly_plan.imported')).body;
    expect(items[0]).toMatchObject({ staffName: '架空 管', system: '庁内ポータル', isMachine: true });
  });

  describe('straight at the database, as the application’s role', () => {
    const as = async <Row>(
      login: string,
      role: 'case_staff' | 'supervisor' | 'site_administrator',
      statement: string,
      values: unknown[] = [],
    ): Promise<Row[]> => {
      const app = await new DataSource({ type: 'postgres', url: t.database.workerUrl }).initialize();
      const runner = app.createQueryRunner();
      try {
        const [{ siteId, organisationId }] = await t.owner.query(
          `SELECT p.site_id AS "siteId", s.organisation_id AS "organisationId" FROM staff s JOIN staff_site p ON p.staff_id = s.id WHERE s.login = $1`,
          [login],
        );
        const actor = {
          ...{
            kind: 'staff' as const,
            staffId: await staffIdOf(t, login),
            name: '',
            organisationName: '',
            side: 'municipal' as const,
          },
          ...{ role, organisationId, siteId, siteIds: [siteId], deskId: null },
        };
        await runner.query(`BEGIN; ${workerEntry(actor, movableClock(SPEC_DAY), 'as_actor')}`);
        return await runner.query(statement, values);
      } finally {
        await runner.query('ROLLBACK');
        await runner.release();
        await app.destroy();
      }
    };
    const accountOf = async (login: string): Promise<string> =>
      (
        await t.owner.query(
          `SELECT w.machine_account_id AS id FROM machine_account_owner w JOIN staff s ON s.id = w.staff_id
            WHERE s.login = $1 AND w.accepted_at IS NOT NULL LIMIT 1`,
          [login],
        )
      )[0].id;

    it('an administrator makes no token that acts as a colleague, nor one for a machine that a colleague answers for', async () => {
      const supervisor = await staffIdOf(t, 'city-supervisor');
      for (const kind of ['machine', 'personal'])
        await expect(
          as(
            'administrator',
            'site_administrator',
            `SELECT auth_open_session('x', $1, NULL, $2, '', now(), now() + interval '1 day') AS id`,
            [supervisor, kind],
          ),
        ).rejects.toThrow('permission denied');
      expect(
        await as('administrator', 'site_administrator', `SELECT open_machine_token('x', $1) AS id`, [
          await accountOf('city-supervisor'),
        ]),
      ).toEqual([{ id: null }]);
      await expect(
        as(
          'administrator',
          'site_administrator',
          `INSERT INTO session (token_hash, staff_id, site_id, kind, created_at, last_seen_at, expires_at)
          VALUES ('x', $1, 1, 'personal', now(), now(), now() + interval '1 day')`,
          [supervisor],
        ),
      ).rejects.toThrow('permission denied');
    });

    it('nobody accepts for another, widens a scope or moves an end', async () => {
      const account = await accountOf('city-supervisor');
      expect(await as('caseworker2', 'case_staff', 'SELECT accept_machine_account($1)', [account])).toEqual([]);
      for (const statement of [
        `UPDATE machine_account_owner SET accepted_at = now() WHERE machine_account_id = '${account}'`,
        `UPDATE machine_account SET scopes = '{read_cases}' WHERE id = '${account}'`,
        `UPDATE machine_account SET ends_on = '2030-01-01' WHERE id = '${account}'`,
        `UPDATE session SET staff_id = '${await staffIdOf(t, 'caseworker')}' WHERE machine_account_id = '${account}'`,
      ])
        await expect(as('administrator', 'site_administrator', statement)).rejects.toThrow('permission denied');
      const ask =
        'INSERT INTO machine_account_owner (id, machine_account_id, staff_id) VALUES (gen_random_uuid(), $1, $2)';
      await expect(as('caseworker2', 'case_staff', ask, [account, await staffIdOf(t, 'caseworker2')])).rejects.toThrow(
        'row-level security',
      );
      expect(await as('navigator', 'site_administrator', 'SELECT id FROM machine_account')).toEqual([]);
    });
  });
});
