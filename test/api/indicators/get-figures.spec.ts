import { startApplication, type TestApplication } from '../../support/application.js';
import { aCaseInSupport, aPlacement, type CaseInSupport } from '../../support/arrangements/placements.js';
import { aYearlyPlan, figuresOf } from '../../support/arrangements/figures.js';

const MONTH = '/figures?month=2026-06';
const RECORDS = '/figures/placements/records?from=2026-06-01&to=2026-06-30';

describe('GET /api/v1/figures and /figures/:code/records', () => {
  let t: TestApplication;
  let shared: CaseInSupport;
  let reversed: string;
  beforeAll(async () => {
    t = await startApplication();
    await aYearlyPlan(t);
    shared = await aCaseInSupport(t);
    await aPlacement(t, shared);
    const other = await aCaseInSupport(t, { familyKana: 'レイジ', familyName: '例示' });
    reversed = await aPlacement(t, { ...other, route: 'self_found' });
  });
  afterAll(() => t.close());

  it('answer 401 to nobody', async () => {
    expect((await t.anonymous.get(MONTH)).status).toBe(401);
    expect((await t.anonymous.get(RECORDS)).status).toBe(401);
  });

  it('show the numbers to case staff, and open none to them', async () => {
    expect((await (await t.as('caseworker')).get(MONTH)).status).toBe(200);
    expect((await (await t.as('caseworker')).get(RECORDS)).status).toBe(403);
  });

  it('show nothing of the site to the stranger, who has no plan of their own', async () => {
    expect((await (await t.as('stranger')).get(MONTH)).body.error.code).toBe('not_found');
  });

  it('count placements by their day, their part by route, and say how far the target is', async () => {
    expect(await figuresOf(t, '2026-06')).toMatchObject({
      placements: 2,
      referred_placements: 1,
      referrals: 1,
      placement_rate: null,
    });
    const { body } = await (await t.as('hw-supervisor')).get(MONTH);
    const plans = body.inMonth.find(({ code }: { code: string }) => code === 'new_plans');
    expect(plans.targets[0].progress).toMatchObject({
      comparable: true,
      basis: 'linear',
      expected: 10,
      whole: 120,
      reached: false,
    });
  });

  it('count the year to date up to the end of the month, and know nothing that came later', async () => {
    const { body } = await (await t.as('city-supervisor')).get('/figures?month=2026-05');
    const toDate = body.toDate.find(({ code }: { code: string }) => code === 'placements');
    expect([toDate.window, toDate.figure.value]).toEqual([{ from: '2026-04-01', to: '2026-05-31' }, 0]);
    const earlier = await (await t.as('city-supervisor')).get('/figures?month=2026-06&asOf=2026-05-31');
    expect(earlier.body.inMonth.find(({ code }: { code: string }) => code === 'placements').figure.state).toBe(
      'not_yet_held',
    );
  });

  it('withhold from the other side what is no longer shared, count it all the same, and name nobody', async () => {
    await t.owner.query(`UPDATE sharing_grant SET ends_on = '2026-06-10' WHERE jobseeker_id = $1`, [
      shared.jobseekerId,
    ]);
    const { body } = await (await t.as('hw-supervisor')).get(RECORDS);
    expect([body.seen, body.counted, body.withheld]).toEqual([{ records: 1, people: 1 }, 2, { lessThan: 3 }]);
    expect(JSON.stringify(body.records)).not.toContain('見本 花子');
    // Sharing ends in both directions: the placement was the Hello Work's record, and the city keeps only its own.
    expect((await (await t.as('city-supervisor')).get(RECORDS)).body.seen).toEqual({ records: 1, people: 1 });
  });

  it('forget a placement from the day it was reversed, and still know it on the day before', async () => {
    const placement = (await (await t.as('caseworker')).get(`/placements/${reversed}`)).body;
    const { status } = await (
      await t.as('caseworker')
    ).post(`/placements/${reversed}/reversal`, {
      reversedOn: '2026-06-10',
      reasonNote: '入社前に辞退',
      version: placement.version ?? placement.placement.version,
    });
    expect(status).toBeLessThan(300);
    expect(await figuresOf(t, '2026-06')).toMatchObject({ placements: 1, referred_placements: 1 });
    const supervisor = await t.as('city-supervisor');
    const opened = async (asOf: string) => (await supervisor.get(`${RECORDS}&asOf=${asOf}`)).body.seen.records;
    expect([await opened('2026-06-09'), await opened('2026-06-10')]).toEqual([1, 0]);
  });

  it('open page by page, each record once, with the amounts on every page and beyond the last', async () => {
    await t.owner.query(
      `INSERT INTO consultation (id, site_id, org_id, jobseeker_id, support_case_id, held_on, kind, channel, author_id)
       SELECT gen_random_uuid(), c.site_id, c.org_id, c.jobseeker_id, c.id, '2026-05-07', 'vocational', 'desk', (SELECT id FROM staff
         WHERE login = 'caseworker')
       FROM support_case c, generate_series(1, 60) WHERE c.jobseeker_id = $1`,
      [shared.jobseekerId],
    );
    const supervisor = await t.as('city-supervisor');
    const pages = await Promise.all(
      [1, 2, 3].map((page) =>
        supervisor.get(`/figures/consultations/records?from=2026-05-07&to=2026-05-07&page=${page}`),
      ),
    );
    const ids = pages.map(({ body }) => body.records.map(({ factId }: { factId: string }) => factId));
    expect(ids.map((page) => page.length)).toEqual([50, 10, 0]);
    expect(new Set(ids.flat()).size).toBe(60);
    for (const [index, { body }] of pages.entries()) {
      expect([body.page, body.pageSize, body.seen]).toEqual([index + 1, 50, { records: 60, people: 1 }]);
      // A day of one's own: of the site nothing is told.
      expect([body.counted, body.withheld]).toEqual([null, null]);
    }
  });

  it.each([
    ['a month that is none', '/figures?month=2026-13', 'month', 'not_a_month'],
    [
      'a window that ends before it begins',
      '/figures/placements/records?from=2026-06-30&to=2026-06-01',
      'to',
      'end_before_start',
    ],
    [
      'a part no figure has',
      '/figures/placements/records?from=2026-06-01&to=2026-06-30&part=half',
      'part',
      'not_one_of',
    ],
    ['a page before the first', `${RECORDS}&page=0`, 'page', 'out_of_range'],
  ])('answer 422 to %s', async (_, url, field, code) => {
    const { status, body } = await (await t.as('city-supervisor')).get(url);
    expect([status, body.error.fields[0].field, body.error.fields[0].code]).toEqual([422, field, code]);
  });

  it('answer 404 to an indicator the plan does not have', async () => {
    expect(
      (await (await t.as('city-supervisor')).get('/figures/nothing/records?from=2026-06-01&to=2026-06-30')).status,
    ).toBe(404);
  });
});
