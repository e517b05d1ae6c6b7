import { startApplication, type TestApplication } from '../../support/application.js';
import { type CaseInSupport, aCaseInSupport, aReferral } from '../../support/arrangements/placements.js';
import { PageUser } from '../../support/pages.js';

/** 紹介状: a sheet that tells an employer about a person. */
describe('GET /referrals/:id/letter', () => {
  let t: TestApplication;
  let navigator: PageUser;
  let of: CaseInSupport;
  beforeAll(async () => {
    t = await startApplication();
    navigator = await PageUser.signedIn(t, 'navigator');
    of = await aCaseInSupport(t, { address: '見本市一丁目' });
  });
  afterAll(() => t.close());

  const printed = (id: string) =>
    t.owner.query(
      `SELECT s.login, a.jobseeker_id AS person FROM audit_entry a JOIN staff s ON s.id = a.actor_staff_id
        WHERE a.action = 'referral.letter_printed' AND a.subject_id = $1`,
      [id],
    );

  it('stands on the audit record, with who printed it and of whom, and not on the timeline', async () => {
    const { id } = await aReferral(t, { ...of, letter: true });
    const { html } = await navigator.get(`/referrals/${id}/letter`);
    for (const word of ['紹介状', '見本市一丁目', 'ハローワーク見本']) expect(html).toContain(word);
    expect(await printed(id)).toEqual([{ login: 'navigator', person: of.jobseekerId }]);
    expect(
      await t.owner.query(`SELECT kind FROM timeline_entry WHERE jobseeker_id = $1 AND kind LIKE '%printed'`, [
        of.jobseekerId,
      ]),
    ).toEqual([]);
  });

  it('is not told of where nothing was handed out', async () => {
    const { id } = await aReferral(t, of);
    expect((await navigator.get(`/referrals/${id}/letter`)).html).toContain('紹介状を交付していません');
    expect((await (await PageUser.signedIn(t, 'stranger-navigator')).get(`/referrals/${id}/letter`)).status).toBe(404);
    expect(await printed(id)).toEqual([]);
  });

  it('leaves out the address of a protected person', async () => {
    const hidden = await aCaseInSupport(t, { address: '架空町二丁目' });
    const { id } = await aReferral(t, { ...hidden, letter: true });
    await (
      await t.as('navigator')
    ).post(`/cases/${hidden.caseId}/assignments`, {
      staffId: (await t.owner.query(`SELECT id FROM staff WHERE login = 'navigator'`))[0].id,
      role: '職業相談',
      startsOn: '2026-06-10',
    });
    await t.owner.query(`UPDATE jobseeker SET protected_until = '2027-03-31' WHERE id = $1`, [hidden.jobseekerId]);
    const { status, html } = await navigator.get(`/referrals/${id}/letter`);
    expect([status, html.includes('架空町二丁目')]).toEqual([200, false]);
  });
});
