import { RemindersJob } from '../../src/notifications/index.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { aCase, aSharedCase } from '../support/arrangements/cases.js';
import { consultationBody, staffIdOf } from '../support/arrangements/consultations.js';
import { aJobseeker, withdrawSharing, withSharingConsent } from '../support/arrangements/jobseekers.js';
import { aStep, planBody } from '../support/arrangements/plans.js';
import { deliverNotices } from '../support/arrangements/notices.js';

/** Whoever may not see what is written about a person is named in none of it, and ends with the sharing. */
describe('a colleague of the other side', () => {
  let t: TestApplication;
  let navigator: string;
  beforeAll(async () => {
    t = await startApplication();
    navigator = await staffIdOf(t, 'navigator');
  });
  afterAll(() => t.close());

  const post = async (login: string, path: string, body: object) => (await t.as(login)).post(path, body);
  const promise = async (jobseekerId: string, ownerStaffId: string | undefined) =>
    post('caseworker', '/consultations', {
      ...consultationBody(t, { jobseekerId }),
      nextActions: [{ title: '応募書類を見る', dueOn: t.clock.today(), ownerSide: 'national', ownerStaffId }],
    });
  const refusal = ({ status, body }: Awaited<ReturnType<typeof promise>>) => [status, body.error?.fields?.[0]?.code];
  const notices = async (login: string): Promise<string[]> =>
    (await (await t.as(login)).get('/notifications')).body.items.flatMap(
      ({ notices: found }: { notices: { kind: string }[] }) => found.map(({ kind }) => kind),
    );

  it('is promised nothing of somebody unshared, or shared in another category', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    expect(refusal(await promise(id, navigator))).toEqual([422, 'owner_may_not_see']);
    expect((await promise(id, undefined)).status).toBe(201);
    await withSharingConsent(t, 'caseworker', id, { categories: ['plan'] });
    expect(refusal(await promise(id, navigator))).toEqual([422, 'owner_may_not_see']);
    await withdrawSharing(t, 'caseworker', id);
    await withSharingConsent(t, 'caseworker', id, { categories: ['consultations'] });
    expect((await promise(id, navigator)).status).toBe(201);
    expect(refusal(await promise(id, await staffIdOf(t, 'caseworker')))).toEqual([422, 'owner_of_other_side']);
  });

  it('is given no step and no review of a plan that they do not see', async () => {
    const { caseId, jobseekerId } = await aCase(t, 'caseworker');
    const plan = async (body: object) => (await t.as('caseworker')).put(`/cases/${caseId}/plan`, planBody(t, body));
    const step = aStep({ ownerSide: 'national', ownerStaffId: navigator });
    expect(refusal(await plan({ steps: [step] }))).toEqual([422, 'owner_may_not_see']);
    const review = { dueOn: '2026-09-01', ownerStaffId: navigator };
    expect(refusal(await plan({ steps: [aStep({})], reviews: [review] }))).toEqual([422, 'owner_may_not_see']);
    await withSharingConsent(t, 'caseworker', jobseekerId, { categories: ['consultations'] });
    expect(refusal(await plan({ steps: [step] }))).toEqual([422, 'owner_may_not_see']);
    await withdrawSharing(t, 'caseworker', jobseekerId);
    await withSharingConsent(t, 'caseworker', jobseekerId, { categories: ['plan'] });
    expect((await plan({ steps: [step], reviews: [review] })).status).toBeLessThan(300);
  });

  it('named before the sharing ended is reminded of nothing they do not see', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', id);
    expect((await promise(id, navigator)).status).toBe(201);
    await withdrawSharing(t, 'caseworker', id);
    const before = await t.owner.query('SELECT id FROM notification WHERE jobseeker_id = $1', [id]);
    await t.app.get(RemindersJob).remindEverywhere();
    expect(await t.owner.query('SELECT id FROM notification WHERE jobseeker_id = $1', [id])).toEqual(before);
    await withSharingConsent(t, 'caseworker', id);
    await t.app.get(RemindersJob).remindEverywhere();
    expect(
      await t.owner.query(`SELECT kind, staff_id FROM notification WHERE jobseeker_id = $1 AND kind = 'next_action'`, [
        id,
      ]),
    ).toEqual([{ kind: 'next_action', staff_id: navigator }]);
  });

  it('leaves the team with the sharing, is told so, and keeps what they wrote of somebody protected', async () => {
    const { caseId, jobseekerId } = await aSharedCase(t, { openedOn: '2026-06-01' });
    const assignment = { staffId: navigator, role: '職業相談', startsOn: '2026-06-02' };
    expect((await post('navigator', `/cases/${caseId}/assignments`, assignment)).status).toBe(201);
    const body = consultationBody(t, { jobseekerId, sharedText: '国の相談' });
    expect((await post('navigator', '/consultations', body)).status).toBe(201);
    const protect = await (
      await t.as('caseworker')
    ).post(`/jobseekers/${jobseekerId}/protection`, { startsOn: '2026-06-10' });
    expect(protect.status).toBeLessThan(300);
    await deliverNotices(t);
    // Of the supervisors of both sides each hears what they may see: of the protection the one of whoever registered the person alone.
    expect(await notices('hw-supervisor')).toContain('consent.given');
    expect(await notices('city-supervisor')).toEqual(expect.arrayContaining(['consent.given', 'jobseeker.protected']));
    expect(await notices('hw-supervisor')).not.toContain('jobseeker.protected');

    await withdrawSharing(t, 'caseworker', jobseekerId);
    expect(
      await t.owner.query(
        `SELECT DISTINCT staff_id, ends_on::text, ended_with FROM case_assignment WHERE support_case_id = $1 AND ended_with IS NOT NULL`,
        [caseId],
      ),
    ).toEqual([{ staff_id: navigator, ends_on: '2026-06-10', ended_with: 'withdrawal' }]);
    expect(
      await t.owner.query(
        `SELECT DISTINCT data FROM timeline_entry WHERE kind = 'assignment.ended' AND jobseeker_id = $1`,
        [jobseekerId],
      ),
    ).toEqual([{ data: { staffId: navigator } }]);
    await deliverNotices(t);
    for (const login of ['navigator', 'hw-supervisor', 'city-supervisor'])
      expect(await notices(login)).toContain('consent.withdrawn');
    for (const login of ['caseworker', 'stranger-supervisor'])
      expect(await notices(login)).not.toContain('consent.withdrawn');
    const found = await (await t.as('navigator')).get(`/consultations?jobseekerId=${jobseekerId}`);
    expect(JSON.stringify(found.body)).toContain('国の相談');
  });

  it('stays where the case is still shown to them: on another consent, or as their own', async () => {
    const { caseId, jobseekerId } = await aSharedCase(t, { openedOn: '2026-06-01' });
    await post('navigator', `/cases/${caseId}/assignments`, {
      staffId: navigator,
      role: '職業相談',
      startsOn: '2026-06-02',
    });
    const [{ id: meeting }] = await t.owner.query(
      `INSERT INTO sharing_grant (site_id, jobseeker_id, giver_org, receiver_org, category, basis, starts_on)
       SELECT c.site_id, c.jobseeker_id, c.org_id, s.organisation_id, 'plan', 'support_meeting', '2026-06-01'
       FROM support_case c, staff s WHERE c.id = $1 AND s.id = $2 RETURNING id`,
      [caseId, navigator],
    );
    await withdrawSharing(t, 'caseworker', jobseekerId);
    expect(meeting).toBeDefined();
    expect(
      await t.owner.query('SELECT 1 FROM case_assignment WHERE support_case_id = $1 AND ended_with IS NOT NULL', [
        caseId,
      ]),
    ).toEqual([]);
  });
});
