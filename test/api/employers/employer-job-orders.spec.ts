import { startApplication, type TestApplication } from '../../support/application.js';
import { aCaseInSupport, aJobOrder, aReferral, anEmployer } from '../../support/arrangements/placements.js';
import { aJobseeker } from '../../support/arrangements/jobseekers.js';
import { PageUser } from '../../support/pages.js';

const ORDER = {
  orderNumber: '13010-00000001',
  title: '看護助手',
  positions: 2,
  employmentType: 'part_time',
  conditions: '夜勤なし',
  receivedOn: '2026-06-05',
  validUntil: '2026-08-31',
};

describe('POST /api/v1/employers/:id/job-orders, PUT /api/v1/job-orders/:id', () => {
  let t: TestApplication;
  let employerId: string;
  beforeAll(async () => {
    t = await startApplication();
    employerId = await anEmployer(t);
  });
  afterAll(() => t.close());

  const receive = async (body: object, login = 'navigator') =>
    (await t.as(login)).post(`/employers/${employerId}/job-orders`, { ...ORDER, ...body });
  const file = async (login: string) => (await (await t.as(login)).get(`/employers/${employerId}`)).body;

  it('answers 401 to nobody, 403 to the auditor, 404 to another site', async () => {
    expect((await t.anonymous.post(`/employers/${employerId}/job-orders`, ORDER)).status).toBe(401);
    expect((await receive({}, 'auditor')).status).toBe(403);
    expect((await receive({}, 'stranger')).status).toBe(404);
  });

  it('stands at its employer, for both sides', async () => {
    const { status, body } = await receive({});
    expect(status).toBe(201);
    expect((await file('caseworker')).jobOrders).toContainEqual(
      expect.objectContaining({ id: body.id, ...ORDER, forOnePerson: false }),
    );
  });

  it('names the person it was obtained for to those alone who may see the person', async () => {
    const { id: forJobseekerId } = await aJobseeker(t, 'caseworker', { familyName: '例示', givenName: '看子' });
    const { body } = await receive({ title: '一人のための求人', forJobseekerId }, 'caseworker');
    const seenBy = async (login: string) => (await (await t.as(login)).get(`/job-orders/${body.id}`)).body;
    expect(await seenBy('caseworker')).toMatchObject({
      forOnePerson: true,
      forJobseeker: { id: forJobseekerId, name: '例示 看子' },
    });
    expect(await seenBy('navigator')).toMatchObject({ forOnePerson: true, forJobseeker: null });

    // Somebody who cannot see the person revises the order without setting it free.
    expect((await (await t.as('navigator')).put(`/job-orders/${body.id}`, { ...ORDER, version: 1 })).status).toBe(204);
    expect((await seenBy('caseworker')).forJobseeker).toEqual({ id: forJobseekerId, name: '例示 看子' });
  });

  it('is not obtained for somebody the actor does not see', async () => {
    const { id: forJobseekerId } = await aJobseeker(t, 'caseworker');
    const { body } = await receive({ forJobseekerId });
    expect(body.error.fields).toEqual([expect.objectContaining({ field: 'forJobseekerId', code: 'no_such_record' })]);
  });

  it.each([
    ['no positions', { positions: 0 }, 'positions', 'out_of_range'],
    ['a last day before its first', { validUntil: '2026-06-04' }, 'validUntil', 'valid_until_before_receipt'],
    ['a receipt tomorrow', { receivedOn: '2026-06-11' }, 'receivedOn', 'date_in_future'],
    ['no title', { title: '' }, 'title', 'required'],
  ])('answers 422 with the field to %s', async (_, payload, field, code) => {
    const { status, body } = await receive(payload);
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field, code })]);
  });

  it('tells who changed it to an edit that comes too late', async () => {
    const id = await aJobOrder(t, employerId);
    const user = await t.as('caseworker');
    await user.put(`/job-orders/${id}`, { ...ORDER, version: 1 });
    expect((await user.put(`/job-orders/${id}`, { ...ORDER, version: 1 })).body.error.code).toBe('stale_edit');
  });
});

describe('GET /api/v1/employers/:id', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  it('tells who was referred to which order and how far they came, of those the viewer may see', async () => {
    const employerId = await anEmployer(t);
    const jobOrderId = await aJobOrder(t, employerId);
    const shared = await aCaseInSupport(t, { familyName: '見本', givenName: '共有' });
    const { id: referralId } = await aReferral(t, { ...shared, employerId, jobOrderId, letter: true });
    const { body } = await (await t.as('navigator2')).get(`/employers/${employerId}`);
    expect(body.referred).toEqual([
      expect.objectContaining({
        referralId,
        jobOrderId,
        name: '見本 共有',
        attemptNo: 1,
        letterIssuedOn: '2026-06-03',
        outcome: 'pending',
        startsOn: null,
      }),
    ]);
  });

  it('tells nothing of others, not even that there is one: of a small employer a count of one would be somebody', async () => {
    const [visited, untouched] = [await anEmployer(t, { name: '見本の店' }), await anEmployer(t, { name: '見本の店' })];
    const hidden = await aCaseInSupport(t, { familyName: '見本', givenName: '保護' });
    await aReferral(t, { ...hidden, employerId: visited, letter: true });
    // Someone hiding from violence: only the named few see the person now.
    await t.owner.query(`UPDATE jobseeker SET protected_until = '2027-03-31' WHERE id = $1`, [hidden.jobseekerId]);

    const navigator = await t.as('navigator2');
    expect((await navigator.get(`/employers/${visited}`)).body.referred).toEqual([]);
    const pages = await PageUser.signedIn(t, 'navigator2');
    const seen = async (id: string): Promise<string> =>
      /<main[\s\S]*<\/main>/.exec((await pages.get(`/employers/${id}`)).html)?.[0].replaceAll(id, '') ?? '';
    const page = await seen(visited);
    expect(page).toContain('ほかにも紹介した人がいる場合があります');
    const words = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/ミホンショウテン\S*/g, '');
    expect(words(page)).toBe(words(await seen(untouched)));
  });
});
