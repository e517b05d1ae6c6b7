import { startApplication, type TestApplication } from '../../support/application.js';
import { PLAN_FILE } from '../../support/arrangements/yearly-plans.js';
import { PageUser } from '../../support/pages.js';

describe('the pages of yearly plans', () => {
  let t: TestApplication;
  let administrator: PageUser;
  beforeAll(async () => {
    t = await startApplication();
    administrator = await PageUser.signedIn(t, 'administrator');
  });
  afterAll(() => t.close());

  /** Everything an import writes. */
  const written = async (): Promise<unknown> =>
    (
      await t.owner
        .query(`SELECT (SELECT count(*)::int FROM yearly_plan) AS plans, (SELECT count(*)::int FROM indicator) AS indicators,
          (SELECT count(*)::int FROM desk) AS desks, (SELECT count(*)::int FROM programme) AS programmes,
      (SELECT count(*)::int FROM audit_entry WHERE action = 'yearly_plan.imported') AS audited`)
    )[0];

  it.each([
    ['misspelt', PLAN_FILE.replace('fact: placement', 'fact: placements'), '19行目：知らない符号です。'],
    ['no YAML', `${PLAN_FILE}\n  - : [`, '行目：YAMLとして読めません。'],
    ['of another site', PLAN_FILE.replace('code: mihon,', 'code: bekken,'), '別の拠点の事業計画です。'],
    ['empty', '', '入力してください。'],
  ])('refuse a file that is %s, with the place and line, and write nothing of it', async (_, file, complaint) => {
    const before = await written();
    for (const action of ['/yearly-plans/preview', '/yearly-plans']) {
      const { status, html } = await administrator.submit(
        '/yearly-plans/new',
        '/yearly-plans/preview',
        { file },
        {},
        action,
      );
      expect(status).toBe(200);
      expect(html).toContain(complaint);
    }
    expect(await written()).toEqual(before);
  });

  it('show what a file would make of the site before it is taken over', async () => {
    const before = await written();
    const preview = await administrator.submit('/yearly-plans/new', '/yearly-plans/preview', { file: PLAN_FILE });
    for (const shown of ['就職者数', '駅前窓口']) expect(preview.html).toContain(shown);
    expect(await written()).toEqual(before);
    const { location } = await administrator.submitFrom(preview, '/yearly-plans', { file: PLAN_FILE });
    expect(location).toBe('/yearly-plans/2026?flash=saved');
    expect(await written()).toMatchObject({ plans: 1, indicators: 1, audited: 1 });
  });

  it('keep the plan there is when its replacement is refused', async () => {
    const twice = PLAN_FILE.replace('per_year: 60', 'per_year: 70').replace('fact: placement', 'fact: placements');
    await administrator.submit('/yearly-plans/new', '/yearly-plans/preview', { file: twice }, {}, '/yearly-plans');
    expect(await written()).toMatchObject({ plans: 1, indicators: 1, audited: 1 });
    expect((await t.owner.query('SELECT targets FROM indicator'))[0].targets[0]).toEqual({
      type: 'per_year',
      value: 60,
    });
  });

  it('give the plan away as a file that can be taken over again', async () => {
    const { html: file } = await administrator.get('/yearly-plans/2026/file');
    expect((await administrator.submit('/yearly-plans/new', '/yearly-plans/preview', { file })).html).toContain(
      '就職者数',
    );
    expect((await administrator.get('/yearly-plans/2025/file')).status).toBe(404);
  });

  it('are read by supervisors, written by administrators, and not there for others', async () => {
    const supervisor = await PageUser.signedIn(t, 'city-supervisor');
    expect((await supervisor.get('/yearly-plans/2026')).status).toBe(200);
    expect((await supervisor.get('/yearly-plans/new')).status).toBe(403);
    const stranger = await PageUser.signedIn(t, 'stranger-supervisor');
    expect((await stranger.get('/yearly-plans/2026')).status).toBe(404);
  });
});
