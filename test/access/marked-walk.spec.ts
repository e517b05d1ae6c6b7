import { getStorageToken, type ThrottlerStorageService } from '@nestjs/throttler';
import { SHARING_CATEGORIES, type SharingCategory } from '#domain/sharing';
import { RemindersJob } from '../../src/notifications/index.js';
import { RouteDeclarations } from '../../src/platform/http/index.js';
import { MonthlyReportJob } from '../../src/reports/index.js';
import { SPEC_DAY, startApplication, type TestApplication } from '../support/application.js';
import { deliverNotices } from '../support/arrangements/notices.js';
import { deliverTold } from '../support/arrangements/told.js';
import { divertLog } from '../support/log-lines.js';
import { addressOf, namesSomebody, thingsInAddresses } from './support/addresses.js';
import {
  ANY_MARK,
  aMarkedPerson,
  landings,
  Ledger,
  type MarkedPerson,
  Marks,
  marksIn,
  strayMarks,
} from './support/marks.js';
import { aSupportedPerson, theSite } from './support/person.js';
import { type Attendant, someoneLike, STAFF, theOtherRoles } from './support/staff.js';
import { Visitor } from './support/visitor.js';
import { Walk, WHOLE } from './support/whole.js';

/** The table whose ids stand behind a word of an address. What is missing here is of the site, and asked for once. */
const RECORDS: Readonly<Record<string, string>> = {
  cases: 'support_case',
  requests: 'support_request',
  consents: 'consent',
  consultations: 'consultation',
  'next-actions': 'next_action',
  'plan-steps': 'plan_step',
  'plan-reviews': 'plan_review',
  benefits: 'benefit',
  groups: 'group_membership',
  placements: 'placement',
  referrals: 'referral',
  negotiations: 'condition_negotiation',
  offers: 'offer',
  assignments: 'case_assignment',
};

interface Situation {
  readonly name: string;
  readonly begin: () => Promise<unknown>;
}

/** Among the other tests: the authors, who are told the most, and of those who are told nothing one of each kind. */
const AMONG_OTHERS = ['caseworker', 'navigator', 'administrator', 'auditor', 'stranger-navigator'];
const SITUATIONS_AMONG_OTHERS = ['some categories each way', 'withdrawn'];
/** What the city gives of the first person, and the Hello Work of the second; the other way round the rest. */
const SOME: readonly SharingCategory[] = ['identity', 'contact', 'consultations', 'referrals'];
const REST = SHARING_CATEGORIES.filter((category) => category === 'identity' || !SOME.includes(category));

/**
 * Three people with a mark in every text: one of the city, shared; one of the Hello Work, shared; one of the city that nobody else knows. Whatever anybody
 * is shown anywhere is searched for the marks: found are those that the ledger lets them see, and all of these.
 */
describe('the marked', () => {
  let t: TestApplication;
  let people: MarkedPerson[];
  let addresses: { route: string; url: string }[];
  let all: Awaited<ReturnType<typeof landings>>;
  const logged: string[] = [];
  const walk = new Walk('marked people');
  let releaseLog: () => void;

  beforeAll(async () => {
    // Of its own, for one that writes requests into its log.
    t = await startApplication(SPEC_DAY, { own: true, logsRequests: true });
    releaseLog = divertLog((line) => logged.push(line));
    await theOtherRoles(t);
    await someoneLike(t, 'caseworker2', 'colleague', 'case_staff');
    const things = thingsInAddresses(await aSupportedPerson(t), await theSite(t));
    const marks = new Marks();
    people = [
      await aMarkedPerson(t, marks, { by: 'municipal', shared: true }),
      await aMarkedPerson(t, marks, { by: 'national', shared: true }),
      await aMarkedPerson(t, marks, { by: 'municipal', shared: false }),
    ];
    all = await landings(t);
    addresses = await everyAddress(things);
    await whatJobsDo();
  }, 120_000);
  afterAll(async () => {
    walk.end();
    releaseLog();
    await t.close();
  });

  /** Every address that answers a GET, over every record of the three. */
  const everyAddress = async (things: ReturnType<typeof thingsInAddresses>): Promise<typeof addresses> => {
    const routes = t.app
      .get(RouteDeclarations)
      .all()
      .filter(({ method, access }) => method === 'GET' && access && !('publicBecause' in access));
    const found: typeof addresses = [];
    const ids = async (table: string, jobseekerId: string): Promise<string[]> =>
      (await t.owner.query(`SELECT id::text FROM ${table} WHERE jobseeker_id = $1`, [jobseekerId])).map(
        (row: { id: string }) => row.id,
      );
    const codes: { code: string }[] = await t.owner.query('SELECT DISTINCT code FROM indicator ORDER BY code');
    for (const person of people) {
      const of: Record<string, string[]> = { jobseekers: [person.jobseekerId] };
      for (const [word, table] of Object.entries(RECORDS)) of[word] = await ids(table, person.jobseekerId);
      const employers: { id: string }[] = await t.owner.query(
        'SELECT DISTINCT employer_id::text AS id FROM referral WHERE jobseeker_id = $1',
        [person.jobseekerId],
      );
      of['employers'] = employers.map(({ id }) => id);
      if (person === people[0]) of['figures'] = WHOLE ? codes.map(({ code }) => code) : ['consultations'];
      for (const { path } of routes) {
        const segments = path.split('/');
        const words = segments.flatMap((segment, at) => (segment.startsWith(':') ? [segments[at - 1] ?? ''] : []));
        const isOnce = !words.some((word) => word in of) && !namesSomebody('GET', path);
        if (isOnce && person !== people[0]) continue;
        let variants: Record<string, (typeof things)[string]>[] = [{ ...things }];
        for (const word of words.filter((each) => each in of))
          variants = variants.flatMap((variant) =>
            (of[word] ?? []).map((id) => ({ ...variant, [word]: { id, belonging: { of: 'everyone' as const } } })),
          );
        for (const variant of variants)
          found.push({ route: path, url: addressOf('GET', path, variant, { ...person, kana: ANY_MARK }).url });
      }
    }
    return found;
  };

  const whatJobsDo = async (): Promise<void> => {
    await t.app.get(RemindersJob).remindEverywhere();
    await t.app.get(MonthlyReportJob).reportEverywhere();
    await deliverNotices(t);
    await deliverTold(t);
  };

  const marked = () => people.slice(0, 2).map(({ jobseekerId }) => jobseekerId);
  /** What is given of the first person by the city and of the second by the Hello Work, and the other way round; until a day. */
  const give = async (
    there: readonly SharingCategory[],
    back: readonly SharingCategory[],
    endsOn: string | null = null,
  ): Promise<void> => {
    await t.owner.query('DELETE FROM sharing_grant WHERE jobseeker_id = ANY ($1) AND giver_org <> receiver_org', [
      marked(),
    ]);
    await t.owner.query(
      `INSERT INTO sharing_grant (site_id, jobseeker_id, giver_org, receiver_org, category, basis, starts_on, ends_on)
       SELECT j.site_id, j.id, g.giver, g.receiver, category, 'support_meeting', '2026-06-01', $4 FROM jobseeker j
         JOIN organisation other ON other.code IN ('mihon-city', 'hw-mihon') AND other.id <> j.org_id,
         LATERAL (VALUES (j.org_id, other.id, $2::text[]), (other.id, j.org_id, $3::text[])) g(giver, receiver, categories),
         unnest(g.categories) category
       WHERE j.id = ANY ($1)`,
      [marked(), there, back, endsOn],
    );
  };
  const hide = (until: string | null): Promise<unknown> =>
    t.owner.query('UPDATE jobseeker SET protected_until = $2 WHERE id = ANY ($1)', [
      people.map(({ jobseekerId }) => jobseekerId),
      until,
    ]);

  const situations: Situation[] = [
    { name: 'everything shared', begin: async () => undefined },
    { name: 'some categories each way', begin: () => give(SOME, REST) },
    ...SHARING_CATEGORIES.map((category) => {
      const one = [...new Set<SharingCategory>(['identity', category])];
      return { name: `${category} alone`, begin: () => give(one, one) };
    }),
    {
      name: 'in hiding',
      begin: async () => {
        await give(SHARING_CATEGORIES, SHARING_CATEGORIES);
        await hide('2027-06-09');
      },
    },
    {
      name: 'withdrawn',
      begin: async () => {
        await hide(null);
        await give(SHARING_CATEGORIES, SHARING_CATEGORIES, SPEC_DAY);
      },
    },
  ];

  /** @returns the marks somebody was shown, and those they should not have been */
  const walkAs = async (
    { login, isHere, role }: Attendant,
    ledger: Ledger,
    doors: typeof addresses = addresses,
  ): Promise<{ seen: Set<string>; allowed: Set<string>; organisation: number; wrong: string[] }> => {
    const [{ id, organisation }] = await t.owner.query(
      'SELECT id, organisation_id AS organisation FROM staff WHERE login = $1',
      [login],
    );
    const allowed = isHere ? ledger.marksFor({ organisation, staffId: id, role }) : new Set<string>();
    const visitor = await Visitor.signedIn(t, login);
    const seen = new Set<string>();
    const wrong: string[] = [];
    for (const { route, url } of doors) {
      walk.count();
      // Nobody reads this much within a minute.
      t.app.get<ThrottlerStorageService>(getStorageToken()).storage.clear();
      const { status, body, location } = await visitor.send({ method: 'GET', url });
      if (status >= 500 || status === 429) wrong.push(`${route}: ${status}`);
      for (const mark of marksIn(body + decodeURIComponent(location))) {
        seen.add(mark);
        if (!allowed.has(mark)) wrong.push(`${route}: tells what stands in ${ledger.whereIs(mark)}`);
      }
    }
    return { seen, allowed, organisation, wrong };
  };

  it('have been written about in every category by either side', async () => {
    const organisations: { id: number }[] = await t.owner.query(
      `SELECT id FROM organisation WHERE code IN ('mihon-city', 'hw-mihon')`,
    );
    const written = await Ledger.of(t, all);
    for (const { id } of organisations)
      expect([...written.categoriesWrittenBy(id)].sort()).toEqual([...SHARING_CATEGORIES].sort());
  });

  describe.each(situations.filter(({ name }) => WHOLE || SITUATIONS_AMONG_OTHERS.includes(name)))(
    '$name',
    ({ name, begin }) => {
      it('are told exactly where the ledger allows', async () => {
        await begin();
        await whatJobsDo();
        all = await landings(t);
        const ledger = await Ledger.of(t, all);
        const shown = new Set<string>();
        const told = new Map<number, { seen: Set<string>; allowed: Set<string> }>();
        for (const attendant of STAFF.filter(({ login }) => WHOLE || AMONG_OTHERS.includes(login))) {
          const { seen, allowed, organisation, wrong } = await walkAs(attendant, ledger);
          expect(walk.found(`${name}, ${attendant.login}`, [...new Set(wrong)])).toEqual([]);
          const before = told.get(organisation) ?? { seen: new Set(), allowed: new Set() };
          told.set(organisation, {
            seen: new Set([...before.seen, ...seen]),
            allowed: new Set([...before.allowed, ...allowed]),
          });
          for (const mark of seen) shown.add(mark);
        }
        // What some page shows its author is shown to whoever else may see it.
        const missing = [...told].flatMap(([organisation, { seen, allowed }]) =>
          [...allowed]
            .filter((mark) => shown.has(mark) && !seen.has(mark))
            .map((mark) => `${organisation} is not told ${ledger.whereIs(mark)}`),
        );
        expect([...new Set(missing)]).toEqual([]);
        process.stdout.write(
          `marked people, ${name}: ${shown.size} of ${new Set(all.map(({ mark }) => mark)).size} marks are shown\n`,
        );
      }, 600_000);
    },
  );

  it('stand in no message, notice, queue, audit record or timeline', async () => {
    all = await landings(t);
    expect(all.length).toBeGreaterThan(100);
    expect(walk.found('the database', strayMarks(all))).toEqual([]);
  });

  it('stand in no line of the log', () => {
    expect(logged.length).toBeGreaterThan(100);
    expect(
      walk.found(
        'the log',
        logged.filter((line) => marksIn(line).size > 0),
      ),
    ).toEqual([]);
  });

  it('are found where one policy is off', async () => {
    const ledger = await Ledger.of(t, all);
    const doors = addresses.filter(({ route }) => /consultations/.test(route));
    const navigator = STAFF.find(({ login }) => login === 'navigator') as Attendant;
    expect((await walkAs(navigator, ledger, doors)).wrong).toEqual([]);
    await t.owner.query('ALTER TABLE consultation DISABLE ROW LEVEL SECURITY');
    try {
      expect((await walkAs(navigator, ledger, doors)).wrong).not.toEqual([]);
    } finally {
      await t.owner.query('ALTER TABLE consultation ENABLE ROW LEVEL SECURITY');
    }
  });
});
