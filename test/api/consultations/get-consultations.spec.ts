import { CONSULTATIONS_NEWEST_FIRST } from '../../../src/consultations/list-order.js';
import { startApplication, type TestApplication } from '../../support/application.js';
import { aCaseWithConsents } from '../../support/arrangements/cases.js';
import { aConsultation } from '../../support/arrangements/consultations.js';

describe('GET /api/v1/consultations', () => {
  let t: TestApplication;
  let jobseekerId: string;
  let caseId: string;
  let id: string;
  beforeAll(async () => {
    t = await startApplication();
    ({ jobseekerId, caseId } = await aCaseWithConsents(t, { openedOn: '2026-05-01' }));
    await aConsultation(t, 'caseworker', { jobseekerId, heldOn: '2026-05-20', supportCaseId: null });
    id = await aConsultation(t, 'caseworker', { jobseekerId, heldOn: '2026-06-01', ownNote: '市だけの話。' });
    await aConsultation(t, 'navigator', { jobseekerId, heldOn: '2026-05-25', ownNote: '国だけの話。' });
  });
  afterAll(() => t.close());

  const list = async (login: string, query: string) => (await (await t.as(login)).get(`/consultations?${query}`)).body;
  const days = async (login: string, query: string): Promise<string[]> =>
    (await list(login, query)).items.map(({ heldOn }: { heldOn: string }) => heldOn);

  it('answers 401 to nobody and 403 to a role that consults with nobody', async () => {
    expect((await t.anonymous.get(`/consultations?jobseekerId=${jobseekerId}`)).status).toBe(401);
    expect((await (await t.as('administrator')).get(`/consultations/${id}`)).status).toBe(403);
  });

  it('shows a stranger nothing', async () => {
    expect(await days('stranger', `jobseekerId=${jobseekerId}`)).toEqual([]);
    expect(await days('stranger', `supportCaseId=${caseId}`)).toEqual([]);
    expect((await (await t.as('stranger')).get(`/consultations/${id}`)).status).toBe(404);
  });

  it('lists a person’s newest first, and a case’s without those outside it', async () => {
    expect(await days('navigator2', `jobseekerId=${jobseekerId}`)).toEqual(['2026-06-01', '2026-05-25', '2026-05-20']);
    expect(await days('navigator2', `supportCaseId=${caseId}`)).toEqual(['2026-06-01', '2026-05-25']);
    expect(
      await days('navigator2', `jobseekerId=${jobseekerId}&after=${CONSULTATIONS_NEWEST_FIRST.cursorAfter({ id })}`),
    ).toEqual(['2026-05-25', '2026-05-20']);
  });

  it.each([
    ['caseworker2', '市だけの話。', null],
    ['navigator2', null, '国だけの話。'],
  ])('shows %s the notes of the own organisation alone', async (login, city, nation) => {
    const { items } = await list(login, `supportCaseId=${caseId}`);
    expect(items.map(({ ownNote }: { ownNote: string | null }) => ownNote)).toEqual([city, nation]);
  });

  it('hides the records of the other side once the sharing is withdrawn', async () => {
    await t.owner.query('UPDATE sharing_grant SET ends_on = $2 WHERE jobseeker_id = $1', [
      jobseekerId,
      t.clock.today(),
    ]);
    expect(await days('navigator', `jobseekerId=${jobseekerId}`)).toEqual([]);
    expect((await (await t.as('navigator')).get(`/consultations/${id}`)).status).toBe(404);
  });

  it('asks whose', async () => {
    expect((await (await t.as('caseworker')).get('/consultations')).status).toBe(422);
  });
});
