import { RouteDeclarations } from '../../src/platform/http/index.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { addressOf, type Things, thingsInAddresses } from './support/addresses.js';
import { aSupportedPerson, type SupportedPerson, theSite } from './support/person.js';
import { someoneLike } from './support/staff.js';
import { Visitor } from './support/visitor.js';

/** What somebody may do whose password was given by another: look who they are, change it, leave. */
const OPEN = ['GET /account', 'POST /account/password', 'GET /api/v1/me', 'PUT /api/v1/account/password'];
/** Tried last: it ends the session. */
const LEAVES = 'DELETE /api/v1/sessions/current';

describe('with a password that was given', () => {
  let t: TestApplication;
  let things: Things;
  let person: SupportedPerson;
  beforeAll(async () => {
    t = await startApplication();
    await someoneLike(t, 'caseworker2', 'colleague', 'case_staff');
    person = await aSupportedPerson(t);
    things = thingsInAddresses(person, await theSite(t));
  }, 60_000);
  afterAll(() => t.close());

  it.each(['caseworker', 'city-supervisor', 'administrator', 'auditor'])(
    '%s finds every door shut but those to change it, on the pages and in the interface',
    async (login) => {
      const visitor = await Visitor.signedIn(t, login);
      await t.owner.query(
        `UPDATE credential SET must_change = true WHERE staff_id = (SELECT id FROM staff WHERE login = $1)`,
        [login],
      );
      const wrong: string[] = [];
      let tried = 0;
      const routes = t.app.get(RouteDeclarations).all();
      for (const { method, path, access } of routes) {
        const name = `${method} ${path}`;
        if (access === undefined || 'publicBecause' in access || name === LEAVES || OPEN.includes(name)) continue;
        const { url } = addressOf(method, path, things, person);
        const payload = method === 'GET' || method === 'DELETE' ? {} : { payload: {} };
        const { status, location, body } = await visitor.send({ method, url, ...payload });
        tried += 1;
        const isShut = path.startsWith('/api/')
          ? status === 403 && body.includes('password_change_required')
          : (status === 303 && location === '/account') || (status === 403 && method !== 'GET');
        if (!isShut) wrong.push(`${name}: ${status} ${location}`);
      }
      expect(tried).toBeGreaterThan(250);
      expect(wrong).toEqual([]);
      for (const name of OPEN) expect(routes.map((route) => `${route.method} ${route.path}`)).toContain(name);
      expect((await visitor.send({ method: 'GET', url: '/api/v1/me' })).status).toBe(200);
      await t.owner.query('UPDATE credential SET must_change = false');
    },
    120_000,
  );
});
