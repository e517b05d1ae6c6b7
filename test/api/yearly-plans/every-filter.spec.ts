import { FACT_NAMES } from '#indicators';
import { startApplication, type TestApplication } from '../../support/application.js';
import { aYearlyPlan, figuresOf } from '../../support/arrangements/figures.js';
import { aCaseInSupport, aPlacement } from '../../support/arrangements/placements.js';
import { planFile } from '../../support/arrangements/yearly-plans.js';
import { aConsultation } from '../../support/arrangements/consultations.js';
import { PageUser } from '../../support/pages.js';

/** Every filter that the format documents (libs/indicators/yearly-plan.README.md), with values of the site. */
const FILTERS: Readonly<Record<string, string>> = {
  desks: 'desks: [main, north]',
  programmes: 'programmes: [livelihood]',
  routes: 'routes: [hello_work_referral, self_found]',
  kinds: 'kinds: [vocational, active]',
  channels: 'channels: [desk, phone]',
  staff_roles: 'staff_roles: [ケースワーカー]',
  staff: 'staff: [caseworker]',
  team_support_only: 'team_support_only: true',
  groups: 'groups: [livelihood_protection]',
  groups_fact_date: 'groups: [livelihood_protection], groups_moment: fact_date',
  groups_window_end: 'groups: [livelihood_protection], groups_moment: window_end',
  groups_ever: 'groups: [livelihood_protection], groups_moment: ever',
};

const INDICATORS = FACT_NAMES.flatMap((fact) =>
  Object.entries(FILTERS).map(([name, where]) => ({ code: `${fact}_by_${name}`, fact, where })),
);

const PLAN = planFile(
  INDICATORS.map(
    ({ code, fact, where }) =>
      `      - { code: ${code}, name: ${code}, unit: 件, count: { fact: ${fact}, by: occurrences, where: { ${where} } } }\n`,
  ).join(''),
  { staff: '[{ code: caseworker, name: 架空 市子, kana: カクウ イチコ, title: ケースワーカー }]' },
);

describe('every filter of the plan file', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
    const { jobseekerId, ...shared } = await aCaseInSupport(t);
    await aPlacement(t, { jobseekerId, ...shared });
    for (const login of ['caseworker', 'caseworker', 'navigator']) await aConsultation(t, login, { jobseekerId });
    await aYearlyPlan(t, PLAN);
  });
  afterAll(() => t.close());

  it('is counted by, of every fact, once it was imported: figures, the page of the month, the records', async () => {
    const supervisor = await t.as('city-supervisor');
    const { status, body } = await supervisor.get('/figures?month=2026-06');
    expect([status, body.inMonth.length]).toEqual([200, INDICATORS.length]);
    const page = await PageUser.signedIn(t, 'city-supervisor');
    expect((await page.get('/month?month=2026-06')).status).toBe(200);
    for (const { code } of INDICATORS) {
      const opened = await supervisor.get(`/figures/${code}/records?from=2026-06-01&to=2026-06-30`);
      expect([code, opened.status]).toEqual([code, 200]);
    }
  });

  it('counts the consultations of a member of staff, named by login', async () => {
    expect(await figuresOf(t, '2026-06')).toMatchObject({
      consultation_by_staff: 2,
      consultation_by_staff_roles: 2,
    });
  });
});
