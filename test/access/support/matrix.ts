import { getStorageToken, type ThrottlerStorageService } from '@nestjs/throttler';
import { MACHINE_SCOPES, may, SCOPE_PERMISSIONS, type Side, type StaffActor } from '#access';
import { SHARING_CATEGORIES, type SharingCategory } from '#domain/sharing';
import { RouteDeclarations } from '../../../src/platform/http/index.js';
import { startApplication, type TestApplication } from '../../support/application.js';
import {
  type Address,
  addressOf,
  type Belonging,
  type PersonalRecord,
  type Things,
  thingsInAddresses,
} from './addresses.js';
import { aSupportedPerson, OWN_NOTES, SECRETS, SECRETS_OF, type SupportedPerson, theSite } from './person.js';
import { aMachine } from '../../support/arrangements/machines.js';
import { aBrokenGlass } from '../../support/arrangements/protections.js';
import { type Attendant, someoneLike, STAFF, theOtherRoles, theThird, theThirdTakesPart, THIRD } from './staff.js';
import { type Seen, Visitor } from './visitor.js';
import { Walk, WHOLE } from './whole.js';

type Declared = ReturnType<RouteDeclarations['all']>[number];

/** What holds about the person while the doors are tried, and what it leaves to whom. */
interface Situation {
  readonly name: string;
  readonly begin: (t: TestApplication, person: SupportedPerson) => Promise<unknown>;
  /** Whether someone of 見本市 with the permission is told of a record; undefined where it hangs on another they do not see. */
  readonly sees: (who: Attendant, record: PersonalRecord, category?: SharingCategory) => boolean | undefined;
  /** What somebody of the third organisation is told. Default: nothing. */
  readonly third?: Situation['sees'];
  /** Whose texts of which category are told to whoever sees the person. Default: all. */
  readonly tells?: (who: Attendant, author: Side, category: SharingCategory) => boolean;
  /** The person is in hiding: no machine sees them, whoever answers for it. */
  readonly hides?: true;
  /** Among the other tests: who tries, those for whom the situation makes a difference; `npm run test:access` sends everybody. */
  readonly who: (who: Attendant) => boolean;
  /** Among the other tests: the doors to try. Default: all. */
  readonly concerns?: (route: Declared) => boolean;
}

/** Left out where only the person's situation differs: the site's own pages and one's account. */
const ofPersons = ({ access }: Declared): boolean =>
  access !== undefined &&
  'permission' in access &&
  !/^(site|staff|token|reference|duplicate|yearly_plan|audit|own_account)\b/.test(access.permission);

const reads = (who: Attendant): boolean => who.isHere && (who.role === 'case_staff' || who.role === 'supervisor');
const among =
  (...logins: string[]) =>
  (who: Attendant): boolean =>
    logins.includes(who.login);
const onlyTheCitys = (who: Attendant, record: PersonalRecord): boolean =>
  who.side === 'municipal' && record !== 'national';
/** What was given ends; by what it registered or wrote itself an organisation knows the person on. */
const withdraw = (t: TestApplication, { jobseekerId }: SupportedPerson): Promise<unknown> =>
  t.owner.query(`UPDATE sharing_grant SET ends_on = $2 WHERE jobseeker_id = $1 AND giver_org <> receiver_org`, [
    jobseekerId,
    t.clock.today(),
  ]);
/** To each side the person, and what it wrote. What one keeps of the other's (the case it wrote in, the plan it agreed to) is asked by own-records.spec. */
const ownOnly = (who: Attendant, record: PersonalRecord): boolean | undefined =>
  record === 'person' || record === who.side ? true : who.side === 'national' ? undefined : false;

/** Who may know of a person in hiding: the supervisor of whoever registered them, and the team. */
const namedViewers = among('caseworker', 'navigator', 'city-supervisor');
/** Nothing is kept: what follows are the grants alone. */
const withoutGrants = async (t: TestApplication, { jobseekerId }: SupportedPerson): Promise<void> => {
  for (const table of ['sharing_grant', 'kept_record'])
    await t.owner.query(`DELETE FROM ${table} WHERE jobseeker_id = $1`, [jobseekerId]);
};

const SITUATIONS: readonly Situation[] = [
  { name: 'shared by consent', begin: async () => undefined, who: () => true, sees: () => true },
  {
    name: 'closed case',
    who: among('caseworker', 'navigator'),
    concerns: ofPersons,
    sees: () => true,
    begin: (t, { caseId }) =>
      t.owner.query(
        `UPDATE support_case SET status = 'closed', closed_on = $2, close_reason = 'own_wish' WHERE id = $1`,
        [caseId, t.clock.today()],
      ),
  },
  {
    name: 'withdrawn after the other side wrote',
    begin: withdraw,
    who: among('caseworker2', 'navigator', 'hw-supervisor'),
    concerns: ofPersons,
    sees: ownOnly,
  },
  {
    name: 'never shared',
    who: among('city-supervisor', 'navigator', 'hw-supervisor'),
    concerns: ofPersons,
    sees: onlyTheCitys,
    begin: (t, { jobseekerId }) => t.owner.query('DELETE FROM sharing_grant WHERE jobseeker_id = $1', [jobseekerId]),
  },
  {
    // What a third organisation is shown opens nothing to the Hello Work, in either direction.
    name: 'shared with a third organisation',
    third: (_, record) => record === 'person' || undefined,
    who: among('navigator', 'hw-supervisor', THIRD.login),
    concerns: ofPersons,
    sees: onlyTheCitys,
    begin: async (t, { jobseekerId }) => {
      await t.owner.query('DELETE FROM sharing_grant WHERE jobseeker_id = $1', [jobseekerId]);
      await t.owner.query(
        `INSERT INTO sharing_grant (site_id, jobseeker_id, giver_org, receiver_org, category, basis, starts_on)
         SELECT j.site_id, j.id, g.giver, g.receiver, category, 'support_meeting', $2 FROM jobseeker j, organisation o, organisation hw,
           LATERAL (VALUES (j.org_id, o.id), (o.id, j.org_id), (hw.id, o.id)) g(giver, receiver), unnest($3::text[]) category
         WHERE j.id = $1 AND o.code = 'bekken-city' AND hw.code = 'hw-mihon'`,
        [jobseekerId, t.clock.today(), SHARING_CATEGORIES],
      );
    },
  },
  {
    // Nobody wrote down that it ended, and the Hello Work had written nothing.
    name: 'expired',
    who: among('navigator', 'hw-supervisor'),
    concerns: ofPersons,
    sees: onlyTheCitys,
    begin: async (t, { jobseekerId }) => {
      await t.owner.query('DELETE FROM sharing_grant WHERE jobseeker_id = $1 AND giver_org = receiver_org', [
        jobseekerId,
      ]);
      await t.owner.query('UPDATE sharing_grant SET starts_on = $2::date - 9, ends_on = $2 WHERE jobseeker_id = $1', [
        jobseekerId,
        t.clock.today(),
      ]);
    },
  },
  {
    // Nor wrote anything: with the grant goes the person.
    name: 'withdrawn before it registered',
    who: among('navigator'),
    concerns: ofPersons,
    sees: onlyTheCitys,
    begin: async (t, person) => {
      await t.owner.query('DELETE FROM sharing_grant WHERE jobseeker_id = $1 AND giver_org = receiver_org', [
        person.jobseekerId,
      ]);
      await withdraw(t, person);
    },
  },
  {
    name: 'withdrawn after it registered',
    who: among('caseworker', 'navigator', 'hw-supervisor'),
    concerns: ofPersons,
    sees: ownOnly,
    begin: async (t, person) => {
      await withdraw(t, person);
      await t.owner.query(
        `INSERT INTO sharing_grant (site_id, jobseeker_id, giver_org, receiver_org, category, basis, starts_on)
         SELECT j.site_id, j.id, s.organisation_id, s.organisation_id, 'identity', 'registered', $2 FROM jobseeker j, staff s
         WHERE j.id = $1 AND s.login = 'navigator'`,
        [person.jobseekerId, t.clock.today()],
      );
    },
  },
  {
    // The Hello Work recorded a consent afterwards: that opens what it wrote itself, and waits for the city.
    name: 'opened again by one side alone',
    who: among('caseworker', 'navigator', 'hw-supervisor'),
    concerns: ofPersons,
    sees: (who, record) => who.side === 'municipal' || ownOnly(who, record),
    begin: async (t, person) => {
      await withdraw(t, person);
      await t.owner.query(
        `WITH asked AS (
           INSERT INTO consent (id, site_id, org_id, jobseeker_id, kind, purpose, categories, covers, shared_with_org, method, given_on,
             other_side, other_side_until)
           SELECT gen_random_uuid(), j.site_id, s.organisation_id, j.id, 'sharing', '', $3, '', j.org_id, 'oral_recorded', $2, 'waiting', $2::date + 30
           FROM jobseeker j, staff s WHERE j.id = $1 AND s.login = 'navigator' RETURNING *)
         INSERT INTO sharing_grant (site_id, jobseeker_id, giver_org, receiver_org, category, basis, consent_id, starts_on)
         SELECT site_id, jobseeker_id, org_id, shared_with_org, category, 'consent', id, given_on FROM asked, unnest(categories) category`,
        [person.jobseekerId, t.clock.today(), SHARING_CATEGORIES],
      );
    },
  },
  {
    name: 'protected person',
    who: reads,
    concerns: ofPersons,
    hides: true,
    sees: namedViewers,
    begin: (t, { jobseekerId }) =>
      t.owner.query(`UPDATE jobseeker SET protected_until = '2027-06-09' WHERE id = $1`, [jobseekerId]),
  },
  {
    // To whoever opened it in an emergency, for a while, and to no colleague.
    name: 'broken glass',
    who: among('caseworker2', 'navigator2', 'hw-supervisor'),
    concerns: ofPersons,
    hides: true,
    sees: (who) => who.login === 'caseworker2' || namedViewers(who),
    begin: async (t, { jobseekerId }) => {
      await t.owner.query(`UPDATE jobseeker SET protected_until = '2027-06-09' WHERE id = $1`, [jobseekerId]);
      await aBrokenGlass(t, jobseekerId, 'caseworker2');
    },
  },
  {
    name: 'broken glass, over',
    who: among('caseworker2', 'hw-supervisor'),
    concerns: ofPersons,
    hides: true,
    sees: namedViewers,
    begin: async (t, { jobseekerId }) => {
      await t.owner.query(`UPDATE jobseeker SET protected_until = '2027-06-09' WHERE id = $1`, [jobseekerId]);
      await aBrokenGlass(t, jobseekerId, 'caseworker2');
      await t.owner.query(
        `UPDATE broken_glass SET opened_at = opened_at - interval '2 hours', until = until - interval '2 hours' WHERE jobseeker_id = $1`,
        [jobseekerId],
      );
    },
  },
];

/** Each category shared alone, either way, with the name that goes with all. */
const BY_CATEGORY: readonly Situation[] = SHARING_CATEGORIES.map((category) => {
  const isShared = (each: SharingCategory): boolean => each === 'identity' || each === category;
  return {
    name: `shared by category: ${category}`,
    who: among(...(category === 'health' ? ['caseworker2', 'navigator'] : [])),
    concerns: ofPersons,
    // What is shared may stand on the page of something that is not.
    sees: (who, record, of) =>
      record === 'person' || (record === who.side || of === undefined || isShared(of) ? undefined : false),
    tells: (who, author, of) => author === who.side || isShared(of),
    begin: async (t, person) => {
      await withoutGrants(t, person);
      await t.owner.query(
        `INSERT INTO sharing_grant (site_id, jobseeker_id, giver_org, receiver_org, category, basis, starts_on)
         SELECT j.site_id, j.id, g.giver, g.receiver, category, 'support_meeting', $2 FROM jobseeker j, organisation hw,
           LATERAL (VALUES (j.org_id, hw.id), (hw.id, j.org_id)) g(giver, receiver), unnest($3::text[]) category
         WHERE j.id = $1 AND hw.code = 'hw-mihon'`,
        [person.jobseekerId, t.clock.today(), SHARING_CATEGORIES.filter(isShared)],
      );
    },
  };
});

type Part = 'shared' | 'otherwise' | 'categories' | 'outsiders';
const PARTS: Readonly<Record<Part, readonly Situation[]>> = {
  shared: SITUATIONS.filter(({ name }) => name === 'shared by consent'),
  otherwise: SITUATIONS.filter(({ name }) => name !== 'shared by consent'),
  categories: BY_CATEGORY,
  outsiders: [],
};

const ATTENDANTS: readonly Attendant[] = [...STAFF, THIRD];
const OUTSIDERS = ['anonymous', 'leaver'];
/** Machines of either side, for each scope: at most what is told to whoever answers for them is told to them. */
const MACHINES = (['city', 'hw'] as const).flatMap((side) =>
  MACHINE_SCOPES.map((scope) => {
    const administrator = side === 'city' ? 'administrator' : 'hw-administrator';
    // A plan is imported for an administrator.
    const owner = scope === 'import_plan' ? administrator : `${side}-supervisor`;
    return { name: `machine of ${owner}: ${scope}`, scope, owner, by: administrator };
  }),
);

/** Asking for these ends the session that asks; they are tried last. */
const ENDS_THE_SESSION = ['POST /sign-out', 'DELETE /api/v1/sessions/current'];
/** A form that may be in sight without being open to whoever sees the record: what it changes is the writer's own, or done. */
const REFUSED_IN_SIGHT = [403, 404, 409];

/** The access matrix, in parts of about the same size, so that the workers share it. */
export function describeMatrix(part: Part): void {
  describe(`the access matrix: ${part}`, () => promises(part));
}

function promises(part: Part): void {
  const situations = PARTS[part].filter(({ who }) => WHOLE || ATTENDANTS.some(who));
  const walk = new Walk(`access matrix, ${part}`);
  let t: TestApplication;
  let routes: readonly Declared[];
  let site: Awaited<ReturnType<typeof theSite>>;
  const visitors = new Map<string, Visitor>();
  let tried = 0;

  beforeAll(async () => {
    t = await startApplication();
    await theOtherRoles(t);
    await theThird(t);
    for (const login of ['leaver', 'colleague']) await someoneLike(t, 'caseworker2', login, 'case_staff');
    site = await theSite(t);
    const all = t.app.get(RouteDeclarations).all();
    const last = (route: Declared): number => Number(ENDS_THE_SESSION.includes(`${route.method} ${route.path}`));
    routes = [...all].sort((one, other) => last(one) - last(other));
    visitors.set('anonymous', await Visitor.anonymous(t));
    for (const login of [...ATTENDANTS.map((who) => who.login), 'leaver'])
      visitors.set(login, await Visitor.signedIn(t, login));
    if (WHOLE)
      for (const [at, { name, owner, scope, by }] of MACHINES.entries()) {
        const { machine } = await aMachine(t, { owner, scopes: [scope], by, name: `連携${at + 1}` });
        visitors.set(name, Visitor.machine(t, name, machine.token));
      }
    await t.owner.query(`UPDATE staff SET employed_until = $1 WHERE login = 'leaver'`, [t.clock.today()]);
  }, 120_000);
  afterAll(async () => {
    process.stdout.write(
      `access matrix: ${routes.length} routes, ${visitors.size} actors, ${situations.length} situations, ${tried} requests\n`,
    );
    walk.end();
    await t.close();
  });

  const visit = async (
    login: string,
    method: string,
    url: string,
    payload?: Readonly<Record<string, unknown>>,
  ): Promise<Seen> => {
    tried += 1;
    const visitor = visitors.get(login);
    if (!visitor) throw new Error(`nobody signed in as ${login}`);
    return visitor.send({
      method,
      url,
      ...(method === 'GET' || method === 'DELETE' ? {} : { payload: payload ?? {} }),
    });
  };

  // An empty table is an error to jest, and outsiders have no situations.
  const inEach = situations.length > 0 ? describe.each(situations) : () => undefined;
  inEach('$name', (situation) => {
    const { name: situationName, begin, who, hides, tells = () => true } = situation;
    const walks = (each: Attendant): boolean =>
      WHOLE || (who(each) && (!each.isOfThird || situation.third !== undefined));
    const concerns = WHOLE ? () => true : (situation.concerns ?? (() => true));
    const sees: Situation['sees'] = (attendant, ...record) =>
      attendant.isOfThird
        ? (situation.third ?? (() => false))(attendant, ...record)
        : situation.sees(attendant, ...record);
    let person: SupportedPerson;
    let things: Things;
    beforeAll(async () => {
      // Everybody signs in again and again from one place, within a minute.
      t.app.get<ThrottlerStorageService>(getStorageToken()).storage.clear();
      await t.owner.query('DELETE FROM sign_in_attempt');
      person = await aSupportedPerson(t);
      things = thingsInAddresses(person, site);
      await begin(t, person);
      if (walks(THIRD)) await theThirdTakesPart(t, true);
    }, 60_000);

    // Out of everybody's sight: the next person has the same name.
    afterAll(async () => {
      await theThirdTakesPart(t, false);
      await withoutGrants(t, person);
      await t.owner.query(`UPDATE jobseeker SET site_id = (SELECT id FROM site WHERE code = 'bekken') WHERE id = $1`, [
        person.jobseekerId,
      ]);
    });

    it.each(ATTENDANTS.filter(walks).map((attendant) => [attendant.login, attendant] as const))(
      '%s',
      async (login, attendant) => {
        const wrong: string[] = [];
        const seesPerson = reads(attendant) && sees(attendant, 'person') === true;
        const seesAnything = reads(attendant) && (seesPerson || sees(attendant, 'municipal') === true);
        const before = await everythingAbout(t, person.jobseekerId);
        const traces = [...person.numbers, person.jobseekerId, person.caseId];
        const secrets = Object.values<string>(SECRETS);
        const secretsBeyond = secretsKeptFrom(attendant, tells);
        for (const route of routes.filter(concerns)) {
          walk.count();
          const name = `${route.method} ${route.path}`;
          const address = addressOf(route.method, route.path, things, person);
          const answer = await visit(login, route.method, address.url);
          const told = (word: string): boolean => answer.body.includes(word) && !address.url.includes(word);
          for (const complaint of await complaintsAbout(route, attendant, address, answer, sees))
            wrong.push(`${name}: ${complaint}`);
          // The auditor reads who did what to which record, by number; never what the record says.
          const hidden = /\/(audit|broken-glass)$/.test(name) && attendant.isHere ? secrets : [...secrets, ...traces];
          if (seesAnything && secretsBeyond.some(told))
            wrong.push(`${name}: tells ${secretsBeyond.filter(told).join(', ')} of a category that is not shared`);
          if (!seesAnything && hidden.some(told)) wrong.push(`${name}: tells ${hidden.filter(told).join(', ')}`);
          const foreignNote = OWN_NOTES[attendant.side === 'municipal' ? 'national' : 'municipal'];
          if (
            answer.body.includes(foreignNote) ||
            ((!reads(attendant) || attendant.isOfThird) && answer.body.includes(OWN_NOTES[attendant.side]))
          )
            wrong.push(`${name}: tells a note of an organisation`);
        }
        // What was tried last ended the session.
        visitors.set(login, await Visitor.signedIn(t, login));
        if (!seesAnything) expect(await everythingAbout(t, person.jobseekerId)).toEqual(before);
        expect(walk.found(`${situationName}, ${login}`, wrong)).toEqual([]);
      },
      120_000,
    );

    if (WHOLE) {
      it.each(OUTSIDERS)(
        '%s',
        async (login) => {
          expect(walk.found(`${situationName}, ${login}`, await toldToOutsider(login, person))).toEqual([]);
        },
        120_000,
      );

      it.each(MACHINES)(
        '$name',
        async ({ name: machine, owner, scope }) => {
          const wrong: string[] = [];
          const answersFor = STAFF.find(({ login }) => login === owner) as Attendant;
          const seesAnything = scope === 'read_cases' && !hides && sees(answersFor, 'person') === true;
          const hidden = seesAnything
            ? secretsKeptFrom(answersFor, tells)
            : [...Object.values<string>(SECRETS), ...person.numbers];
          for (const { method, path, access } of routes) {
            walk.count();
            const { url } = addressOf(method, path, things, person);
            const { status, location, body } = await visit(machine, method, url);
            const told = hidden.filter((word) => body.includes(word) && !url.includes(word));
            if (told.length > 0) wrong.push(`${method} ${path}: tells ${told.join(', ')}`);
            if (!access || 'publicBecause' in access) continue;
            const isOpen = (SCOPE_PERMISSIONS[scope] as readonly string[]).includes(access.permission);
            // At the pages its token is no cookie.
            const isTurnedAway = [401, 403].includes(status) || (status === 303 && location.startsWith('/sign-in'));
            if (status >= 500 || isTurnedAway === (isOpen && path.startsWith('/api/')))
              wrong.push(`${method} ${path}: ${status}`);
          }
          expect(walk.found(`${situationName}, ${machine}`, wrong)).toEqual([]);
        },
        120_000,
      );
    }

    const complaintsAbout = async (
      route: Declared,
      attendant: Attendant,
      address: Address,
      answer: Seen,
      rule: Situation['sees'],
    ): Promise<string[]> => {
      if (answer.status >= 500) return [`answers ${answer.status}`];
      if (!route.access || 'publicBecause' in route.access) return [];
      if (!may({ ...attendant, kind: 'staff' } as unknown as StaffActor, route.access.permission))
        return answer.status === 403 ? [] : [`answers ${answer.status} without ${route.access.permission}`];
      const met = address.belongings.map((belonging) => {
        const isMet = meets(attendant, belonging, rule);
        // Of a person out of sight the roles that read no records are told by what their own pages are for: the texts and traces above say what.
        return belonging.of === 'person' && attendant.isHere && !reads(attendant) && !isMet ? undefined : isMet;
      });
      if (met.includes(undefined)) return [];
      if (met.includes(false)) {
        const unknown = await visit(attendant.login, route.method, address.unknown);
        const isFormAgain =
          route.method === 'POST' &&
          (answer.status === 422 || (answer.status === 200 && !route.path.startsWith('/api/')));
        if (answer.status !== 404 && !isFormAgain && (route.method === 'GET' || answer.status !== 422))
          return [`answers ${answer.status} for a record out of sight`];
        return plain(answer, address) === plain(unknown, address)
          ? []
          : [`tells a record out of sight from one that is not there: ${answer.status}/${unknown.status}`];
      }
      if (route.path === '/' && answer.status === 303) return [];
      if (answer.status === 401) return ['asks somebody signed in to sign in'];
      const isForm = /\/(edit|new|agree|end|letter|withdraw|request|protection|hello-work-registration|plan)$/.test(
        route.path,
      );
      if (
        route.method === 'GET' &&
        answer.status !== 200 &&
        !(isForm && REFUSED_IN_SIGHT.includes(answer.status)) &&
        !(address.url.includes('?') && answer.status === 404)
      )
        return [`answers ${answer.status} to one who may see it`];
      return [];
    };
  });

  const toldToOutsider = async (login: string, person: SupportedPerson): Promise<string[]> => {
    const things = thingsInAddresses(person, site);
    const before = await everythingAbout(t, person.jobseekerId);
    const wrong: string[] = [];
    for (const route of routes) {
      walk.count();
      const { url } = addressOf(route.method, route.path, things, person);
      const { status, location, body } = await visit(login, route.method, url);
      const isPublic = route.access !== undefined && 'publicBecause' in route.access;
      const toSignIn =
        status === 303 &&
        location.startsWith('/sign-in?next=%2F') &&
        !route.path.startsWith('/api/') &&
        route.method === 'GET';
      if (!isPublic && !toSignIn && (status !== 401 || (route.method === 'GET' && !route.path.startsWith('/api/'))))
        wrong.push(`${route.method} ${route.path}: ${status}`);
      if (status >= 500 || [...Object.values(SECRETS), ...person.numbers].some((word) => body.includes(word)))
        wrong.push(`${route.method} ${route.path}: ${status} tells`);
    }
    expect(await everythingAbout(t, person.jobseekerId)).toEqual(before);
    return wrong;
  };

  if (part !== 'outsiders') return;

  describe.each(OUTSIDERS)('%s', (login) => {
    it('is asked to sign in at every door that is not public, and told nothing', async () => {
      expect(walk.found(login, await toldToOutsider(login, await aSupportedPerson(t)))).toEqual([]);
    }, 120_000);
  });

  it('takes a broken id for an id that nobody has', async () => {
    const person = await aSupportedPerson(t);
    const things = Object.fromEntries(
      Object.entries(thingsInAddresses(person, site)).map(([word, thing]) => [
        word,
        { ...thing, id: encodeURIComponent(`${SECRETS.name}'--`) },
      ]),
    );
    const wrong: string[] = [];
    for (const route of routes.filter(({ path }) => path.includes(':'))) {
      for (const login of ['caseworker', 'navigator', 'administrator']) {
        walk.count();
        const { status } = await visit(login, route.method, addressOf(route.method, route.path, things, person).url);
        if (status < 400 || status >= 500) wrong.push(`${login} ${route.method} ${route.path}: ${status}`);
      }
    }
    expect(walk.found('a broken id', wrong)).toEqual([]);
  }, 120_000);
}

/** What stands in no answer to them: of categories that nobody gave, by whoever wrote it. */
function secretsKeptFrom(who: Attendant, tells: NonNullable<Situation['tells']>): string[] {
  return Object.entries(SECRETS_OF).flatMap(([name, [category, ...authors]]) =>
    authors.some((author) => tells(who, author, category)) ? [] : [SECRETS[name as keyof typeof SECRETS]],
  );
}

function meets(who: Attendant, belonging: Belonging, sees: Situation['sees']): boolean | undefined {
  if (belonging.of === 'everyone') return true;
  if (belonging.of === 'site') return who.isHere;
  if (belonging.of === 'organisation') return who.isHere && !who.isOfThird && who.side === belonging.side;
  if (belonging.of === 'one') return who.login === belonging.login;
  return who.isHere && sees(who, belonging.record, belonging.category);
}

/** An answer without what differs every time or repeats the question. */
function plain({ status, body, location }: Seen, { url, unknown }: Address): string {
  const ids = [...url.split(/[/?]/), ...unknown.split(/[/?]/)].filter((part) => part.length > 5);
  const bare = ids.reduce((text, part) => text.replaceAll(part, '…'), `${body} ${location}`);
  return `${status} ${bare.replace(/[\w-]{20,}/g, '')}`;
}

/** Number and content of every row about a person, by table. */
async function everythingAbout(t: TestApplication, jobseekerId: string): Promise<Record<string, string>> {
  const tables: { name: string }[] = await t.owner.query(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables x USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name = 'jobseeker_id' AND x.table_type = 'BASE TABLE' AND c.table_name <> 'notification' ORDER BY 1`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of [...tables, { name: 'jobseeker' }]) {
    const [row]: { sum: string }[] = await t.owner.query(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(r::text, '|' ORDER BY r::text), '')) AS sum FROM ${name} r
        WHERE ${name === 'jobseeker' ? 'id' : 'jobseeker_id'} = $1`,
      [jobseekerId],
    );
    sums[name] = row?.sum ?? '';
  }
  return sums;
}
