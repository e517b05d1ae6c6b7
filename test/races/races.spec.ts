import { getStorageToken, type ThrottlerStorageService } from '@nestjs/throttler';
import { DataSource } from 'typeorm';
import { createDatabase, dropDatabase } from '../../src/platform/database/embedded/index.js';
import { ApiDescription } from '../../src/platform/web/openapi/index.js';
import { RouteDeclarations } from '../../src/platform/http/index.js';
import { addressOf, thingsInAddresses } from '../access/support/addresses.js';
import { aSupportedPerson, theSite } from '../access/support/person.js';
import { someoneLike } from '../access/support/staff.js';
import { type Answer, SPEC_DAY, startApplication, type TestApplication } from '../support/application.js';
import { DescribedAnswers } from '../support/described-answers.js';
import { testServer } from '../support/embedded.js';
import { PASSWORD } from '../support/sites.js';
import { type Race, RACES, type World } from './write-routes.js';
import { Connections } from '../../src/platform/database/index.js';

/** `npm run test:races` tries all of them; among the other tests, those whose rule has been broken before or is the database's own. */
const ALL = process.env['RACES'] === 'all';
const AMONG_OTHERS = [
  'POST /api/v1/cases',
  'POST /api/v1/cases/:id/assignments',
  'POST /api/v1/cases/:id/placements',
  'POST /api/v1/cases/:id/requests',
  'POST /api/v1/cases/:id/transitions',
  'POST /api/v1/consents/:id/withdrawal',
  'POST /api/v1/consultations',
  'POST /api/v1/jobseekers/:id/groups',
  'POST /api/v1/reports',
  'POST /api/v1/site/desks',
  'POST /api/v1/staff/:id/departure',
  'PUT /api/v1/cases/:id/plan',
];
const EIGHT = 8;
const EIGHT_AT_ONCE = Array.from({ length: EIGHT });
/** Forms without a twin in the interface: they ask, or open and end sessions as the interface does under another name. */
const PAGES_ALONE = [
  'POST /jobseekers/:id/consents/unsigned',
  'POST /sign-in',
  'POST /sign-out',
  // To the addresses of desks, programmes, agreements … in the interface.
  'POST /site/:part',
  'POST /site/:part/:id',
];

const isWrite = ({ method }: { method: string }): boolean => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method);

describe('eight at once', () => {
  let t: TestApplication;
  let world: World;
  let snapshot: string;
  let adminUrl: string;
  let keyed: (name: string) => boolean;
  let counted = 0;

  beforeAll(async () => {
    // Of its own: its database goes and comes back under its hands.
    t = await startApplication(undefined, { own: true, poolSize: EIGHT });
    await someoneLike(t, 'caseworker', 'colleague', 'case_staff');
    await someoneLike(t, 'navigator', 'hw-administrator', 'site_administrator');
    world = { t, person: await aSupportedPerson(t), site: await theSite(t) };
    const logins = ['caseworker', 'caseworker2', 'colleague', 'navigator', 'city-supervisor'];
    for (const login of [...logins, 'administrator', 'hw-administrator', 'auditor']) await t.as(login);
    await DescribedAnswers.of(t.app);
    const { paths } = t.app.get(ApiDescription).document() as unknown as {
      paths: Record<string, Record<string, { parameters?: { name: string }[] }>>;
    };
    keyed = (name) => {
      const [method = '', path = ''] = name.split(' ');
      const { parameters = [] } = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] ?? {};
      return parameters.some((parameter) => parameter.name === 'Idempotency-Key');
    };
    ({ adminUrl } = await testServer());
    snapshot = `${t.database.name}_before`;
    await alone(() => createDatabase(adminUrl, snapshot, t.database.name));
  }, 120_000);
  afterAll(async () => {
    process.stdout.write(`races: ${counted} routes, each fired ${EIGHT} times at once\n`);
    await t.close();
    await dropDatabase(adminUrl, snapshot);
  });

  /** While nobody is connected to the database. */
  const alone = async (act: () => Promise<unknown>): Promise<void> => {
    await t.app.get(Connections).close();
    await t.app.get(DataSource).destroy();
    await t.owner.destroy();
    await act();
    await t.app.get(DataSource).initialize();
    await t.owner.initialize();
  };

  /** As it was before anything was fired. */
  const rewind = async (): Promise<void> => {
    await alone(async () => {
      await dropDatabase(adminUrl, t.database.name);
      await createDatabase(adminUrl, t.database.name, snapshot);
    });
    t.clock.set(SPEC_DAY);
    t.app.get<ThrottlerStorageService>(getStorageToken()).storage.clear();
  };

  type Counts = Record<string, number>;
  const rows = async (): Promise<Counts> => {
    const tables: { name: string }[] = await t.owner.query(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND relname NOT IN ('idempotency_key', 'sign_in_attempt')`,
    );
    const [counts] = await t.owner.query(
      `SELECT ${tables.map(({ name }) => `(SELECT count(*)::int FROM "${name}") AS "${name}"`).join(', ')}`,
    );
    return counts;
  };
  const grown = (before: Counts, after: Counts): Counts =>
    Object.fromEntries(
      Object.entries(after).flatMap(([table, count]) =>
        count === before[table] ? [] : [[table, count - (before[table] ?? 0)]],
      ),
    );

  /** Of before the snapshot, or of the day to which the clock went on since. */
  const tokenOf = async (login: string): Promise<string | undefined> => {
    if (t.clock.today() === SPEC_DAY) return (await t.as(login)).token;
    return (await t.anonymous.post('/sessions', { login, password: PASSWORD })).body.token;
  };

  /** @returns what was answered, and by how many rows each table has grown */
  const fire = async (
    name: string,
    race: Race,
    times: readonly unknown[],
    key?: string,
  ): Promise<{ answers: Answer[]; grown: Counts }> => {
    await rewind();
    const [method = '', path = ''] = name.split(' ');
    const before = (await race.before?.(world)) ?? {};
    const things = Object.fromEntries(
      Object.entries(thingsInAddresses(world.person, world.site)).map(([word, thing]) => [
        word,
        { ...thing, id: before[word] ?? thing.id },
      ]),
    );
    const { url } = addressOf(method, path, things, world.person);
    const payload = (await race.body?.(world, before)) as object | undefined;
    const token = race.by === undefined ? undefined : await tokenOf(race.by);
    const was = await rows();
    const answers = await Promise.all(
      times.map(async () => {
        const { statusCode, body } = await t.app.inject({
          method: method as 'POST',
          url,
          ...(payload === undefined ? {} : { payload }),
          headers: {
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            ...(key === undefined ? {} : { 'idempotency-key': key }),
          },
        });
        return { status: statusCode, body: body === '' ? undefined : JSON.parse(body) };
      }),
    );
    return { answers, grown: grown(was, await rows()) };
  };

  const isDone = ({ status }: Answer): boolean => status < 300;
  const told = (answers: readonly Answer[]): string =>
    answers
      .map(({ status, body }) => [
        status,
        body?.error?.code,
        ...(body?.error?.fields ?? body?.error?.reasons ?? []).map((one: { code: string }) => one.code),
      ])
      .map((parts) => parts.filter(Boolean).join(' '))
      .join(', ');

  it('every route that writes has a body here, and every form goes to the address of one', () => {
    const routes = t.app.get(RouteDeclarations).all().filter(isWrite);
    const inApi = routes.filter(({ path }) => path.startsWith('/api/')).map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(RACES).sort()).toEqual(inApi.sort());
    const addresses = new Set(inApi.map((name) => name.split(' ')[1]));
    const alone = routes.filter(({ path }) => !path.startsWith('/api/') && !addresses.has(`/api/v1${path}`));
    expect(alone.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(PAGES_ALONE);
  });

  it.each(Object.entries(RACES).filter(([name]) => ALL || AMONG_OTHERS.includes(name)))('%s', async (name, race) => {
    counted += 1;
    const one = await fire(name, race, [1]);
    // The status beside its count: what was told is what one wants to know when it is not as it should be.
    expect({ done: one.answers.filter(isDone).length, told: told(one.answers) }).toEqual({
      done: 1,
      told: told(one.answers),
    });

    const { answers, grown: growth } = await fire(name, race, EIGHT_AT_ONCE);
    const refused = answers.filter((answer) => !isDone(answer));
    // Each is told why not, by a code: nobody meets an error of the database, or is told that the server is.
    expect(refused.filter(({ status, body }) => status >= 500 || typeof body?.error?.code !== 'string')).toEqual([]);
    const done = EIGHT - refused.length;
    if (race.outcome === 'once') expect({ done, told: told(answers) }).toEqual({ done: 1, told: told(answers) });
    if (race.outcome === 'each') expect(told(refused)).toBe('');
    const rowsOf = (times: number): Counts =>
      Object.fromEntries(Object.entries(one.grown).map(([table, count]) => [table, count * times]));
    for (const table of race.pairs ?? []) [growth, one.grown].forEach((each) => delete each[table]);
    if (race.outcome === 'some') {
      expect(done).toBeGreaterThan(0);
      for (const [table, most] of Object.entries(rowsOf(done)))
        expect([table, (growth[table] ?? 0) <= most]).toEqual([table, true]);
    } else expect(growth).toEqual(rowsOf(race.outcome === 'each' ? EIGHT : 1));

    if (!keyed(name)) return;
    const again = await fire(name, race, EIGHT_AT_ONCE, 'the-same-press');
    for (const table of race.pairs ?? []) delete again.grown[table];
    expect([told(again.answers), again.grown]).toEqual([
      told(EIGHT_AT_ONCE.map(() => one.answers[0] as Answer)),
      one.grown,
    ]);
    for (const { body } of again.answers) expect(body).toEqual(again.answers[0]?.body);
  });
});
