import { startApplication, type TestApplication } from '../../support/application.js';
import { aYearlyPlan, figuresOf, MIHON_PLAN } from '../../support/arrangements/figures.js';
import { PageUser, textOf } from '../../support/pages.js';

const PLAN = `${MIHON_PLAN}      - code: seminar
        name: セミナー参加者数
        unit: 人
        manual: { source: 受付簿 }
`;
const URL = '/yearly-plans/2026/manual-figures';
const MAY = { code: 'seminar', month: '2026-05', value: 12, source: '受付簿' };

describe('POST /api/v1/yearly-plans/:fiscalYear/manual-figures', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
    await aYearlyPlan(t, PLAN);
  });
  afterAll(() => t.close());

  it('answers 401 to nobody, 403 to case staff, 404 to the stranger’s site without a plan', async () => {
    expect((await t.anonymous.post(URL, MAY)).status).toBe(401);
    expect((await (await t.as('caseworker')).post(URL, MAY)).status).toBe(403);
    expect((await (await t.as('administrator')).post('/yearly-plans/2025/manual-figures', MAY)).status).toBe(404);
  });

  it('has no number before one is typed: no data is not zero', async () => {
    expect((await figuresOf(t, '2026-05'))['seminar']).toBeNull();
  });

  it('counts what was typed for the month, and of two entries the newer', async () => {
    expect((await (await t.as('administrator')).post(URL, MAY)).status).toBe(201);
    expect((await figuresOf(t, '2026-05'))['seminar']).toBe(12);
    t.clock.set('2026-06-10T12:20:00+09:00');
    const administrator = await t.as('administrator');
    await administrator.post(URL, { ...MAY, value: 15, source: '受付簿（訂正）' });
    expect((await figuresOf(t, '2026-05'))['seminar']).toBe(15);
    const { items } = (await administrator.get(URL)).body;
    expect(items.map(({ value, enteredBy }: { value: number; enteredBy: string }) => [value, enteredBy])).toEqual([
      [15, '架空 管'],
      [12, '架空 管'],
    ]);
  });

  it('opens, from the month, to who typed it in and from where', async () => {
    const { html } = await (
      await PageUser.signedIn(t, 'hw-supervisor')
    ).get('/figures/seminar?from=2026-05-01&to=2026-05-31');
    const said = textOf(html);
    for (const words of ['セミナー参加者数の内訳', '15人', '受付簿（訂正）', '架空 管', '12人'])
      expect(said).toContain(words);
    const april = await (
      await PageUser.signedIn(t, 'hw-supervisor')
    ).get('/figures/seminar?from=2026-04-01&to=2026-04-30');
    expect(textOf(april.html)).toContain('この期間の入力はまだありません。');
  });

  it.each([
    ['an indicator that is counted, not typed', { ...MAY, code: 'placements' }, 'code', 'not_one_of'],
    ['a month to come', { ...MAY, month: '2026-07' }, 'month', 'date_in_future'],
    ['a month of another year', { ...MAY, month: '2026-03' }, 'month', 'month_outside_plan'],
    ['less than nothing', { ...MAY, value: -1 }, 'value', 'out_of_range'],
    ['a number from nowhere', { ...MAY, source: ' ' }, 'source', 'required'],
  ])('answers 422 with the field to %s', async (_, payload, field, code) => {
    const { status, body } = await (await t.as('administrator')).post(URL, payload);
    expect([status, body.error.fields[0]]).toEqual([422, expect.objectContaining({ field, code })]);
  });
});
