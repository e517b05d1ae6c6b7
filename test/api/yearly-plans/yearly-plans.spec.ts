import { startApplication, type TestApplication } from '../../support/application.js';
import { PLAN_FILE } from '../../support/arrangements/yearly-plans.js';

const MISSPELT = PLAN_FILE.replace('fact: placement', 'fact: placements');

describe('/api/v1/yearly-plans', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const preview = async (file: string) => (await t.as('administrator')).post('/yearly-plans/preview', { file });
  const storedPlans = async () => (await t.owner.query('SELECT count(*)::int AS plans FROM yearly_plan'))[0].plans;

  it('is read by supervisors and written by administrators', async () => {
    expect((await t.anonymous.get('/yearly-plans')).status).toBe(401);
    expect((await (await t.as('caseworker')).get('/yearly-plans')).status).toBe(403);
    expect((await (await t.as('city-supervisor')).get('/yearly-plans')).status).toBe(200);
    for (const login of ['city-supervisor', 'stranger-supervisor']) {
      const user = await t.as(login);
      expect((await user.put('/yearly-plans', { file: PLAN_FILE })).status).toBe(403);
      expect((await user.post('/yearly-plans/preview', { file: PLAN_FILE })).status).toBe(403);
    }
  });

  it('POST preview says what the file would make of the site, and saves nothing', async () => {
    const { status, body } = await preview(PLAN_FILE);
    expect(status).toBe(200);
    expect(body).toMatchObject({ replaces: false, newDesks: ['駅前窓口'], newProgrammes: [] });
    expect(body.plan.programmes[0].indicators[0]).toMatchObject({
      name: '就職者数',
      targets: [
        { type: 'per_year', value: 60 },
        { type: 'per_month', value: 5 },
      ],
    });
    expect(await storedPlans()).toBe(0);
  });

  it('names every defect with its place and line', async () => {
    const { status, body } = await preview(MISSPELT);
    expect(status).toBe(422);
    expect(body.error.fields).toContainEqual(
      expect.objectContaining({
        field: 'programmes[0].indicators[0].count.fact',
        code: 'plan_unknown_code',
        message: expect.stringMatching(/^19行目：/),
      }),
    );
    const foreign = await preview(PLAN_FILE.replace('code: mihon,', 'code: bekken,'));
    expect(foreign.body.error.fields).toEqual([
      expect.objectContaining({ field: 'site.code', code: 'plan_of_another_site' }),
    ]);
  });

  it('refuses a filter by staff who have no sign-in at the site, each at its place, and one of another site', async () => {
    const file = (...logins: string[]): string =>
      PLAN_FILE.replace(
        'side: municipal, staff: []',
        `side: municipal, staff: [${logins
          .map((login) => `{ code: ${login}, name: 見本 花子, kana: ミホン ハナコ, title: 就労支援員 }`)
          .join(', ')}]`,
      ).replace(
        'groups: [livelihood_protection] } }',
        `groups: [livelihood_protection], staff: [${logins.join(', ')}] } }`,
      );
    const administrator = await t.as('administrator');
    for (const answer of [
      await preview(file('caseworker', 'nobody', 'stranger')),
      await administrator.put('/yearly-plans', { file: file('caseworker', 'nobody', 'stranger') }),
    ]) {
      expect(answer.status).toBe(422);
      expect(answer.body.error.fields).toEqual(
        [1, 2].map((index) =>
          expect.objectContaining({
            field: `programmes[0].indicators[0].count.where.staff[${index}]`,
            code: 'plan_staff_without_sign_in',
            message: expect.stringMatching(/^19行目：/),
          }),
        ),
      );
    }
    expect(await storedPlans()).toBe(0);
    expect((await preview(file('caseworker'))).status).toBe(200);
  });

  it('PUT takes the file over, GET gives it back, and a second one replaces it', async () => {
    const administrator = await t.as('administrator');
    expect((await administrator.put('/yearly-plans', { file: PLAN_FILE })).body).toEqual({
      fiscalYear: 2026,
      indicators: 1,
    });
    const response = await t.app.inject({
      url: '/api/v1/yearly-plans/2026/file',
      headers: { authorization: `Bearer ${administrator.token}` },
    });
    expect(response.headers['content-type']).toContain('application/yaml');
    expect(response.body).toContain('駅前窓口');
    expect((await preview(response.body)).body.replaces).toBe(true);
    expect((await administrator.put('/yearly-plans', { file: MISSPELT })).status).toBe(422);
    await administrator.put('/yearly-plans', { file: PLAN_FILE.replace('per_year: 60', 'per_year: 70') });
    expect(await storedPlans()).toBe(1);
    const [row] = await t.owner.query('SELECT targets FROM indicator');
    expect(row.targets[0]).toEqual({ type: 'per_year', value: 70 });
  });

  it('knows no plan of another site', async () => {
    expect((await (await t.as('stranger-supervisor')).get('/yearly-plans')).body.items).toEqual([]);
    expect((await (await t.as('stranger-supervisor')).get('/yearly-plans/2026/file')).status).toBe(404);
  });
});
