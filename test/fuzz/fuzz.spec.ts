import { getStorageToken, type ThrottlerStorageService } from '@nestjs/throttler';
import { may, type StaffActor } from '#access';
import { ApiDescription } from '../../src/platform/web/openapi/index.js';
import { RouteDeclarations } from '../../src/platform/http/index.js';
import { thingsInAddresses } from '../access/support/addresses.js';
import { aSupportedPerson, OWN_NOTES, SECRETS, theSite } from '../access/support/person.js';
import { type Attendant, someoneLike, STAFF, theOtherRoles } from '../access/support/staff.js';
import { type Seen, Visitor } from '../access/support/visitor.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { DescribedAnswers } from '../support/described-answers.js';
import { divertLog } from '../support/log-lines.js';
import { Dice } from './dice.js';
import { type Door, doorsOf } from './doors.js';
import { isKnownField } from './fields.js';
import { Requests, type Thrown } from './requests.js';
import { MARK, type Schema, Values } from './values.js';

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 400);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_610);

/** Whoever sends these has to sign in again. */
const ENDS_THE_SESSION = ['POST /sign-out', 'DELETE /api/v1/sessions/current', 'POST /sign-in'];

describe(`whatever is sent (seed ${SEED}, ${REQUESTS} requests)`, () => {
  let t: TestApplication;
  const lines: string[] = [];
  const statuses = new Map<string, number>();
  const wrong: string[] = [];
  const dice = new Dice(SEED);
  const visitors = new Map<string, Visitor>();
  let doors: readonly Door[];
  let requests: Requests;
  let schemas: Readonly<Record<string, Schema>>;
  let answers: DescribedAnswers;

  const signIn = async (login: string): Promise<void> => {
    t.app.get<ThrottlerStorageService>(getStorageToken()).storage.clear();
    await t.owner.query('DELETE FROM sign_in_attempt');
    visitors.set(login, await Visitor.signedIn(t, login));
  };

  beforeAll(async () => {
    // Of its own: what it logs is listened to, and its people end changed.
    t = await startApplication(undefined, { own: true });
    await theOtherRoles(t);
    await someoneLike(t, 'caseworker2', 'colleague', 'case_staff');
    const site = await theSite(t);
    const person = await aSupportedPerson(t);
    const things = thingsInAddresses(person, site);
    for (const { login } of STAFF) await signIn(login);

    answers = await DescribedAnswers.of(t.app);
    const description = t.app.get(ApiDescription).document();
    schemas = description.components?.schemas as unknown as Readonly<Record<string, Schema>>;
    const all = doorsOf(t.app.get(RouteDeclarations).all(), description);
    doors = all.flatMap((door) => Array.from({ length: door.weight }, () => door));
    const staff: { id: string }[] = await t.owner.query(
      `SELECT id FROM staff WHERE login IN ('caseworker', 'navigator')`,
    );
    const ids = [...new Set(Object.values({ ...person.ids, ...site }).filter((id) => id.length === 36))];
    const idsFor = (field: string): string[] => {
      if (/staff|owner|accompanied|participant|assignee/i.test(field)) return staff.map(({ id }) => id);
      if (/jobseeker/i.test(field)) return [person.jobseekerId];
      if (/case/i.test(field)) return [person.caseId];
      const named = Object.entries(person.ids).find(([name]) => field.toLowerCase().startsWith(name.toLowerCase()));
      return named ? [named[1]] : ids;
    };
    const values = new Values(dice, schemas, idsFor);
    requests = new Requests(dice, values, (word) => things[word]?.id ?? dice.one(ids));

    const releaseLog = divertLog((line) => lines.push(line));
    const write = process.stdout.write.bind(process.stdout);
    const listen = jest.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
      lines.push(String(text));
      return write(text, ...(rest as []));
    });
    restore = () => (listen.mockRestore(), releaseLog());
  }, 120_000);

  let restore = (): void => undefined;
  afterAll(async () => {
    restore();
    const counts = [...statuses].sort().map(([status, count]) => `${status}: ${count}`);
    process.stdout.write(`fuzz: seed ${SEED}, ${counts.join(', ')}\n`);
    await t.close();
  });

  it(
    'is answered: no 5xx, no name in the log, every refused field at a place that exists',
    async () => {
      for (let thrown = 0; thrown < REQUESTS; thrown += 1) {
        const request = requests.throwAt(dice.one(doors));
        const login = dice.one(dice.comes(0.85) ? allowed(request.door) : STAFF).login;
        const logged = lines.length;
        const answer = await visitors.get(login)?.send(request.attempt);
        if (!answer) throw new Error(`nobody signed in as ${login}`);
        judge(login, request, answer, lines.slice(logged));
        const name = `${request.door.method} ${request.door.path}`;
        if (answer.status === 401 || answer.location.startsWith('/sign-in') || ENDS_THE_SESSION.includes(name))
          await signIn(login);
      }
      expect(wrong).toEqual([]);
      expect(lines.filter((line) => NAMES.some((name) => line.includes(name)))).toEqual([]);
    },
    60_000 + REQUESTS * 100,
  );

  /** Those who may, so that most requests come as far as the work itself; all where nobody need. */
  const allowed = ({ permission }: Door): readonly Attendant[] => {
    const those = STAFF.filter(
      (who) =>
        permission !== undefined && who.isHere && may({ ...who, kind: 'staff' } as unknown as StaffActor, permission),
    );
    return those.length === 0 ? STAFF : those;
  };

  const judge = (login: string, { door, attempt, sent }: Thrown, answer: Seen, logged: readonly string[]): void => {
    const kind = `${answer.status}${door.isApi ? '' : ' page'}`;
    statuses.set(kind, (statuses.get(kind) ?? 0) + 1);
    const complain = (what: string): void =>
      void wrong.push(
        `${login} ${door.method} ${door.path}: ${what}\n${attempt.url.slice(0, 300)} ${JSON.stringify(attempt.payload ?? '').slice(0, 600)}`,
      );
    if (answer.status >= 500) complain(`answers ${answer.status} ${logged.join(' ').slice(0, 900)}`);
    else if (logged.length > 0) complain(`is logged: ${logged.join(' ').slice(0, 400)}`);
    if (!door.isApi) return;
    if (door.path.startsWith('/api/v1/')) {
      const body: unknown = isJson(answer.body) ? JSON.parse(answer.body) : undefined;
      try {
        if (isJson(answer.body) || answer.body === '')
          answers.check(door.method, withoutWrongIds(attempt.url, door), answer.status, body);
      } catch (error) {
        complain(`is not as described: ${String(error).slice(0, 300)}`);
      }
    }
    if (answer.status !== 422) return;
    const { error } = JSON.parse(answer.body) as { error: { code: string; fields?: { field: string }[] } };
    if (error.fields === undefined || error.fields.length === 0)
      return complain(`answers 422 ${error.code} without a field`);
    // Places in a file are the file's.
    if (sent.has('file')) return;
    const nowhere = error.fields.filter(({ field }) => !isKnownField(field, door, schemas, sent));
    if (nowhere.length > 0) complain(`names ${nowhere.map(({ field }) => field).join(', ')}`);
  };
});

const NAMES = [MARK, ...Object.values(SECRETS), ...Object.values(OWN_NOTES)];
const isJson = (body: string): boolean => body.startsWith('{') || body.startsWith('[');

/** The address as the description knows it: a wrong id may hold anything. */
const withoutWrongIds = (_url: string, { path }: Door): string => path.replaceAll(/:\w+/g, '1');
