import { JobHandlers } from '../../../src/platform/queue/index.js';
import { startApplication, type TestApplication } from '../../support/application.js';
import { MIHON_PLAN } from '../../support/arrangements/figures.js';
import { PageUser } from '../../support/pages.js';

const AGREEMENT = '/yearly-plans/2026/agreement';
const OTHER = 'hw-supervisor';
const CHANGED = MIHON_PLAN.replace(
  '{ fact: consultation, by: occurrences }',
  '{ fact: consultation, by: distinct_persons }',
);

describe('/api/v1/yearly-plans/:fiscalYear/agreement', () => {
  let t: TestApplication;
  const states = async (login: string, month = '2026-06'): Promise<string[]> => {
    const { body } = await (await t.as(login)).get(`/figures?month=${month}`);
    return body.inMonth.map(
      ({ code, figure }: { code: string; figure: { state: string; because?: string } }) =>
        `${code} ${figure.because ?? figure.state}`,
    );
  };
  const act = async (login: string, way = '', version = 1) =>
    (await t.as(login)).post(`${AGREEMENT}${way}`, { version });
  const told = async (login: string): Promise<string[]> => {
    const [messages]: [{ id: string; payload: Record<string, unknown> }[]] = await t.owner.query(
      `UPDATE outbox_message SET dispatched_at = now() WHERE topic = 'plan.agreement' AND dispatched_at IS NULL RETURNING id, payload`,
    );
    for (const { id, payload } of messages) await t.app.get(JobHandlers).handle('plan.agreement', payload, id);
    const { body } = await (await t.as(login)).get('/notifications');
    return body.items
      .flatMap(({ notices }: { notices: { kind: string }[] }) => notices.map(({ kind }) => kind))
      .filter((kind: string) => kind.startsWith('plan'));
  };

  beforeAll(async () => {
    t = await startApplication();
    await t.owner.query(`UPDATE staff SET role = 'site_administrator' WHERE login = $1`, [OTHER]);
    await (await t.as('administrator')).put('/yearly-plans', { file: MIHON_PLAN });
  });
  afterAll(() => t.close());

  it('answers 401 to nobody, 403 to those who define nothing, 404 to another site', async () => {
    expect((await t.anonymous.get(AGREEMENT)).status).toBe(401);
    expect((await (await t.as('caseworker')).get(AGREEMENT)).status).toBe(403);
    for (const login of ['caseworker', 'city-supervisor']) expect((await act(login)).status).toBe(403);
    expect((await (await t.as('stranger-supervisor')).get(AGREEMENT)).status).toBe(404);
  });

  it('is waited for: until then nobody is told a number of the site, and the other side knows that it is asked', async () => {
    expect(await states('city-supervisor')).toEqual(
      ['new_plans', 'consultations', 'referrals', 'placements', 'referred_placements', 'placement_rate'].map(
        (code) => `${code} not_agreed`,
      ),
    );
    expect(await told(OTHER)).toEqual(['plan_to_agree']);
    expect(await told('administrator')).toEqual([]);
    const { body } = await (await t.as('administrator')).get(AGREEMENT);
    expect([body.version, body.items[0]]).toEqual([
      1,
      { code: 'new_plans', name: '新規支援対象者数', municipal: true, national: false },
    ]);
  });

  it('is given by the other side for the plan that was read, once by eight at the same moment, and told', async () => {
    expect((await act(OTHER, '', 7)).body.error.code).toBe('stale_edit');
    expect((await (await t.as(OTHER)).post(AGREEMENT)).body.error.fields).toMatchObject([
      { field: 'version', code: 'required' },
    ]);
    const answers = await Promise.all(Array.from({ length: 8 }, () => act(OTHER)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(7).fill(409)]);
    expect(answers.flatMap(({ body }) => body?.error.reasons ?? [])).toContainEqual(
      expect.objectContaining({ code: 'definitions_agreed' }),
    );
    expect(await states('hw-supervisor')).toContain('consultations count');
    expect(await told('administrator')).toEqual(['plan_agreed']);
  });

  it('does not hold for what is counted otherwise, and holds for the rest of the plan', async () => {
    await (await t.as('administrator')).put('/yearly-plans', { file: CHANGED });
    expect(await states('city-supervisor')).toEqual([
      ...[
        'new_plans count',
        'consultations not_agreed',
        'referrals count',
        'placements count',
        'referred_placements count',
      ],
      'placement_rate rate',
    ]);
    // Back to what was agreed: nothing to agree on.
    await (await t.as('administrator')).put('/yearly-plans', { file: MIHON_PLAN });
    expect(await states('city-supervisor')).toContain('consultations count');
  });

  it('is the days of the plan as well', async () => {
    const moved = MIHON_PLAN.replace(
      'fiscal_year: 2026',
      'fiscal_year: 2026, window: { from: 2026-04-08, to: 2027-03-31 }',
    );
    await (await t.as('administrator')).put('/yearly-plans', { file: moved });
    expect(await states('city-supervisor')).not.toContain('consultations count');
    await (await t.as('administrator')).put('/yearly-plans', { file: MIHON_PLAN });
  });

  it('is taken back by whoever gave it, of which the other side is told', async () => {
    expect((await act(OTHER, '/withdrawal', 5)).status).toBe(204);
    expect(await states('city-supervisor')).toContain('consultations not_agreed');
    expect((await act(OTHER, '/withdrawal', 5)).body.error.reasons).toMatchObject([{ code: 'definitions_not_agreed' }]);
    expect(await told('administrator')).toContain('plan_agreement_withdrawn');
    const acts = await t.owner.query(
      `SELECT action FROM audit_entry WHERE action LIKE 'yearly_plan.agree%' ORDER BY at`,
    );
    expect(acts).toEqual([{ action: 'yearly_plan.agreed' }, { action: 'yearly_plan.agreement_withdrawn' }]);
  });

  it('is pressed on the page of the plan, which says what waits for whom', async () => {
    const page = await PageUser.signedIn(t, OTHER);
    const shown = await page.get('/yearly-plans/2026');
    expect(shown.html).toContain('自分の側の合意待ち：新規支援対象者数');
    expect((await page.submit('/yearly-plans/2026', AGREEMENT, {})).location).toBe('/yearly-plans/2026?flash=saved');
    const after = (await page.get('/yearly-plans/2026')).html;
    expect(after).toContain('両方の機関が合意しています');
    expect((await page.submitFrom(shown, AGREEMENT, {})).html).toContain('すでに合意しています');
    expect((await page.submit('/yearly-plans/2026', `${AGREEMENT}/withdrawal`, {})).location).toBe(
      '/yearly-plans/2026?flash=saved',
    );
  });
});
