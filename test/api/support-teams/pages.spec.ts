import { startApplication, type TestApplication } from '../../support/application.js';
import { aCaseWithConsents } from '../../support/arrangements/cases.js';
import { staffIdOf } from '../../support/arrangements/consultations.js';
import { dateBoxes, PageUser } from '../../support/pages.js';

describe('the pages of a team', () => {
  let t: TestApplication;
  let caseworker: PageUser;
  let navigator: PageUser;
  beforeAll(async () => {
    t = await startApplication();
    caseworker = await PageUser.signedIn(t, 'caseworker');
    navigator = await PageUser.signedIn(t, 'navigator');
  });
  afterAll(() => t.close());

  describe('/cases/:id/team', () => {
    it('adds, hands over and ends assignments', async () => {
      const { caseId } = await aCaseWithConsents(t);
      const team = `/cases/${caseId}/team`;
      const added = await caseworker.submit(team, `/cases/${caseId}/assignments`, {
        staffId: await staffIdOf(t, 'navigator'),
        role: '主担当',
        ...dateBoxes('startsOn', '2026-06-10'),
      });
      expect(added.location).toBe(`${team}?flash=assigned`);

      const [own] = await t.owner.query(
        `SELECT a.id FROM case_assignment a JOIN staff s ON s.id = a.staff_id WHERE a.support_case_id = $1 AND s.login = 'caseworker'`,
        [caseId],
      );
      const handOver = {
        toStaffId: await staffIdOf(t, 'caseworker2'),
        reason: '',
        note: '面談は午後に。',
        ...dateBoxes('on', '2026-06-10'),
      };
      const refused = await caseworker.submit(team, `/assignments/${own.id}/hand-over`, handOver);
      expect(refused.html).toContain('面談は午後に。');
      const handed = await caseworker.submit(team, `/assignments/${own.id}/hand-over`, { ...handOver, reason: '異動' });
      expect(handed.location).toBe(`${team}?flash=handed_over`);

      const { html } = await navigator.get(team);
      expect(html).toContain('架空 福男');
      expect(html).toContain('異動　面談は午後に。');
    });

    it('lets case staff who are not on it take the case on with one button', async () => {
      const { caseId } = await aCaseWithConsents(t);
      const team = `/cases/${caseId}/team`;
      const buttonFor = async (user: PageUser): Promise<boolean> =>
        (await user.get(team)).html.includes('自分が担当になる');
      expect([await buttonFor(caseworker), await buttonFor(await PageUser.signedIn(t, 'hw-supervisor'))]).toEqual([
        false,
        false,
      ]);

      const taken = await navigator.submit(
        team,
        `/cases/${caseId}/assignments`,
        {},
        { staffId: await staffIdOf(t, 'navigator') },
      );
      expect(taken.location).toBe(`${team}?flash=assigned`);
      const [row] = await t.owner.query(
        `SELECT a.role, a.starts_on::text FROM case_assignment a JOIN staff s ON s.id = a.staff_id WHERE a.support_case_id = $1 AND s.login = 'navigator'`,
        [caseId],
      );
      expect(row).toEqual({ role: '主担当', starts_on: '2026-06-10' });
      expect(await buttonFor(navigator)).toBe(false);
    });
  });
});
