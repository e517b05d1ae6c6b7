import { startApplication, type TestApplication } from '../../support/application.js';
import { aYearlyPlan } from '../../support/arrangements/figures.js';
import { PageUser } from '../../support/pages.js';

describe('POST /api/v1/reports', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication('2026-07-10');
    await aYearlyPlan(t);
  });
  afterAll(() => t.close());

  it('is for supervisors: 401, 403', async () => {
    expect((await t.anonymous.post('/reports', { month: '2026-06' })).status).toBe(401);
    for (const login of ['caseworker', 'administrator', 'auditor'])
      expect([login, (await (await t.as(login)).post('/reports', { month: '2026-06' })).status]).toEqual([login, 403]);
  });

  it('makes the report of a month that has none, once, and says who did', async () => {
    const supervisor = await t.as('city-supervisor');
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => supervisor.post('/reports', { month: '2026-06' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422]);
    const { items } = (await supervisor.get('/reports')).body;
    expect(items.map(({ month }: { month: string }) => month)).toEqual(['2026-06']);
    expect(await t.owner.query(`SELECT subject_id FROM audit_entry WHERE action = 'report.made'`)).toEqual([
      { subject_id: items[0].id },
    ]);
  });

  it.each(['2026-07', '2026-06', '2026-03', '2020-01'])(
    'refuses %s: running, reported, without a plan, too long ago',
    async (month) => {
      const { status, body } = await (await t.as('hw-supervisor')).post('/reports', { month });
      expect([status, body.error.fields[0].code]).toEqual([422, 'report_not_due']);
    },
  );

  it('is a button for each month that is missing, for supervisors alone', async () => {
    const page = await PageUser.signedIn(t, 'hw-supervisor');
    const { html } = await page.get('/reports');
    expect(html).toContain('作成されていない月');
    expect(html).toMatch(/name="month" value="2026-04"/);
    expect(html).not.toMatch(/name="month" value="2026-06"/);
    // Read one after the other by whoever does not see the table, each says which month it makes.
    const names = [...html.matchAll(/<button[^>]*><span>作成する<\/span><span class="visually-hidden">(.*?)<\/span>/g)];
    expect(names.map(([, month]) => month)).toEqual(['（令和8年4月）', '（令和8年5月）']);
    expect((await (await PageUser.signedIn(t, 'administrator')).get('/reports')).html).not.toContain(
      '作成されていない月',
    );
    const sent = await page.submit('/reports', '/reports', { month: '2026-05' });
    expect(sent.status).toBe(303);
    expect((await page.get('/reports')).html).not.toMatch(/name="month" value="2026-05"/);
  });
});
