import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aSharedCase } from '../../support/arrangements/cases.js';
import { aConsultation } from '../../support/arrangements/consultations.js';

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

  const list = async (login: string, query = ''): Promise<{ caseId: string }[]> => (await (await t.as(login)).get(`/caseload${query}`)).body.items;

  it('answers 401 to nobody and 403 to who keeps no cases', async () => {
    expect((await t.anonymous.get('/caseload')).status).toBe(401);
    expect((await (await t.as('administrator')).get('/caseload')).status).toBe(403);
  });

  it('shows the stranger none of the site', async () => {
    expect(await list('stranger', '?scope=site&status=all')).toEqual([]);
  });

  it('shows one’s own cases first, those of the site when asked, and of the other side what is shared', async () => {
    expect((await list('caseworker')).map(({ caseId }) => caseId)).toEqual([shared.caseId]);
    expect(await list('caseworker', '?scope=site')).toHaveLength(2);
    expect((await list('navigator', '?scope=site')).map(({ caseId }) => caseId)).toEqual([shared.caseId]);
  });

  it('carries what happened last', async () => {
    const [row] = (await (await t.as('caseworker')).get('/caseload')).body.items;
    expect(row).toMatchObject({ name: '見本 花子', status: 'requested', lastConsultation: { heldOn: '2026-06-10', side: 'municipal' } });
  });

  it('filters by state, silence and whose turn it is', async () => {
    expect(await list('caseworker', '?scope=site&status=intake')).toHaveLength(1);
    expect(await list('caseworker', '?scope=site&silentFor=1')).toEqual([]);
    expect(await list('caseworker', '?scope=site&turn=national')).toEqual([]);
  });

  it('goes on where the page before ended', async () => {
    const user = await t.as('caseworker');
    const first = (await user.get('/caseload?scope=site&limit=1')).body;
    const second = (await user.get(`/caseload?scope=site&limit=1&after=${encodeURIComponent(first.next)}`)).body;
    expect(second.items[0].caseId).not.toBe(first.items[0].caseId);
    expect(second.next).toBeUndefined();
  });

  it('answers 422 to a filter nobody knows', async () => {
    const { status, body } = await (await t.as('caseworker')).get('/caseload?status=sleeping');
    expect([status, body.error.fields[0]]).toEqual([422, expect.objectContaining({ field: 'status', code: 'not_one_of' })]);
  });
});
