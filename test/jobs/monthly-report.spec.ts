import { MonthlyReportJob } from '../../src/reports/index.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { PageUser } from '../support/pages.js';
import { aCaseInSupport, aPlacement } from '../support/arrangements/placements.js';
import { aYearlyPlan } from '../support/arrangements/figures.js';

describe('the monthly report', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
    await aYearlyPlan(t);
    await aPlacement(t, await aCaseInSupport(t));
    t.clock.set('2026-07-01');
    await t.app.get(MonthlyReportJob).reportEverywhere();
  });
  afterAll(() => t.close());

  const reports = async (login: string): Promise<{ id: string; month: string }[]> =>
    (await (await t.as(login)).get('/reports')).body.items;

  it('is made for every month that is over and has a plan, and told to the supervisors of both sides', async () => {
    expect((await reports('city-supervisor')).map(({ month }) => month)).toEqual(['2026-06', '2026-05', '2026-04']);
    for (const login of ['city-supervisor', 'hw-supervisor']) {
      const { items } = (await (await t.as(login)).get('/notifications')).body;
      expect(items.flatMap(({ notices }: { notices: { kind: string }[] }) => notices.map(({ kind }) => kind))).toEqual(
        Array.from({ length: 3 }, () => 'monthly_report_made'),
      );
    }
  });

  it('holds the figures as they were, whatever is recorded later', async () => {
    const [{ id } = { id: '' }] = await reports('hw-supervisor');
    const placements = async (): Promise<number> => {
      const { figures } = (await (await t.as('hw-supervisor')).get(`/reports/${id}`)).body;
      return figures.inMonth.find(({ code }: { code: string }) => code === 'placements').figure.value;
    };
    expect(await placements()).toBe(1);
    await t.owner.query(`UPDATE placement SET reversed_on = '2026-07-01', reversal_reason_note = '取消'`);
    expect(await placements()).toBe(1);
  });

  it('is made once, and none for a site without a plan', async () => {
    await Promise.all([1, 2].map(() => t.app.get(MonthlyReportJob).reportEverywhere()));
    expect(await t.owner.query('SELECT count(*)::int AS n FROM monthly_report')).toEqual([{ n: 3 }]);
  });

  it('is told with the others in one line, each by the day it came; read together', async () => {
    await t.owner.query(
      `INSERT INTO notification (id, site_id, staff_id, kind, subject_type, subject_id, created_at)
       SELECT gen_random_uuid(), n.site_id, n.staff_id, n.kind, n.subject_type, n.subject_id, n.created_at + interval '1 month'
       FROM notification n JOIN staff s ON s.id = n.staff_id WHERE s.login = 'city-supervisor'`,
    );
    const supervisor = await t.as('city-supervisor');
    const lines = async () => (await supervisor.get('/notifications')).body.items;
    const [line, ...more] = await lines();
    expect([line.notices.length, more]).toEqual([6, []]);
    const { html } = await (await PageUser.signedIn(t, 'city-supervisor')).get('/notifications');
    expect(html).toContain('月次報告ができました（6件）');
    expect(html).toContain('月次報告ができました（令和8年7月1日）');
    expect(html).toContain('月次報告ができました（令和8年8月1日）');
    const unread = async () =>
      (
        await t.owner.query(
          `SELECT notification_lines_unread(s.id, ss.site_id) AS n FROM staff s JOIN staff_site ss ON ss.staff_id = s.id WHERE s.login = 'city-supervisor'`,
        )
      )[0].n;
    expect(await unread()).toBe(1);
    expect((await supervisor.post(`/notifications/${line.id}/read`)).status).toBe(204);
    expect([await unread(), (await lines()).length]).toEqual([0, 1]);
  });

  it('is shown to supervisors and administrators of the site, to nobody else', async () => {
    expect((await (await t.as('caseworker')).get('/reports')).status).toBe(403);
    expect(await reports('stranger-supervisor')).toEqual([]);
  });
});
