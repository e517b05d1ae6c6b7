import { startApplication, type TestApplication } from '../../support/application.js';
import { aCaseInSupport, aPlacement, timelineOf } from '../../support/arrangements/placements.js';

describe('POST /api/v1/placements/:id/contacts', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const post = async (id: string, body: object, login = 'caseworker') =>
    (await t.as(login)).post(`/placements/${id}/contacts`, body);
  const CONTACTED = {
    contactedOn: '2026-06-10',
    withWhom: 'jobseeker',
    channel: 'phone',
    stillWorking: true,
    text: '順調',
  };

  it('answers 401, 403 and 404 to those who may not', async () => {
    const id = await aPlacement(t, await aCaseInSupport(t));
    expect((await t.anonymous.post(`/placements/${id}/contacts`, CONTACTED)).status).toBe(401);
    expect((await post(id, CONTACTED, 'auditor')).status).toBe(403);
    expect((await post(id, CONTACTED, 'stranger')).status).toBe(404);
  });

  it('is kept with who made it and whether the person still works there', async () => {
    const of = await aCaseInSupport(t);
    const id = await aPlacement(t, of);
    expect((await post(id, CONTACTED)).status).toBe(201);
    expect((await post(id, { ...CONTACTED, withWhom: 'employer', stillWorking: false }, 'navigator')).status).toBe(201);
    const { body } = await (await t.as('navigator')).get(`/placements/${id}`);
    expect(body.contacts).toEqual([
      expect.objectContaining({ stillWorking: true, text: '順調', by: { name: '架空 市子', side: 'municipal' } }),
      expect.objectContaining({ stillWorking: false, withWhom: 'employer' }),
    ]);
    expect(await timelineOf(t, of.caseId)).toEqual(expect.arrayContaining(['retention.contacted']));
  });

  it.each([
    ['before the first day of work', { contactedOn: '2026-06-07' }, 'contactedOn', 'before_start_of_work'],
    ['tomorrow', { contactedOn: '2026-06-11' }, 'contactedOn', 'date_in_future'],
    ['that does not say whether the person still works', { stillWorking: undefined }, 'stillWorking', 'required'],
  ])('answers 422 to one %s', async (_, change, field, code) => {
    const id = await aPlacement(t, await aCaseInSupport(t));
    expect((await post(id, { ...CONTACTED, ...change })).body.error.fields).toEqual([
      expect.objectContaining({ field, code }),
    ]);
  });
});
