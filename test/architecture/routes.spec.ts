import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../support/run.js';
import { declaredRoutes, type DeclaredRoute, routesIn } from './declared-routes.js';

/** A controller with more routes than this is two. */
const MOST_ROUTES = 6;

/** Parts of a site that share one form on the pages (`site/:part`). */
const PARTS = ['agreements', 'organisations', 'desks', 'programmes', 'reasons'];

/** Acts of the pages that the API has no like of, and why. */
const PAGES_ONLY: Readonly<Record<string, string>> = {
  '/sign-in': 'people know the address; a program opens a session: POST /api/v1/sessions',
  '/sign-out': 'a program closes its session: DELETE /api/v1/sessions/current',
  '/jobseekers/:/consents/unsigned': 'prints what was typed and records nothing',
};

/** Acts of the API that the pages have no like of, and why. */
const API_ONLY: Readonly<Record<string, string>> = {
  '/sessions': 'the page signs in at /sign-in',
  '/sessions/current': 'the page signs out at /sign-out',
  '/referrals/:/offer': 'on the page 採用 is one of the outcomes',
  '/visits/:/correction': 'counted by a machine at the door, taken back by it',
  '/unattended-tasks/take-over': 'the page takes over cases and tasks in one form: /unattended-cases/take-over',
};

const API = '/api/v1';
const isOfApi = ({ path: address }: DeclaredRoute): boolean => address.startsWith(`${API}/`);

/** What an act is called: its address without the door and without the names of its parameters. */
const nameOf = ({ path: address }: DeclaredRoute): string =>
  address.replace(new RegExp(`^${API}(?=/)`), '').replace(/:\w+/g, ':');

const namesOf = (routes: readonly DeclaredRoute[]): string[] => [
  ...new Set(
    routes
      .flatMap((route) =>
        /\/:part\b/.test(route.path)
          ? PARTS.map((part) => ({ ...route, path: route.path.replace(':part', part) }))
          : [route],
      )
      .map(nameOf),
  ),
];

describe('routes', () => {
  const routes = declaredRoutes();
  const acts = routes.filter(({ method }) => method !== 'GET');
  const ofPages = namesOf(acts.filter((route) => !isOfApi(route)));
  const ofApi = namesOf(acts.filter(isOfApi));

  it('are read from the controllers', () => {
    expect(routes.length).toBeGreaterThan(180);
    expect(
      routesIn(`@Controller('cases/:id') class A { @Get() one() {} @Permit('x') @Post('plan') two() {} }`),
    ).toEqual([
      { method: 'GET', path: '/cases/:id', controller: 'A' },
      { method: 'POST', path: '/cases/:id/plan', controller: 'A' },
    ]);
    expect(() => routesIn(`@Controller(ADDRESS) class A { @Get() one() {} }`)).toThrow('ADDRESS is no text');
  });

  // A browser's form knows only POST, so the methods may differ (POST /cases/:id beside PATCH /api/v1/cases/:id); the nouns may not.
  it('name an act alike on both doors: POST /consents/:id/withdrawal and POST /api/v1/consents/:id/withdrawal', () => {
    expect(ofPages.filter((name) => !ofApi.includes(name) && !Object.hasOwn(PAGES_ONLY, name))).toEqual([]);
    expect(ofApi.filter((name) => !ofPages.includes(name) && !Object.hasOwn(API_ONLY, name))).toEqual([]);
  });

  it('stand at one door only where the act is there', () => {
    expect(Object.keys(PAGES_ONLY).filter((name) => !ofPages.includes(name) || ofApi.includes(name))).toEqual([]);
    expect(Object.keys(API_ONLY).filter((name) => !ofApi.includes(name) || ofPages.includes(name))).toEqual([]);
  });

  it(`are at most ${MOST_ROUTES} of one controller`, () => {
    const counts = new Map<string, number>();
    for (const { feature, controller } of routes) {
      const name = `${feature} ${controller}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count > MOST_ROUTES)).toEqual([]);
  });

  it('have a folder of specs by the name of their folder in src', () => {
    const folders = path.join(projectRoot(), 'test', 'api');
    const hasSpecs = (feature: string): boolean =>
      existsSync(path.join(folders, feature)) &&
      readdirSync(path.join(folders, feature)).some((file) => file.endsWith('.spec.ts'));
    const features = [...new Set(routes.map(({ feature }) => feature))];
    expect(features.filter((feature) => !hasSpecs(feature))).toEqual([]);
    expect(readdirSync(folders).filter((folder) => !features.includes(folder))).toEqual([]);
  });
});
