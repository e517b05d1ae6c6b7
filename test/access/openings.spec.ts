import { addDays } from '#kernel';
import { RouteDeclarations } from '../../src/platform/http/index.js';
import { SPEC_DAY, startApplication, type TestApplication } from '../support/application.js';
import { staffIdOf } from '../support/arrangements/staff.js';
import { POSTGRES_VERSIONS } from '../support/oldest-server.js';
import { PageUser } from '../support/pages.js';
import { addressOf, type Things, thingsInAddresses } from './support/addresses.js';
import { aSupportedPerson, type SupportedPerson, theSite } from './support/person.js';
import { someoneLike } from './support/staff.js';
import { Visitor } from './support/visitor.js';

/** Those who see a protected person meet them here among others, before opening anything. */
const LISTS = [
  '/',
  '/cases',
  '/jobseekers',
  '/jobseekers/suggestions',
  '/requests',
  '/notifications',
  '/employers/:id',
  '/figures/:code',
  '/api/v1/cases',
  '/api/v1/caseload',
  '/api/v1/jobseekers',
  '/api/v1/requests',
  '/api/v1/notifications',
  '/api/v1/next-actions',
  '/api/v1/employers/:id',
  '/api/v1/job-orders/:id',
  '/job-orders/:id/edit',
  '/api/v1/figures/:code/records',
];

describe.each(POSTGRES_VERSIONS)("opening a protected person's record, PostgreSQL %i", (postgres) => {
  let t: TestApplication;
  let person: SupportedPerson;
  let things: Things;
  beforeAll(async () => {
    t = await startApplication(SPEC_DAY, { postgres });
    await someoneLike(t, 'caseworker2', 'colleague', 'case_staff');
    const site = await theSite(t);
    person = await aSupportedPerson(t);
    things = thingsInAddresses(person, site);
    await t.owner.query(`UPDATE jobseeker SET protected_until = '2027-06-09' WHERE id = $1`, [person.jobseekerId]);
  }, 120_000);
  afterAll(() => t.close());
  beforeEach(() => t.owner.query(`DELETE FROM audit_entry WHERE action = 'jobseeker.opened'`));

  const openings = (): Promise<{ jobseeker_id: string; actor_staff_id: string; org_id: number; site_id: number }[]> =>
    t.owner.query(
      `SELECT jobseeker_id, actor_staff_id, org_id, site_id FROM audit_entry WHERE action = 'jobseeker.opened' ORDER BY at`,
    );
  const read = async (login: string, url: string): Promise<number> => (await (await t.as(login)).get(url)).status;

  it.each(['caseworker', 'navigator', 'city-supervisor'])(
    'leaves one line at every door, page and interface alike, for %s',
    async (login) => {
      const visitor = await Visitor.signedIn(t, login);
      const actor_staff_id = await staffIdOf(t, login);
      const unnoticed: string[] = [];
      for (const route of t.app
        .get(RouteDeclarations)
        .all()
        .filter(({ method, path }) => method === 'GET' && !LISTS.includes(path))) {
        await t.owner.query(`DELETE FROM audit_entry WHERE action = 'jobseeker.opened'`);
        const { url } = addressOf(route.method, route.path, things, person);
        const { status, body } = await visitor.send({ method: 'GET', url });
        const told = [person.jobseekerId, person.caseId, ...person.numbers].some(
          (trace) => body.includes(trace) && !url.includes(trace),
        );
        const isOpened = status === 200 && (told || url.includes(person.jobseekerId) || url.includes(person.caseId));
        const lines = await openings();
        if (
          lines.length !== Number(isOpened) ||
          lines.some((line) => line.actor_staff_id !== actor_staff_id || line.jobseeker_id !== person.jobseekerId)
        )
          unnoticed.push(`${route.path}: ${status}, ${lines.length} lines`);
      }
      expect(unnoticed).toEqual([]);
    },
    120_000,
  );

  it('leaves one line for going to and fro, and another after a while, from another reader and on another day', async () => {
    const { jobseekerId, caseId } = person;
    for (const url of [`/jobseekers/${jobseekerId}`, `/cases/${caseId}`, `/cases/${caseId}/timeline`])
      expect(await read('caseworker', url)).toBe(200);
    expect(await openings()).toHaveLength(1);
    t.clock.set('2026-06-10T12:14:00+09:00');
    await read('caseworker', `/jobseekers/${jobseekerId}`);
    expect(await openings()).toHaveLength(1);
    await read('navigator', `/jobseekers/${jobseekerId}`);
    expect(await openings()).toHaveLength(2);
    t.clock.set('2026-06-10T12:15:01+09:00');
    await read('caseworker', `/cases/${caseId}`);
    expect(await openings()).toHaveLength(3);
    t.clock.set('2026-06-10');
  });

  it('leaves one line for a page whose parts are read side by side', async () => {
    const caseworker = await PageUser.signedIn(t, 'caseworker');
    const { status } = await caseworker.get(`/jobseekers/${person.jobseekerId}`);
    expect(status).toBe(200);
    expect(await openings()).toHaveLength(1);
  });

  it('leaves none where there is nothing to protect, or nothing was shown', async () => {
    expect(await read('caseworker2', `/jobseekers/${person.jobseekerId}`)).toBe(404);
    await t.owner.query('UPDATE jobseeker SET protected_until = $2 WHERE id = $1', [
      person.jobseekerId,
      addDays(t.clock.today(), -1),
    ]);
    expect(await read('caseworker', `/jobseekers/${person.jobseekerId}`)).toBe(200);
    expect(await openings()).toEqual([]);
    await t.owner.query(`UPDATE jobseeker SET protected_until = '2027-06-09' WHERE id = $1`, [person.jobseekerId]);
  });

  it("stands on the auditor's page, found by the person's number", async () => {
    await read('caseworker', `/jobseekers/${person.jobseekerId}`);
    const auditor = await PageUser.signedIn(t, 'auditor');
    const { html } = await auditor.get(`/audit?personNumber=${person.numbers[0]}&action=jobseeker.opened`);
    expect(html).toContain('支援措置の対象者の記録を閲覧');
    expect(html).toContain('架空 市子');
  });
});
