import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aCaseWithConsents, takeStep } from '../../support/arrangements/cases.js';

describe('GET /api/v1/cases', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const idsFor = async (login: string, query = ''): Promise<string[]> =>
    (await (await t.as(login)).get(`/cases${query}`)).body.items.map(({ id }: { id: string }) => id);

  it('answers 401 to nobody and 403 to the auditor', async () => {
    expect((await t.anonymous.get('/cases')).status).toBe(401);
    expect((await (await t.as('auditor')).get('/cases')).status).toBe(403);
  });

  it("lists what the actor may see: the own side's, what is shared, nothing of another site", async () => {
    const own = await aCase(t, 'caseworker');
    const shared = await aCaseWithConsents(t);
    expect(await idsFor('caseworker2')).toEqual(expect.arrayContaining([own.caseId, shared.caseId]));
    const national = await idsFor('navigator');
    expect(national).toContain(shared.caseId);
    expect(national).not.toContain(own.caseId);
    expect(await idsFor('stranger')).toEqual([]);
    for (const login of ['navigator', 'stranger'])
      expect((await (await t.as(login)).get(`/cases/${own.caseId}`)).status).toBe(404);
  });

  it('filters by person, by state and by whose it is', async () => {
    const mine = await aCase(t, 'caseworker2');
    const closed = await aCase(t, 'caseworker');
    await takeStep(t, 'caseworker', closed.caseId, 'close', { closeReason: 'information_only' });
    expect(await idsFor('caseworker', `?jobseekerId=${mine.jobseekerId}`)).toEqual([mine.caseId]);
    expect(await idsFor('caseworker', '?status=closed')).toEqual([closed.caseId]);
    expect(await idsFor('caseworker', '?status=open')).not.toContain(closed.caseId);
    expect(await idsFor('caseworker2', '?mine=true')).toEqual([mine.caseId]);
  });

  it('goes on where a page ended', async () => {
    const whole = await idsFor('caseworker');
    const first = (await (await t.as('caseworker')).get('/cases?limit=2')).body;
    expect(first.items.map(({ id }: { id: string }) => id)).toEqual(whole.slice(0, 2));
    expect(await idsFor('caseworker', `?after=${first.next}`)).toEqual(whole.slice(2));
  });

  it('refuses a state that is none', async () => {
    const { status, body } = await (await t.as('caseworker')).get('/cases?status=lost');
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field: 'status', code: 'not_one_of' })]);
  });
});
