import { startApplication, type TestApplication } from '../../support/application.js';
import { aConsultation } from '../../support/arrangements/consultations.js';
import { aJobseeker, withdrawSharing, withSharingConsent } from '../../support/arrangements/jobseekers.js';
import { PageUser } from '../../support/pages.js';

/** After a sharing that ended neither organisation opens the other's records alone. */
describe('a consent recorded after a withdrawal', () => {
  let t: TestApplication;
  let person: string;
  beforeAll(async () => {
    t = await startApplication();
  });
  beforeEach(async () => {
    ({ id: person } = await aJobseeker(t, 'caseworker', { phone: '000-0000-0001' }));
    await withSharingConsent(t, 'caseworker', person);
    await aConsultation(t, 'navigator', { jobseekerId: person, sharedText: '国の相談' });
    await aConsultation(t, 'caseworker', { jobseekerId: person, sharedText: '市の相談' });
    await withdrawSharing(t, 'caseworker', person);
  });
  afterEach(() => t.clock.set('2026-06-10'));
  afterAll(() => t.close());

  const reopen = async (login: string, more: object = {}): Promise<string> =>
    (await withSharingConsent(t, login, person, { method: 'oral_recorded', ...more })).id;
  const decide = async (login: string, id: string, body: object) =>
    (await t.as(login)).post(`/consents/${id}/confirmation`, { version: 1, ...body });
  const asked = async (login: string): Promise<string[]> =>
    (await (await t.as(login)).get('/sharing-confirmations')).body.items
      .filter(({ jobseekerId }: { jobseekerId: string }) => jobseekerId === person)
      .map(({ id }: { id: string }) => id);
  const reads = async (login: string): Promise<string[]> => {
    const texts = JSON.stringify((await (await t.as(login)).get(`/consultations?jobseekerId=${person}`)).body);
    return ['市の相談', '国の相談'].filter((text) => texts.includes(text));
  };
  const CONFIRMED = { decision: 'confirmed' };

  it('answers 401 to nobody, 403 to the auditor, 404 to the stranger', async () => {
    const id = await reopen('navigator');
    expect((await t.anonymous.post(`/consents/${id}/confirmation`, CONFIRMED)).status).toBe(401);
    expect((await t.anonymous.get('/sharing-confirmations')).status).toBe(401);
    expect((await decide('auditor', id, CONFIRMED)).status).toBe(403);
    expect((await decide('stranger', id, CONFIRMED)).status).toBe(404);
    expect(await asked('stranger')).toEqual([]);
  });

  it('opens what its recorder wrote at once, and what the other wrote once it says so', async () => {
    const id = await reopen('navigator');
    expect(await reads('navigator')).toEqual(['国の相談']);
    expect(await reads('caseworker')).toEqual(['市の相談', '国の相談']);
    expect((await (await t.as('navigator')).get(`/jobseekers/${person}`)).body.phone).toBeNull();
    expect((await decide('city-supervisor', id, CONFIRMED)).status).toBe(204);
    expect(await reads('navigator')).toEqual(['市の相談', '国の相談']);
    expect((await (await t.as('navigator')).get(`/jobseekers/${person}`)).body.phone).toBe('000-0000-0001');
  });

  it('waits on the supervisor’s list, on that of whoever is assigned, and on nobody else’s', async () => {
    const id = await reopen('navigator');
    expect(await asked('city-supervisor')).toEqual([id]);
    expect(await asked('caseworker')).toEqual([id]);
    for (const login of ['caseworker2', 'navigator', 'hw-supervisor']) expect(await asked(login)).toEqual([]);
    await decide('city-supervisor', id, CONFIRMED);
    expect(await asked('city-supervisor')).toEqual([]);
  });

  it('may be declined, with a reason that the other side reads', async () => {
    const id = await reopen('navigator');
    const refused = await decide('city-supervisor', id, { decision: 'declined' });
    expect([refused.status, refused.body.error.fields]).toMatchObject([422, [{ field: 'reason', code: 'required' }]]);
    expect((await decide('city-supervisor', id, { decision: 'declined', reason: '本人が否定した' })).status).toBe(204);
    expect(await reads('navigator')).toEqual(['国の相談']);
    const { items } = (await (await t.as('navigator')).get(`/jobseekers/${person}/consents`)).body;
    expect(items.find((each: { id: string }) => each.id === id)).toMatchObject({
      otherSide: 'declined',
      otherSideReason: '本人が否定した',
    });
    expect((await decide('city-supervisor', id, { ...CONFIRMED, version: 2 })).body.error.reasons).toMatchObject([
      { code: 'confirmation_decided' },
    ]);
  });

  it('is not confirmed by who recorded it, nor by two with the same version', async () => {
    const id = await reopen('navigator');
    expect((await decide('navigator', id, CONFIRMED)).body.error.reasons).toMatchObject([
      { code: 'nothing_to_confirm' },
    ]);
    expect((await decide('city-supervisor', id, { ...CONFIRMED, version: 7 })).status).toBe(409);
  });

  it('lapses after a month, without anybody writing it down', async () => {
    const id = await reopen('navigator');
    t.clock.set('2026-07-10');
    expect(await asked('city-supervisor')).toEqual([id]);
    t.clock.set('2026-07-11');
    expect(await asked('city-supervisor')).toEqual([]);
    expect((await decide('city-supervisor', id, CONFIRMED)).body.error.reasons).toMatchObject([
      { code: 'confirmation_lapsed' },
    ]);
  });

  it('is answered by a consent that the other records itself', async () => {
    await reopen('navigator');
    await reopen('caseworker', { method: 'signed' });
    expect(await reads('navigator')).toEqual(['市の相談', '国の相談']);
    expect(await reads('caseworker')).toEqual(['市の相談', '国の相談']);
    for (const login of ['city-supervisor', 'hw-supervisor']) expect(await asked(login)).toEqual([]);
  });

  it('asks nobody any more once it is withdrawn', async () => {
    const id = await reopen('navigator');
    await (
      await t.as('navigator')
    ).post(`/consents/${id}/withdrawal`, { withdrawnOn: '2026-06-10', reason: '本人の申出', version: 1 });
    expect(await asked('city-supervisor')).toEqual([]);
    expect((await decide('city-supervisor', id, { ...CONFIRMED, version: 2 })).status).toBe(404);
  });

  it('is confirmed on a page, which the home leads to', async () => {
    const id = await reopen('navigator');
    const supervisor = await PageUser.signedIn(t, 'city-supervisor');
    expect((await supervisor.get('/')).html).toContain('情報共有の確認を待っている同意が');
    expect((await supervisor.get(`/jobseekers/${person}`)).html).toContain(`/sharing-confirmations#consent-${id}`);
    const page = '/sharing-confirmations';
    const action = `/consents/${id}/confirmation`;
    expect((await supervisor.get(page)).html).toContain('見本 花子');
    const refused = await supervisor.submit(page, action, { decision: 'declined' });
    expect(refused.html).toContain('data-error-summary');
    const { location } = await supervisor.submit(page, action, { decision: 'confirmed' });
    expect(location).toBe('/sharing-confirmations?flash=sharing_confirmed');
    expect((await supervisor.get('/')).html).not.toContain(id);
    expect((await (await PageUser.signedIn(t, 'navigator')).get(`/jobseekers/${person}`)).html).toContain(
      '相手の機関が確認済み',
    );
  });
});
