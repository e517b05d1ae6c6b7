import { startApplication, type TestApplication } from '../support/application.js';
import { InvalidInput } from '#kernel';
import { addAdministrator } from '../../src/founding/index.js';

const RIKO = { site: 'bekken', organisation: 'hw-bekken', login: 'riko', name: '余所 理子', nameKana: 'よそ りこ' };

describe('adding an administrator on the server', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const add = (changes: Partial<typeof RIKO> = {}): Promise<string | null> =>
    addAdministrator(t.database.ownerUrl, { ...RIKO, ...changes }, t.clock);
  const problems = async (work: Promise<unknown>): Promise<string[][]> => {
    const error = await work.catch((thrown: unknown) => thrown);
    if (!(error instanceof InvalidInput)) throw error;
    return error.fields.map(({ field, code }) => [field, code]);
  };
  const signIn = async (login: string, password: string | null) =>
    t.anonymous.post('/sessions', { login, password: password ?? '' });

  it('gives a side that has none its own, who changes the password and registers colleagues', async () => {
    const password = await add();
    expect((await signIn('riko', password)).status).toBe(201);
    const [row] = await t.owner.query(
      `SELECT s.name_kana, s.role, o.code, c.must_change FROM staff s JOIN organisation o ON o.id = s.organisation_id
        JOIN credential c ON c.staff_id = s.id WHERE s.login = 'riko'`,
    );
    expect(row).toEqual({ name_kana: 'ヨソ リコ', role: 'site_administrator', code: 'hw-bekken', must_change: true });
    expect(await t.owner.query(`SELECT action FROM audit_entry WHERE actor_system = 'cli'`)).toEqual([
      { action: 'staff.joined_site' },
    ]);
  });

  it('lets an administrator of the organisation work at another site, which it joins by that', async () => {
    expect(await add({ site: 'mihon' })).toBeNull();
    expect(await add({ site: 'mihon' })).toBeNull();
    expect(
      await t.owner.query(
        `SELECT s.code, count(*)::int AS n FROM staff_site ss JOIN site s ON s.id = ss.site_id JOIN staff f ON f.id = ss.staff_id
          WHERE f.login = 'riko' GROUP BY s.code ORDER BY s.code`,
      ),
    ).toEqual([
      { code: 'bekken', n: 1 },
      { code: 'mihon', n: 1 },
    ]);
    const { organisations } = (await (await t.as('administrator')).get('/site')).body;
    expect(organisations.map(({ code }: { code: string }) => code)).toContain('hw-bekken');
  });

  it.each([
    ['a site nobody founded', { site: 'nowhere', login: 'new' }, [['site', 'no_such_record']]],
    ['an organisation nobody added', { organisation: 'nobody', login: 'new' }, [['organisation', 'no_such_record']]],
    ['a login of somebody else', { login: 'stranger-navigator' }, [['login', 'login_taken']]],
    ['a name in kanji where its reading belongs', { login: 'new', nameKana: '余所' }, [['nameKana', 'not_kana']]],
    ['nothing where a name belongs', { login: 'new', name: '' }, [['name', 'required']]],
  ])('refuses %s, and writes nothing', async (_, changes, expected) => {
    const staff = await t.owner.query('SELECT count(*) FROM staff');
    expect(await problems(add(changes))).toEqual(expected);
    expect(await t.owner.query('SELECT count(*) FROM staff')).toEqual(staff);
  });
});
