import { RouteDeclarations, SESSION_LIMITS } from '../../src/platform/http/index.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { PageUser } from '../support/pages.js';

const SEARCHES = [
  'GET /api/v1/audit',
  'GET /api/v1/employers',
  'GET /api/v1/figures/:code/records',
  'GET /api/v1/jobseekers',
  'GET /audit',
  'GET /employers',
  'GET /figures/:code',
  'GET /jobseekers',
  'GET /jobseekers/suggestions',
  // A number is tried there as well.
  'POST /api/v1/broken-glass',
  'POST /broken-glass',
];
const EXPORTS = [
  'GET /api/v1/reports/:id',
  'GET /api/v1/yearly-plans/:fiscalYear/file',
  'GET /cases/:id/plan/print',
  'GET /consents/:id/print',
  'GET /jobseekers/:id/sharing/print',
  'GET /referrals/:id/letter',
  'GET /reports/:id',
  'GET /requests/:id/print',
  'GET /yearly-plans/:fiscalYear/file',
];

describe('a session', () => {
  let t: TestApplication;
  beforeAll(async () => (t = await startApplication()));
  afterAll(() => t.close());

  it('is limited on the routes that search and export', () => {
    const routes = t.app.get(RouteDeclarations).all();
    const limited = (use: string): string[] =>
      routes
        .filter((route) => route.limit === use)
        .map(({ method, path }) => `${method} ${path}`)
        .sort();
    expect(limited('search')).toEqual(SEARCHES);
    expect(limited('export')).toEqual(EXPORTS);
    const unlimited = routes.filter(
      ({ method, path, limit, takes }) =>
        method === 'GET' &&
        limit === undefined &&
        (/\/(file|print|records|suggestions)$/.test(path) ||
          takes.some(({ in: place, name }) => place === 'query' && name === 'q')),
    );
    expect(unlimited.map(({ path }) => path)).toEqual([]);
  });

  it('may search so often within a minute, page and pieces together, and no other session pays for it', async () => {
    const user = await PageUser.signedIn(t, 'caseworker');
    for (let n = 0; n < SESSION_LIMITS.search; n += 1)
      expect((await user.get(n % 2 === 0 ? '/jobseekers?q=%E3%82%A2' : '/employers')).status).toBe(200);
    const refused = await user.get('/jobseekers/suggestions?q=%E3%82%A2');
    expect([refused.status, Number(refused.headers['retry-after'])]).toEqual([429, expect.any(Number)]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.html).toContain('短い時間に操作が集中しました');
    expect((await user.get('/account')).status).toBe(200);
    expect((await (await PageUser.signedIn(t, 'caseworker')).get('/jobseekers')).status).toBe(200);
    expect((await (await t.as('caseworker')).get('/jobseekers?q=%E3%82%A2')).status).toBe(200);
  });

  it('may export so often, at the API in its words', async () => {
    const user = await t.as('administrator');
    for (let n = 0; n < SESSION_LIMITS.export; n += 1)
      expect((await user.get('/yearly-plans/2026/file')).status).toBe(404);
    const { status, body } = await user.get('/yearly-plans/2026/file');
    expect([status, body.error.code]).toEqual([429, 'too_many_requests']);
  });
});
