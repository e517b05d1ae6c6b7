import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aSharedCase } from '../../support/arrangements/cases.js';
import { aConsultation } from '../../support/arrangements/consultations.js';
import { aCaseInSupport } from '../../support/arrangements/placements.js';
import { anAgreedPlan, aStep } from '../../support/arrangements/plans.js';
import { staffIdOf } from '../../support/arrangements/staff.js';

describe('GET /api/v1/caseload', () => {
  let t: TestApplication;
  let shared: { caseId: string; jobseekerId: string };
  beforeAll(async () => {
    t = await startApplication();
    shared = await aSharedCase(t);
    await aCase(t, 'caseworker2', {});
    await aConsultation(t, 'caseworker', { jobseekerId: shared.jobseekerId });
  });
  afterAll(() => t.close());

  const list = async (login: string, query = ''): Promise<{ caseId: string }[]> =>
    (await (await t.as(login)).get(`/caseload${query}`)).body.items;
  const ids = async (login: string, query = ''): Promise<string[]> =>
    (await list(login, query)).map(({ caseId }) => caseId);

  it('answers 401 to nobody and 403 to who keeps no cases', async () => {
    expect((await t.anonymous.get('/caseload')).status).toBe(401);
    expect((await (await t.as('administrator')).get('/caseload')).status).toBe(403);
  });

  it('shows the stranger none of the site', async () => {
    expect(await list('stranger', '?scope=site&status=all')).toEqual([]);
  });

  it('shows one’s own cases first, those of the site when asked, and of the other side what is shared', async () => {
    expect(await ids('caseworker')).toEqual([shared.caseId]);
    expect(await list('caseworker', '?scope=site')).toHaveLength(2);
    expect(await ids('navigator2', '?scope=site')).toEqual([shared.caseId]);
  });

  it('tells the cases one answers for from those on whose team one is', async () => {
    const body = { staffId: await staffIdOf(t, 'caseworker2'), role: '通訳', startsOn: t.clock.today() };
    expect((await (await t.as('caseworker')).post(`/cases/${shared.caseId}/assignments`, body)).status).toBe(201);
    expect(await ids('caseworker', '?scope=mine')).toEqual([shared.caseId]);
    expect(await ids('caseworker2', '?scope=mine')).not.toContain(shared.caseId);
    expect(await ids('caseworker2', '?scope=team')).toContain(shared.caseId);
    expect(await ids('caseworker2')).toEqual(await ids('caseworker2', '?scope=team'));
  });

  it('carries what happened last, and who did it', async () => {
    const [row] = await list('caseworker');
    expect(row).toMatchObject({
      name: '見本 花子',
      status: 'requested',
      lastConsultation: { heldOn: '2026-06-10', side: 'municipal', by: expect.any(String) },
    });
  });

  it('filters by state, silence, benefit clock and whose turn it is', async () => {
    expect(await list('caseworker', '?scope=site&status=intake')).toHaveLength(1);
    expect(await list('caseworker', '?scope=site&silentFor=1')).toEqual([]);
    expect(await list('caseworker', '?scope=site&turn=national')).toEqual([]);
    const benefit = { name: '住宅手当', startsOn: '2026-06-01', endsOn: '2026-07-10' };
    expect((await (await t.as('caseworker')).post(`/jobseekers/${shared.jobseekerId}/benefits`, benefit)).status).toBe(
      201,
    );
    expect(await ids('caseworker', '?scope=site&clockWithin=30')).toEqual([shared.caseId]);
    expect(await list('caseworker', '?scope=site&clockWithin=29')).toEqual([]);
  });

  it('filters by programme and by group', async () => {
    const group = { groupCode: 'youth', startsOn: '2026-06-01' };
    expect((await (await t.as('caseworker')).post(`/jobseekers/${shared.jobseekerId}/groups`, group)).status).toBe(201);
    expect(await ids('caseworker', '?scope=site&group=youth')).toEqual([shared.caseId]);
    expect(await list('caseworker', '?scope=site&programme=livelihood')).toHaveLength(2);
    expect(await list('caseworker', '?scope=site&programme=walk-in')).toEqual([]);
  });

  it('goes on where the page before ended', async () => {
    const user = await t.as('caseworker');
    const first = (await user.get('/caseload?scope=site&limit=1')).body;
    const second = (await user.get(`/caseload?scope=site&limit=1&after=${encodeURIComponent(first.next)}`)).body;
    expect(second.items[0].caseId).not.toBe(first.items[0].caseId);
    expect(second.next).toBeUndefined();
  });

  it('tells each of many namesakes once, wherever the pages end', async () => {
    for (let each = 0; each < 5; each += 1) await aCase(t, 'caseworker2', {});
    const user = await t.as('caseworker2');
    const whole = await ids('caseworker2', '?scope=site');
    const met: string[] = [];
    let after: string | undefined;
    do {
      const { items, next } = (
        await user.get(
          `/caseload?scope=site&limit=2${after === undefined ? '' : `&after=${encodeURIComponent(after)}`}`,
        )
      ).body;
      expect(items.length).toBeLessThanOrEqual(2);
      met.push(...items.map(({ caseId }: { caseId: string }) => caseId));
      after = next;
    } while (after !== undefined);
    expect(met).toEqual(whole);
    expect(new Set(met).size).toBe(7);
  });

  it('tells what is due first, of the actions agreed on and of the plan', async () => {
    const { caseId, jobseekerId } = await aCaseInSupport(t, { familyName: '架空', familyKana: 'カクウ' });
    await anAgreedPlan(t, caseId, {
      drawnUpOn: '2026-06-02',
      steps: [aStep({ title: '履歴書を一緒に作る', dueOn: '2026-06-20' })],
    });
    const next = async (): Promise<object | undefined> =>
      (await list('navigator', '?scope=site')).find((row) => row.caseId === caseId);
    expect(await next()).toMatchObject({ next: { title: '履歴書を一緒に作る', dueOn: '2026-06-20' } });
    await aConsultation(t, 'navigator', {
      jobseekerId,
      nextActions: [{ title: '電話をする', dueOn: '2026-06-18', ownerSide: 'national' }],
    });
    expect(await next()).toMatchObject({ next: { title: '電話をする', dueOn: '2026-06-18' } });
  });

  it('answers 422 to a filter nobody knows and to a place that is none', async () => {
    const { status, body } = await (await t.as('caseworker')).get('/caseload?status=sleeping');
    expect([status, body.error.fields[0]]).toEqual([
      422,
      expect.objectContaining({ field: 'status', code: 'not_one_of' }),
    ]);
    expect((await (await t.as('caseworker')).get('/caseload?after=somewhere')).status).toBe(422);
  });
});
