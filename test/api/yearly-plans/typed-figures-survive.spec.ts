import { startApplication, type TestApplication } from '../../support/application.js';
import { aYearlyPlan, figuresOf, MIHON_PLAN } from '../../support/arrangements/figures.js';

const SEMINAR = `      - code: seminar
        name: セミナー参加者数
        unit: 人
        manual: { source: 受付簿 }
`;
const TYPED = `${MIHON_PLAN}${SEMINAR}`;
const RENAMED = TYPED.replace('name: セミナー参加者数', 'name: 講座の参加者数');
const OTHER_CODE = TYPED.replace('code: seminar', 'code: seminars');
const COUNTED = TYPED.replace('manual: { source: 受付簿 }', 'count: { fact: consultation, by: occurrences }');
const URL = '/yearly-plans/2026/manual-figures';

/** Nothing that a person typed is deleted by an import. */
describe('an import of a yearly plan', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
    await aYearlyPlan(t, TYPED);
    const administrator = await t.as('administrator');
    for (const [month, value] of [
      ['2026-04', 7],
      ['2026-05', 12],
    ] as const)
      await administrator.post(URL, { code: 'seminar', month, value, source: '受付簿' });
  });
  afterAll(() => t.close());

  const preview = async (file: string) =>
    (await (await t.as('administrator')).post('/yearly-plans/preview', { file })).body;
  const items = async (): Promise<{ code: string; name: string; value: number; counted: boolean }[]> =>
    (await (await t.as('administrator')).get(URL)).body.items;

  it.each([
    ['renamed', RENAMED, [], 12],
    [
      'left out',
      MIHON_PLAN,
      [{ code: 'seminar', name: 'セミナー参加者数', entries: 2, effect: 'left_out' }],
      undefined,
    ],
    [
      'given another code',
      OTHER_CODE,
      [{ code: 'seminar', name: 'セミナー参加者数', entries: 2, effect: 'left_out' }],
      undefined,
    ],
    [
      'counted from records',
      COUNTED,
      [{ code: 'seminar', name: 'セミナー参加者数', entries: 2, effect: 'counted_from_records' }],
      0,
    ],
  ])(
    'keeps the numbers of an indicator that is %s, says so before, and counts them again when it is back',
    async (_, file, effects, may) => {
      await aYearlyPlan(t, TYPED);
      expect((await preview(file)).typedFigures).toEqual(effects);
      await aYearlyPlan(t, file);
      expect((await figuresOf(t, '2026-05'))['seminar']).toBe(may);
      expect((await items()).map(({ code, value, counted }) => [code, value, counted])).toEqual([
        ['seminar', 12, effects.length === 0],
        ['seminar', 7, effects.length === 0],
      ]);
      const back = effects.map(({ code, name, entries }) => ({ code, name, entries, effect: 'returns' }));
      expect((await preview(TYPED)).typedFigures).toEqual(back);
      await aYearlyPlan(t, TYPED);
      expect((await figuresOf(t, '2026-05'))['seminar']).toBe(12);
      expect((await items()).map(({ counted }) => counted)).toEqual([true, true]);
    },
  );

  it('takes no number for an indicator that has left the plan', async () => {
    await aYearlyPlan(t, MIHON_PLAN);
    const { status, body } = await (
      await t.as('administrator')
    ).post(URL, { code: 'seminar', month: '2026-05', value: 1, source: '受付簿' });
    expect([status, body.error.fields[0].code]).toEqual([422, 'not_one_of']);
    await aYearlyPlan(t, TYPED);
  });

  it('keeps every edition, and takes an earlier one over again', async () => {
    const administrator = await t.as('administrator');
    const editions: { version: number }[] = await t.owner.query(
      'SELECT version FROM yearly_plan_edition ORDER BY version',
    );
    expect(editions.map(({ version }) => version)).toEqual(editions.map((_, index) => index + 1));
    await aYearlyPlan(t, MIHON_PLAN);
    const file = async (query: string): Promise<string> =>
      (
        await t.app.inject({
          url: `/api/v1/yearly-plans/2026/file${query}`,
          headers: { authorization: `Bearer ${administrator.token}` },
        })
      ).body;
    expect(await file('')).not.toContain('セミナー参加者数');
    expect(await file('?version=1')).toContain('セミナー参加者数');
    expect((await (await t.as('stranger-supervisor')).get('/yearly-plans/2026/file?version=1')).status).toBe(404);
    expect((await administrator.get('/yearly-plans/2026/file?version=999')).status).toBe(404);
    await aYearlyPlan(t, await file('?version=1'));
    expect((await figuresOf(t, '2026-05'))['seminar']).toBe(12);
  });

  it('is refused when another import came after the preview, and changes nothing', async () => {
    const administrator = await t.as('administrator');
    const { version } = await preview(MIHON_PLAN);
    expect((await administrator.put('/yearly-plans', { file: TYPED, version })).status).toBe(200);
    const { status, body } = await administrator.put('/yearly-plans', { file: MIHON_PLAN, version });
    expect([status, body.error.code, body.error.conflict.changedBy]).toEqual([409, 'stale_edit', '架空 管']);
    expect((await items()).every(({ counted }) => counted)).toBe(true);
  });

  it('lets one of eight imports at once through, when all saw the same plan', async () => {
    const administrator = await t.as('administrator');
    const { version } = await preview(TYPED);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => administrator.put('/yearly-plans', { file: TYPED, version })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    const [{ editions }] = await t.owner.query('SELECT max(version)::int AS editions FROM yearly_plan_edition');
    expect(editions).toBe(version + 1);
  });
});

describe('what an import says of the programmes of the site', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const steps = async (): Promise<unknown> =>
    (
      await t.owner.query(
        `SELECT optional_steps, version FROM programme WHERE code = 'livelihood' AND site_id = (SELECT id FROM site WHERE code = 'mihon')`,
      )
    )[0];

  it('leaves what the file does not speak of as the administrator set it', async () => {
    await t.owner.query(`UPDATE programme SET optional_steps = '{candidate}' WHERE code = 'livelihood'`);
    const before = await steps();
    await aYearlyPlan(t);
    expect(await steps()).toEqual(before);
  });

  it('names what it changes before, and keeps old and new on the audit record', async () => {
    const file = MIHON_PLAN.replace('    indicators:', '    optional_steps: [requested]\n    indicators:').replace(
      'name: 生活保護受給者等就労支援',
      'name: 就労支援',
    );
    const changes = {
      name: { from: '生活保護受給者等就労支援', to: '就労支援' },
      optionalSteps: { from: ['candidate'], to: ['requested'] },
    };
    const { body } = await (await t.as('administrator')).post('/yearly-plans/preview', { file });
    expect(body.changedProgrammes).toEqual([{ code: 'livelihood', changes }]);
    await aYearlyPlan(t, file);
    expect(await steps()).toMatchObject({ optional_steps: ['requested'] });
    const audited = await t.owner.query(`SELECT changes FROM audit_entry WHERE action = 'programme.edited'`);
    expect(audited).toEqual([{ changes }]);
  });
});
