import { DataSource } from 'typeorm';
import { workerEntry } from '../../../src/platform/unit-of-work/context-statement.js';
import { startApplication, type TestApplication } from '../../support/application.js';
import { someoneLike } from '../../support/arrangements/staff.js';
import { toldTo } from '../../support/arrangements/told.js';

const FOUNDATION = { code: 'mihon-zaidan', name: '見本就労支援財団', side: 'municipal' };
const OTHER_SIDE = { code: 'hw-minami', name: 'ハローワーク見本南', side: 'national' };
const FROM_ELSEWHERE = { code: 'bekken-city', name: '別見市', side: 'municipal' };

describe('the organisations of a site', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
    await someoneLike(t, 'navigator', 'hw-administrator', 'site_administrator');
    await someoneLike(t, 'stranger', 'bekken-administrator', 'site_administrator');
  });
  afterAll(() => t.close());

  const as = (login: string) => t.as(login);
  const add = async (login: string, body: object) => (await as(login)).post('/site/organisations', body);
  const organisations = async (
    login: string,
  ): Promise<
    { id: number; code: string; name: string; version: number; mayRename: boolean; formerNames: object[] }[]
  > => (await (await as(login)).get('/site')).body.organisations;
  const codes = async (login: string): Promise<string[]> => (await organisations(login)).map(({ code }) => code);
  const idOf = async (code: string): Promise<number> =>
    (await t.owner.query('SELECT id FROM organisation WHERE code = $1', [code]))[0]?.id;
  const decide = async (login: string, id: string, act: 'confirmation' | 'refusal') =>
    (await as(login)).post(`/site/organisation-proposals/${id}/${act}`);
  const proposals = async (login: string) => (await (await as(login)).get('/site/organisation-proposals')).body.items;
  const reasonOf = (answer: { body: { error: { reasons: { code: string }[] } } }): string | undefined =>
    answer.body.error.reasons[0]?.code;

  it("are the administrators': 401, 403, 404", async () => {
    const some = '00000000-0000-4000-8000-000000000001';
    for (const path of ['confirmation', 'refusal'].map((act) => `/site/organisation-proposals/${some}/${act}`)) {
      expect((await t.anonymous.post(path)).status).toBe(401);
      expect((await (await as('city-supervisor')).post(path)).status).toBe(403);
      expect((await (await as('administrator')).post(path)).status).toBe(404);
    }
    expect((await t.anonymous.get('/site/organisation-proposals')).status).toBe(401);
    expect((await (await as('auditor')).get('/site/organisation-proposals')).status).toBe(403);
  });

  it('a new one of one’s own side takes part at once, and is renamed by who entered it until it has an administrator', async () => {
    const { status, body } = await add('administrator', FOUNDATION);
    expect([status, body]).toEqual([201, { id: await idOf(FOUNDATION.code), proposalId: null }]);
    const rename = async (login: string, version: number) =>
      (await as(login)).put(`/site/organisations/${body.id}`, { name: '見本市就労支援財団', version });
    expect(reasonOf(await rename('hw-administrator', 1))).toBe('organisation_of_another');
    expect((await rename('administrator', 1)).status).toBe(204);
    await someoneLike(t, 'administrator', 'zaidan-administrator', 'site_administrator');
    await t.owner.query(`UPDATE staff SET organisation_id = $1 WHERE login = 'zaidan-administrator'`, [body.id]);
    expect(reasonOf(await rename('administrator', 2))).toBe('organisation_of_another');
    expect((await rename('zaidan-administrator', 2)).status).toBe(204);
    const side = await (
      await as('zaidan-administrator')
    ).put(`/site/organisations/${body.id}`, { name: 'x', side: 'national', version: 3 });
    expect(side.body.error.fields[0]).toMatchObject({ field: 'side', code: 'unknown_field' });
  });

  it('the other side’s is not renamed, whoever’s site it is; its own administrator does, the site is told, the old name stays readable', async () => {
    const id = await idOf('hw-mihon');
    const name = 'ハローワーク見本中央';
    expect(reasonOf(await (await as('administrator')).put(`/site/organisations/${id}`, { name, version: 1 }))).toBe(
      'organisation_of_another',
    );
    expect((await (await as('hw-administrator')).put(`/site/organisations/${id}`, { name, version: 1 })).status).toBe(
      204,
    );
    expect(await toldTo(t, 'administrator')).toContain('organisation_renamed');
    // Whoever did it knows; of the foundation's name they were told before.
    expect((await toldTo(t, 'hw-administrator')).filter((kind) => kind === 'organisation_renamed')).toHaveLength(1);
    const renamed = (await organisations('administrator')).find((one) => one.code === 'hw-mihon');
    expect(renamed).toMatchObject({ name, mayRename: false, formerNames: [{ name: 'ハローワーク見本' }] });
  });

  it('is proposed to the other side and takes part when that side agrees', async () => {
    const { body } = await add('administrator', OTHER_SIDE);
    expect([body.id, await codes('administrator')]).toEqual([null, expect.not.arrayContaining([OTHER_SIDE.code])]);
    expect(await toldTo(t, 'hw-administrator')).toContain('organisation_proposed');
    expect(reasonOf(await add('administrator', OTHER_SIDE))).toBe('organisation_proposal_one_waiting');
    expect(await proposals('bekken-administrator')).toEqual([]);
    expect((await decide('bekken-administrator', body.proposalId, 'confirmation')).status).toBe(404);
    expect(reasonOf(await decide('administrator', body.proposalId, 'confirmation'))).toBe(
      'organisation_proposal_of_another',
    );
    expect((await decide('hw-administrator', body.proposalId, 'confirmation')).status).toBe(204);
    expect(await codes('administrator')).toContain(OTHER_SIDE.code);
    expect(await toldTo(t, 'administrator')).toContain('organisation_joined');
    expect((await decide('hw-administrator', body.proposalId, 'confirmation')).status).toBe(404);
    // It is of the side that confirmed it.
    expect((await organisations('hw-administrator')).find(({ code }) => code === OTHER_SIDE.code)?.mayRename).toBe(
      true,
    );
    expect((await add('hw-administrator', OTHER_SIDE)).body.error.fields[0]).toMatchObject({ code: 'code_taken' });
  });

  it('of one that works elsewhere its own administrator decides, there; who proposed it may take it back', async () => {
    const first = (await add('administrator', FROM_ELSEWHERE)).body.proposalId;
    expect((await decide('hw-administrator', first, 'refusal')).status).toBe(409);
    expect((await decide('administrator', first, 'refusal')).status).toBe(204);
    const second = (await add('administrator', FROM_ELSEWHERE)).body.proposalId;
    expect(await proposals('bekken-administrator')).toEqual([
      expect.objectContaining({
        id: second,
        siteName: '見本市就労支援コーナー',
        waitsForItself: true,
        mayConfirm: true,
      }),
    ]);
    expect((await decide('bekken-administrator', second, 'refusal')).status).toBe(204);
    expect(await toldTo(t, 'administrator')).toContain('organisation_refused');
    const third = (await add('administrator', FROM_ELSEWHERE)).body.proposalId;
    expect((await decide('bekken-administrator', third, 'confirmation')).status).toBe(204);
    expect(await codes('administrator')).toContain('bekken-city');
    // Its name is still its own.
    const rename = { name: 'x', version: 1 };
    const put = await (await as('administrator')).put(`/site/organisations/${await idOf('bekken-city')}`, rename);
    expect(reasonOf(put)).toBe('organisation_of_another');
  });

  it('of the other side and from elsewhere both are asked', async () => {
    const body = { code: 'hw-bekken', name: 'ハローワーク別見', side: 'national' };
    expect((await add('administrator', { ...body, side: 'municipal' })).body.error.fields[0]).toMatchObject({
      field: 'side',
      code: 'organisation_of_other_side',
    });
    await someoneLike(t, 'stranger-navigator', 'hw-bekken-administrator', 'site_administrator');
    const { proposalId } = (await add('administrator', body)).body;
    expect((await decide('hw-bekken-administrator', proposalId, 'confirmation')).status).toBe(204);
    expect(await codes('administrator')).not.toContain('hw-bekken');
    expect((await decide('hw-administrator', proposalId, 'confirmation')).status).toBe(204);
    expect(await codes('administrator')).toContain('hw-bekken');
  });

  describe('straight at the database, as the application’s role', () => {
    const ask = async (login: string, statement: string, values: unknown[] = []): Promise<unknown> => {
      const app = await new DataSource({ type: 'postgres', url: t.database.workerUrl }).initialize();
      const runner = app.createQueryRunner();
      try {
        const [who] = await t.owner.query(
          `SELECT s.id AS "staffId", s.organisation_id AS "organisationId", s.role, p.site_id AS "siteId" FROM staff s JOIN staff_site p ON p.staff_id = s.id
           WHERE s.login = $1`,
          [login],
        );
        const actor = {
          ...who,
          kind: 'staff',
          name: '',
          organisationName: '',
          side: 'municipal',
          siteIds: [who.siteId],
        };
        await runner.query(`BEGIN; ${workerEntry({ ...actor, deskId: null }, t.clock, 'as_actor')}`);
        return await runner.query(statement, values);
      } finally {
        await runner.query('ROLLBACK');
        await runner.release();
        await app.destroy();
      }
    };

    it('an administrator renames no other organisation, moves none to another side and makes none take part', async () => {
      expect(
        await ask(
          'administrator',
          `UPDATE organisation SET name = 'x' WHERE code IN ('hw-mihon', 'bekken-city') RETURNING id`,
        ),
      ).toEqual([[], 0]);
      for (const statement of [
        `UPDATE organisation SET side = 'national' WHERE code = 'mihon-city'`,
        `INSERT INTO organisation (code, name, side) VALUES ('x', 'x', 'national')`,
        `INSERT INTO site_organisation (site_id, organisation_id) SELECT 1, id FROM organisation`,
        'UPDATE organisation_proposal SET side_confirmed_by = proposed_by',
        `UPDATE target_group SET name = 'x'`,
      ])
        await expect(ask('administrator', statement)).rejects.toThrow('permission denied');
      const { proposalId } = (await add('administrator', { ...OTHER_SIDE, code: 'hw-kita' })).body;
      expect(await ask('administrator', 'SELECT confirm_organisation($1) AS joined', [proposalId])).toEqual([
        { joined: null },
      ]);
      await expect(
        ask('administrator', `UPDATE organisation_proposal SET ended_at = now(), outcome = 'joined' WHERE id = $1`, [
          proposalId,
        ]),
      ).rejects.toThrow('row-level security');
    });

    it('whoever does not administer the site keeps none of its lists and enters no organisation', async () => {
      for (const [table, values] of [
        ['desk', `(site_id, code, name) SELECT id, 'x', 'x' FROM site WHERE code = 'mihon'`],
        ['programme', `(site_id, code, name, position) SELECT id, 'x', 'x', 9 FROM site WHERE code = 'mihon'`],
        ['target_group', `(code, name, position) VALUES ('x', 'x', 99)`],
      ])
        await expect(ask('caseworker', `INSERT INTO ${table} ${values}`)).rejects.toThrow('row-level security');
      expect(await ask('caseworker', `UPDATE desk SET name = 'x' RETURNING id`)).toEqual([[], 0]);
      expect(await ask('caseworker', `SELECT enter_organisation('x', 'x') AS id`)).toEqual([{ id: null }]);
      expect(
        await ask(
          'bekken-administrator',
          `UPDATE desk SET name = 'x' WHERE site_id = (SELECT id FROM site WHERE code = 'mihon') RETURNING id`,
        ),
      ).toEqual([[], 0]);
    });
  });
});
