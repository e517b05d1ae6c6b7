import { startApplication, type TestApplication } from '../../support/application.js';
import { onMonday, questionAbout, tellOfDuplicates } from '../../support/arrangements/duplicates.js';
import { aJobseeker, HANAKO } from '../../support/arrangements/jobseekers.js';
import { staffIdOf } from '../../support/arrangements/staff.js';
import { PageUser } from '../../support/pages.js';

const BORN = { birthDate: '1985-03-14' };
const [CITY, NATION] = ['administrator', 'hw-supervisor'];
const SAME = { state: 'same_person', note: '記録が一致' };
const DIFFERENT = { state: 'different', note: '別人と確認' };

interface Question {
  readonly id: string;
  readonly state: string;
  readonly result: string;
  readonly note: string | null;
}

/** What the specs below do, of an application. */
const at = (t: () => TestApplication) => ({
  queue: async (login: string): Promise<Question[]> => (await (await t().as(login)).get('/duplicates')).body.items,
  answer: async (login: string, id: string, payload: object) =>
    (await t().as(login)).post(`/duplicates/${id}/decision`, payload),
  told: async (login: string): Promise<string[]> =>
    (await (await t().as(login)).get('/notifications')).body.items
      .flatMap(({ notices }: { notices: { kind: string }[] }) => notices.map(({ kind }) => kind))
      .filter((kind: string) => kind.startsWith('duplicate')),
});

async function anAdministratorOfTheOtherSide(t: TestApplication): Promise<void> {
  await t.owner.query(`UPDATE staff SET role = 'site_administrator' WHERE login = $1`, [NATION]);
}

describe('/api/v1/duplicates, the questions put to an organisation', () => {
  let t: TestApplication;
  const { queue, answer, told } = at(() => t);
  beforeAll(async () => {
    t = await startApplication();
    await anAdministratorOfTheOtherSide(t);
    await aJobseeker(t, 'caseworker', BORN);
    await aJobseeker(t, 'navigator', BORN);
  });
  afterAll(() => t.close());

  it('answers 401 to nobody, 403 to those who only watch', async () => {
    expect((await t.anonymous.get('/duplicates')).status).toBe(401);
    expect((await (await t.as('auditor')).get('/duplicates')).status).toBe(403);
  });

  it('are put on the Monday after, so that they do not tell when somebody was registered', async () => {
    expect([await queue(CITY), await queue(NATION)]).toEqual([[], []]);
    await onMonday(t);
    expect(await queue(CITY)).toHaveLength(1);
  });

  it("show one's own person to whoever knew them first, and whom to ask: nothing of the other record", async () => {
    const [question] = await queue(CITY);
    const [own] = await t.owner.query(
      `SELECT j.id, j.number FROM jobseeker j JOIN organisation o ON o.id = j.org_id WHERE o.code = 'mihon-city'`,
    );
    expect(question).toEqual({
      id: expect.any(String),
      askedBy: 'ハローワーク見本',
      person: {
        ...own,
        kana: 'ミホン ハナコ',
        birthDate: '1985-03-14',
        registeredOn: '2026-06-10',
        protectedUntil: null,
      },
      state: 'open',
      result: 'open',
      note: null,
      answeredAt: null,
      answeredBy: null,
    });
    expect(await told(CITY)).toEqual(['duplicate_asked']);
    for (const login of ['caseworker', 'city-supervisor']) expect(await queue(login)).toEqual([]);
  });

  it('tell whoever registered a name nothing, until the other side says that it may be', async () => {
    expect([await queue(NATION), await told(NATION)]).toEqual([[], []]);
    const [{ id } = { id: '' }] = await queue(CITY);
    expect((await answer(NATION, id, DIFFERENT)).status).toBe(404);
    expect((await answer(CITY, id, { state: 'same_person' })).body.error.fields).toMatchObject([
      { field: 'note', code: 'required' },
    ]);
    expect((await answer(CITY, id, { state: 'maybe', note: '不明' })).body.error.fields).toMatchObject([
      { field: 'state', code: 'not_one_of' },
    ]);
    expect((await answer(CITY, id, SAME)).status).toBe(204);
    await tellOfDuplicates(t);
    expect(await queue(NATION)).toMatchObject([
      { state: 'open', result: 'open', askedBy: '見本市', person: { kana: 'ミホン ハナコ' } },
    ]);
    expect(await told(NATION)).toEqual(['duplicate_asked']);
  });

  it("have a result once both have answered, of which the first is told; neither reads the other's grounds", async () => {
    const [{ id } = { id: '' }] = await queue(NATION);
    expect((await answer(NATION, id, { ...SAME, note: '安定所の根拠' })).status).toBe(204);
    await tellOfDuplicates(t);
    expect(await queue(CITY)).toMatchObject([{ state: 'same_person', result: 'same_person', note: '記録が一致' }]);
    expect(await queue(NATION)).toMatchObject([{ state: 'same_person', result: 'same_person', note: '安定所の根拠' }]);
    expect((await told(CITY)).sort()).toEqual(['duplicate_asked', 'duplicate_decided']);
    expect(
      await t.owner.query(`SELECT changes FROM audit_entry WHERE action = 'duplicate.decided' ORDER BY at`),
    ).toEqual(Array(2).fill({ changes: { state: { from: 'open', to: 'same_person' } } }));
  });

  it('are answered otherwise where somebody was mistaken, and not the same twice', async () => {
    const [{ id } = { id: '' }] = await queue(CITY);
    expect((await answer(CITY, id, SAME)).body.error.reasons).toMatchObject([{ code: 'duplicate_decided' }]);
    expect((await answer(CITY, id, DIFFERENT)).status).toBe(204);
    await tellOfDuplicates(t);
    expect(await queue(NATION)).toMatchObject([{ state: 'same_person', result: 'different' }]);
    expect(await told(NATION)).toContain('duplicate_decided');
  });

  it('are answered once by eight at the same moment, and from both sides at once without a deadlock', async () => {
    const [[city = { id: '' }], [nation = { id: '' }]] = [await queue(CITY), await queue(NATION)];
    const all = await Promise.all(
      Array.from({ length: 4 }, () => [answer(CITY, city.id, SAME), answer(NATION, nation.id, DIFFERENT)]).flat(),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([204, 204, ...Array(6).fill(409)]);
    expect(await queue(CITY)).toMatchObject([{ state: 'same_person', result: 'different' }]);
  });

  it('are not put again, from whichever side the pair is met', async () => {
    for (const login of ['caseworker', 'navigator']) {
      const [{ id, version }] = (await (await t.as(login)).get('/jobseekers')).body.items;
      const { body } = await (await t.as(login)).get(`/jobseekers/${id}`);
      const { familyName, givenName, familyKana, givenKana } = body;
      expect([200, 204]).toContain(
        (
          await (
            await t.as(login)
          ).put(`/jobseekers/${id}`, {
            familyName,
            givenName,
            familyKana,
            givenKana,
            ...BORN,
            phone: '090-0000-0001',
            version: version ?? body.version,
          })
        ).status,
      );
    }
    await onMonday(t);
    expect([await queue(CITY), await queue(NATION)].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('answers 404 to a question that is not there', async () => {
    expect((await answer(CITY, '01900000-0000-7000-8000-000000000000', DIFFERENT)).status).toBe(404);
  });
});

describe('/api/v1/duplicates, where one of the two is in hiding', () => {
  let t: TestApplication;
  const { queue, answer, told } = at(() => t);
  const register = async (login: string, familyKana: string, isProtected = false): Promise<string> =>
    (await aJobseeker(t, login, { familyKana, ...BORN, ...(isProtected ? { protectedFrom: '2026-06-01' } : {}) })).id;
  /** Everything an administrator is shown and told. */
  const everything = async (login: string): Promise<string> => {
    const { html } = await (await PageUser.signedIn(t, login)).get('/duplicates');
    return JSON.stringify([await queue(login), await told(login), /<main[^]*<\/main>/.exec(html)?.[0]]);
  };

  beforeAll(async () => {
    t = await startApplication();
    await anAdministratorOfTheOtherSide(t);
  });
  afterAll(() => t.close());

  it('the few who may see them are asked, and no administrator can tell that from no match', async () => {
    await register('navigator', 'ダレモナシ');
    await onMonday(t);
    const before = [await everything(CITY), await everything(NATION)];
    await register('caseworker', 'シノマモリ', true);
    await register('navigator', 'シノマモリ');
    await onMonday(t);
    expect([await everything(CITY), await everything(NATION)]).toEqual(before);
    for (const login of ['caseworker', 'city-supervisor']) {
      expect(await queue(login)).toMatchObject([
        { askedBy: 'ハローワーク見本', person: { kana: 'シノマモリ ハナコ' } },
      ]);
      expect(await told(login)).toEqual(['duplicate_asked']);
    }
    for (const login of ['caseworker2', 'navigator']) expect([await queue(login), await told(login)]).toEqual([[], []]);
  });

  it('no one is asked about somebody in hiding, until they no longer are', async () => {
    await register('caseworker', 'クニノヒト');
    const hidden = await register('navigator', 'クニノヒト', true);
    await onMonday(t);
    expect(await questionAbout(t, 'クニノヒト', 'mihon-city')).toBeUndefined();
    await t.owner.query(`UPDATE jobseeker SET protected_until = '2026-06-09' WHERE id = $1`, [hidden]);
    await onMonday(t);
    expect(await queue(CITY)).toMatchObject([{ person: { kana: 'クニノヒト ハナコ' } }]);
  });

  it("a protection that begins later takes nothing out of the other side's sight, and the answer then goes to the few", async () => {
    const mine = await register('navigator', 'アトデマモル');
    await t.owner.query('DELETE FROM duplicate_look');
    const theirs = await register('caseworker', 'アトデマモル');
    await onMonday(t);
    const id = (await questionAbout(t, 'アトデマモル', 'hw-mihon')) ?? '';
    const shown = await queue(NATION);
    await t.owner.query(`UPDATE jobseeker SET protected_until = '2027-06-09' WHERE id = $1`, [theirs]);
    expect(await queue(NATION)).toEqual(shown);
    expect((await answer(NATION, id, SAME)).status).toBe(204);
    await tellOfDuplicates(t);
    expect((await queue(CITY)).map(({ id: question }) => question)).not.toContain(
      await questionAbout(t, 'アトデマモル', 'mihon-city'),
    );
    expect(await queue('city-supervisor')).toEqual(
      expect.arrayContaining([expect.objectContaining({ askedBy: 'ハローワーク見本' })]),
    );
    // One's own in hiding: what was the administrator's is the named few's.
    await t.owner.query(`UPDATE jobseeker SET protected_until = '2027-06-09' WHERE id = $1`, [mine]);
    expect((await answer(NATION, id, DIFFERENT)).status).toBe(404);
  });

  it('a colleague who is assigned meanwhile inherits the question', async () => {
    const id = (await questionAbout(t, 'シノマモリ', 'mihon-city')) ?? '';
    expect((await answer('caseworker2', id, DIFFERENT)).status).toBe(404);
    const [{ jobseeker_id: person }] = await t.owner.query(
      'SELECT jobseeker_id FROM duplicate_question WHERE id = $1',
      [id],
    );
    await t.owner.query(
      `WITH c AS (INSERT INTO support_case (id, site_id, org_id, jobseeker_id, number, status, status_since, opened_on, desk_id, programme_id)
         SELECT gen_random_uuid(), j.site_id, j.org_id, j.id, 'C-HIDDEN', 'intake', '2026-06-10', '2026-06-10',
           (SELECT min(id) FROM desk WHERE site_id = j.site_id),
           (SELECT min(id) FROM programme WHERE site_id = j.site_id) FROM jobseeker j WHERE j.id = $1 RETURNING *)
       INSERT INTO case_assignment (id, site_id, org_id, jobseeker_id, support_case_id, staff_id, staff_org_id, role, starts_on)
       SELECT gen_random_uuid(), c.site_id, c.org_id, c.jobseeker_id, c.id, $2, c.org_id, '補助', '2026-06-10' FROM c`,
      [person, await staffIdOf(t, 'caseworker2')],
    );
    expect((await queue('caseworker2')).map((question) => question.id)).toContain(id);
    // Whoever registered them stood in only until somebody was assigned.
    expect((await queue('caseworker')).map((question) => question.id)).not.toContain(id);
  });

  it("nothing of the pair is to be read as the application's role", async () => {
    const grants = await t.owner.query(
      `SELECT table_name || '.' || column_name AS column FROM information_schema.column_privileges
       WHERE grantee = 'team_support_app' AND table_name IN ('duplicate_suspicion', 'duplicate_look') OR (grantee = 'team_support_app'
         AND table_name = 'duplicate_question' AND column_name = 'suspicion_id')`,
    );
    expect(grants).toEqual([]);
  });
});

describe('registering', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
    await aJobseeker(t, 'caseworker', { familyKana: 'イルヒト', birthDate: '1981-01-01' });
    await aJobseeker(t, 'caseworker', {
      familyKana: 'カクレタヒト',
      birthDate: '1982-02-02',
      protectedFrom: '2026-06-01',
    });
  });
  afterAll(() => t.close());

  const rows = async (): Promise<Record<string, number>> => {
    const tables: { name: string }[] = await t.owner.query(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'jobseeker_search' ORDER BY 1`,
    );
    const [counted] = await t.owner.query(
      `SELECT ${tables.map(({ name }) => `(SELECT count(*)::int FROM ${name}) AS ${name}`).join(', ')}`,
    );
    return counted;
  };

  it('writes the same whether nobody, somebody or somebody in hiding is there: nothing is looked for before the answer', async () => {
    const user = await t.as('navigator');
    const written = async (familyKana: string, birthDate: string): Promise<Record<string, number>> => {
      const before = await rows();
      const { status, body } = await user.post('/jobseekers', { ...HANAKO, familyKana, birthDate });
      expect([status, Object.keys(body)]).toEqual([201, ['id', 'number']]);
      return Object.fromEntries(
        Object.entries(await rows()).map(([table, count]) => [table, count - (before[table] ?? 0)]),
      );
    };
    const nobody = await written('ダレモイナイ', '1983-03-03');
    expect(nobody).toMatchObject({ jobseeker: 1, duplicate_look: 1, duplicate_suspicion: 0 });
    expect(await written('イルヒト', '1981-01-01')).toEqual(nobody);
    expect(await written('カクレタヒト', '1982-02-02')).toEqual(nobody);
  });

  it('a name in hiding, to lie in wait for who is registered under it, is not told of those that were there before', async () => {
    await aJobseeker(t, 'caseworker', { familyKana: 'サガサレル', birthDate: '1984-04-04' });
    await aJobseeker(t, 'navigator', {
      familyKana: 'サガサレル',
      birthDate: '1984-04-04',
      protectedFrom: '2026-06-01',
    });
    await onMonday(t);
    expect((await (await t.as('navigator')).get('/duplicates')).body.items).toEqual([]);
  });
});
