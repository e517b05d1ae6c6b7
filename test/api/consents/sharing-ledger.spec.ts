import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aSharedCase } from '../../support/arrangements/cases.js';
import { aConsultation, staffIdOf } from '../../support/arrangements/consultations.js';
import { aJobseeker, withdrawSharing, withSharingConsent } from '../../support/arrangements/jobseekers.js';
import { PageUser } from '../../support/pages.js';

/** 共有台帳: who shows what to whom, what a withdrawal would take, and what the person takes home. */
describe('the sharing ledger of a person', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterEach(() => t.clock.set('2026-06-10'));
  afterAll(() => t.close());

  const ledger = async (login: string, id: string) => (await (await t.as(login)).get(`/jobseekers/${id}/sharing`)).body;
  const lines = async (login: string, id: string): Promise<string[]> =>
    (await ledger(login, id)).items.map(
      (line: Record<string, string | string[]>) =>
        `${line['giver']}>${line['receiver']} ${[line['categories']].flat().length} ${line['basis']} ${line['state']}`,
    );

  it('answers 401 to nobody, 403 to the auditor, 404 to the stranger', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    expect((await t.anonymous.get(`/jobseekers/${id}/sharing`)).status).toBe(401);
    expect((await (await t.as('auditor')).get(`/jobseekers/${id}/sharing`)).status).toBe(403);
    expect((await (await t.as('stranger')).get(`/jobseekers/${id}/sharing`)).status).toBe(404);
  });

  it('says who showed what to whom, on which basis, and how it ended', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', id, { categories: ['plan'], endsOn: '2026-06-30' });
    expect(await lines('caseworker', id)).toEqual([
      'ハローワーク見本>見本市 2 consent in_force',
      '見本市>ハローワーク見本 2 consent in_force',
    ]);
    await aConsultation(t, 'navigator', { jobseekerId: id });
    await withdrawSharing(t, 'caseworker', id);
    expect(await lines('caseworker', id)).toEqual([
      'ハローワーク見本>見本市 2 consent withdrawn',
      '見本市>ハローワーク見本 2 consent withdrawn',
    ]);
    // The Hello Work knows the person by what it wrote, and its own lines; the consent itself it sees no more.
    expect(await lines('navigator', id)).toEqual([
      'ハローワーク見本>ハローワーク見本 1 recorded in_force',
      'ハローワーク見本>見本市 2 consent ended',
      '見本市>ハローワーク見本 2 consent ended',
    ]);
  });

  it('tells a third organisation nothing of what two share', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', id);
    await t.owner.query(
      `INSERT INTO sharing_grant (site_id, jobseeker_id, giver_org, receiver_org, category, basis, starts_on)
       SELECT j.site_id, j.id, j.org_id, o.id, 'plan', 'support_meeting', '2026-06-01' FROM jobseeker j, organisation o
       WHERE j.id = $1 AND o.code = 'bekken-city'`,
      [id],
    );
    expect(await lines('navigator', id)).toHaveLength(2);
    expect(await lines('caseworker', id)).toHaveLength(3);
  });

  it('tells before a withdrawal what disappears for whom, which assignments end and what each keeps', async () => {
    const { caseId, jobseekerId } = await aSharedCase(t, { openedOn: '2026-06-01' });
    const navigator = await staffIdOf(t, 'navigator');
    await aConsultation(t, 'caseworker', { jobseekerId });
    await aConsultation(t, 'caseworker', { jobseekerId });
    await aConsultation(t, 'navigator', { jobseekerId });
    const { items } = (await (await t.as('caseworker')).get(`/jobseekers/${jobseekerId}/consents`)).body;
    const consent = items.find(({ kind }: { kind: string }) => kind === 'sharing');
    const preview = (await (await t.as('caseworker')).get(`/consents/${consent.id}/withdrawal`)).body;
    const [{ number }] = await t.owner.query('SELECT number FROM support_case WHERE id = $1', [caseId]);
    const lost = (giver: string) =>
      Object.fromEntries(
        preview.losses
          .find((loss: { giver: string }) => loss.giver === giver)
          .lost.map(({ category, records }: { category: string; records: number }) => [category, records]),
      );
    expect(lost('見本市')).toMatchObject({ consultations: 2, health: 0 });
    expect(lost('ハローワーク見本')).toMatchObject({ consultations: 1 });
    expect(new Set(preview.assignments.map(({ caseNumber }: { caseNumber: string }) => caseNumber))).toEqual(
      new Set([number]),
    );
    await withdrawSharing(t, 'caseworker', jobseekerId);
    const ended = await t.owner.query(
      `SELECT count(*)::int AS n FROM case_assignment WHERE support_case_id = $1 AND ended_with = 'withdrawal' AND staff_id = $2`,
      [caseId, navigator],
    );
    expect(ended).toEqual([{ n: preview.assignments.length }]);
    expect((await (await t.as('caseworker')).get(`/consultations?jobseekerId=${jobseekerId}`)).body.items).toHaveLength(
      2,
    );
  });

  it('counts before a withdrawal for each side what that side sees', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    const consent = await withSharingConsent(t, 'caseworker', id, { categories: ['plan'] });
    await aConsultation(t, 'caseworker', { jobseekerId: id });
    const preview = (await (await t.as('navigator')).get(`/consents/${consent.id}/withdrawal`)).body;
    expect(JSON.stringify(preview)).not.toContain('consultations');
    expect(preview.losses.find(({ receiver }: { receiver: string }) => receiver === '見本市').keeps).toBe(0);
    expect((await (await t.as('stranger')).get(`/consents/${consent.id}/withdrawal`)).status).toBe(404);
  });

  it('has a page, reached from the person and the case, a receipt to print, and stands before a withdrawal', async () => {
    const { caseId, jobseekerId } = await aCase(t, 'caseworker');
    const { id: consent } = await withSharingConsent(t, 'caseworker', jobseekerId, { endsOn: '2026-12-31' });
    await aConsultation(t, 'caseworker', { jobseekerId });
    const caseworker = await PageUser.signedIn(t, 'caseworker');
    for (const page of [`/jobseekers/${jobseekerId}`, `/cases/${caseId}`])
      expect((await caseworker.get(page)).html).toContain(`/jobseekers/${jobseekerId}/sharing`);
    const page = (await caseworker.get(`/jobseekers/${jobseekerId}/sharing`)).html;
    for (const told of ['見本市の記録をハローワーク見本に', '本人の同意', '共有中', '令和8年12月31日まで'])
      expect(page).toContain(told);
    const receipt = (await caseworker.get(`/jobseekers/${jobseekerId}/sharing/print`)).html;
    for (const told of ['情報共有の控え', '令和8年12月31日（2026年）まで', 'いつでも、どの機関の窓口にでも'])
      expect(receipt).toContain(told);
    const withdrawal = (await caseworker.get(`/consents/${consent}/withdrawal`)).html;
    expect(withdrawal).toContain('ハローワーク見本は、見本市の記録を見られなくなります');
    expect(withdrawal).toContain('相談：1件');
    const stranger = await PageUser.signedIn(t, 'stranger');
    expect((await stranger.get(`/jobseekers/${jobseekerId}/sharing`)).status).toBe(404);
  });
});
