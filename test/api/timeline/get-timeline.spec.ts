import { startApplication, type TestApplication } from '../../support/application.js';
import {
  aCaseInSupport,
  aJobOrder,
  anEmployer,
  aPlacement,
  aReferral,
  type CaseInSupport,
} from '../../support/arrangements/placements.js';
import { PageUser } from '../../support/pages.js';

const EMPLOYER = '株式会社見本製作所';

describe('GET /api/v1/cases/:id/timeline', () => {
  let t: TestApplication;
  let of: CaseInSupport;
  beforeAll(async () => {
    t = await startApplication();
    of = await aCaseInSupport(t);
    const employerId = await anEmployer(t, { name: EMPLOYER, nameKana: 'ミホンセイサクショ' });
    await aReferral(t, {
      ...of,
      employerId,
      jobOrderId: await aJobOrder(t, employerId, { title: '組立工' }),
      letter: true,
    });
    await aReferral(t, { ...of, employerId });
    await aPlacement(t, of);
  });
  afterAll(() => t.close());

  interface Line {
    readonly kind: string;
    readonly about: { readonly employer: string; readonly job: string | null } | null;
  }
  const linesOf = async (login: string, kind: string): Promise<Line[]> =>
    ((await (await t.as(login)).get(`/cases/${of.caseId}/timeline`)).body.items as Line[]).filter(
      (line) => line.kind === kind,
    );

  it('answers 401 to nobody, 403 to who keeps no cases and 404 to the stranger', async () => {
    const path = `/cases/${of.caseId}/timeline`;
    expect((await t.anonymous.get(path)).status).toBe(401);
    expect((await (await t.as('administrator')).get(path)).status).toBe(403);
    expect((await (await t.as('stranger')).get(path)).status).toBe(404);
  });

  it('names the employer and the job of a referral to both sides of a shared case', async () => {
    const jobsAt = async (login: string, kind: string): Promise<(string | null)[]> =>
      (await linesOf(login, kind)).flatMap(({ about }) => (about?.employer === EMPLOYER ? [about.job] : []));
    for (const login of ['navigator', 'caseworker']) {
      expect(await jobsAt(login, 'referral.asked')).toEqual([null, '組立工']);
      expect(await jobsAt(login, 'referral.letter_issued')).toEqual(['組立工']);
    }
  });

  it('names the workplace of a placement, and nothing where the line is about no job', async () => {
    expect(await linesOf('navigator', 'placement.recorded')).toEqual([
      expect.objectContaining({ about: { employer: '見本商店', job: '販売員' } }),
    ]);
    expect(await linesOf('navigator', 'case.opened')).toEqual([expect.objectContaining({ about: null })]);
  });

  it('keeps no name in the line itself, and tells today’s name', async () => {
    expect(
      await t.owner.query('SELECT 1 FROM timeline_entry WHERE support_case_id = $1 AND data::text LIKE $2', [
        of.caseId,
        `%${EMPLOYER}%`,
      ]),
    ).toEqual([]);
    await t.owner.query('UPDATE employer SET name = $2 WHERE name = $1', [EMPLOYER, '株式会社改名製作所']);
    const { html } = await (await PageUser.signedIn(t, 'caseworker')).get(`/cases/${of.caseId}`);
    expect(html).toContain('株式会社改名製作所（組立工）　1件目');
    await t.owner.query('UPDATE employer SET name = $1 WHERE name = $2', [EMPLOYER, '株式会社改名製作所']);
  });

  it('names nothing to who does not see the record behind a line', async () => {
    // A record that left the reader's sight while its line is still in it: the name goes with the record.
    await t.owner.query(
      `UPDATE referral SET org_id = (SELECT o.id FROM organisation o JOIN site_organisation so ON so.organisation_id = o.id
        JOIN site s ON s.id = so.site_id WHERE s.code = 'bekken' LIMIT 1)`,
    );
    await t.owner.query(
      `UPDATE sharing_grant SET ends_on = '2026-06-09' WHERE jobseeker_id = $1 AND basis = 'consent'`,
      [of.jobseekerId],
    );
    await t.owner.query(
      `INSERT INTO timeline_entry (id, site_id, org_id, jobseeker_id, support_case_id, kind, subject_type, subject_id, occurred_on,
        actor_side, data, correlation_id)
      SELECT gen_random_uuid(), c.site_id, c.org_id, c.jobseeker_id, c.id, 'referral.asked', 'referral', r.id, '2026-06-10', 'municipal',
        '{}', gen_random_uuid() FROM support_case c JOIN referral r ON r.support_case_id = c.id WHERE c.id = $1 LIMIT 1`,
      [of.caseId],
    );
    expect((await linesOf('caseworker', 'referral.asked')).map(({ about }) => about)).toEqual([null]);
  });
});
