import { randomUUID } from 'node:crypto';
import { MonthlyReportJob } from '../../../src/reports/index.js';
import { startApplication, type TestApplication } from '../../support/application.js';
import { aYearlyPlan } from '../../support/arrangements/figures.js';
import { PageUser } from '../../support/pages.js';

describe('GET /api/v1/reports', () => {
  let t: TestApplication;
  let id: string;
  beforeAll(async () => {
    t = await startApplication();
    await aYearlyPlan(t);
    t.clock.set('2026-07-01');
    await t.app.get(MonthlyReportJob).reportEverywhere();
    id = (await (await t.as('city-supervisor')).get('/reports')).body.items[0].id;
  });
  afterAll(() => t.close());

  it('is for those who answer for the site: 401, 403, nothing for another site', async () => {
    for (const path of ['/reports', `/reports/${id}`]) {
      expect((await t.anonymous.get(path)).status).toBe(401);
      expect((await (await t.as('caseworker')).get(path)).status).toBe(403);
    }
    const stranger = await t.as('stranger-supervisor');
    expect((await stranger.get('/reports')).body.items).toEqual([]);
    expect((await stranger.get(`/reports/${id}`)).status).toBe(404);
    expect((await (await t.as('city-supervisor')).get(`/reports/${randomUUID()}`)).status).toBe(404);
  });

  it('lists the months with when each was made, without their figures', async () => {
    const { items } = (await (await t.as('auditor')).get('/reports')).body;
    expect(items.map(({ month }: { month: string }) => month)).toEqual(['2026-06', '2026-05', '2026-04']);
    expect(items[0]).toEqual({ id, month: '2026-06', madeAt: expect.any(String) });
  });

  it('GET :id holds the figures of the month and of the year to date, beside their targets', async () => {
    const { figures } = (await (await t.as('hw-supervisor')).get(`/reports/${id}`)).body;
    expect(Object.keys(figures).sort()).toEqual(['inMonth', 'toDate']);
    for (const part of [figures.inMonth, figures.toDate])
      expect(part[0]).toMatchObject({
        code: expect.any(String),
        figure: expect.any(Object),
        targets: expect.any(Array),
      });
  });

  it('is a page too', async () => {
    const page = await PageUser.signedIn(t, 'city-supervisor');
    expect((await page.get('/reports')).html).toContain(`/reports/${id}`);
    expect((await page.get(`/reports/${id}`)).status).toBe(200);
  });
});
