import { startApplication, type TestApplication } from '../../support/application.js';
import { aConsultation } from '../../support/arrangements/consultations.js';
import { aJobseeker, withSharingConsent } from '../../support/arrangements/jobseekers.js';
import { dateBoxes, PageUser } from '../../support/pages.js';

const KEPT = ['identity', 'contact', 'circumstances', 'benefits', 'consultations', 'plan', 'referrals'];

describe('POST /api/v1/consents/:id/categories', () => {
  let t: TestApplication;
  let person: string;
  let consent: string;
  beforeAll(async () => {
    t = await startApplication();
  });
  beforeEach(async () => {
    ({ id: person } = await aJobseeker(t, 'caseworker', { healthNote: '通院中', phone: '000-0000-0001' }));
    ({ id: consent } = await withSharingConsent(t, 'caseworker', person));
  });
  afterEach(() => t.clock.set('2026-06-10'));
  afterAll(() => t.close());

  const narrow = async (login: string, said: object = {}) =>
    (await t.as(login)).post(`/consents/${consent}/categories`, {
      categories: KEPT,
      narrowedOn: t.clock.today(),
      version: 1,
      ...said,
    });
  const seen = async (login: string) => {
    const { healthNote, phone } = (await (await t.as(login)).get(`/jobseekers/${person}`)).body;
    return { healthNote, phone };
  };

  it('answers 401 to nobody, 403 to the auditor, 404 to the stranger', async () => {
    expect((await t.anonymous.post(`/consents/${consent}/categories`, {})).status).toBe(401);
    expect((await narrow('auditor')).status).toBe(403);
    expect((await narrow('stranger')).status).toBe(404);
  });

  it.each(['caseworker', 'navigator'])('ends one category alone, said to either side: to the %s', async (login) => {
    expect(await seen('navigator')).toEqual({ healthNote: '通院中', phone: '000-0000-0001' });
    expect((await narrow(login)).status).toBe(204);
    expect(await seen('navigator')).toEqual({ healthNote: null, phone: '000-0000-0001' });
    const { items } = (await (await t.as('caseworker')).get(`/jobseekers/${person}/consents`)).body;
    expect(items[0].categories).toEqual(KEPT);
    const [line] = await t.owner.query(
      `SELECT data FROM timeline_entry WHERE kind = 'consent.narrowed' AND subject_id = $1`,
      [consent],
    );
    expect(line.data.categories).toEqual(['health']);
  });

  it('is read on the timeline by the other side, and in the ledger by its day', async () => {
    t.clock.set('2026-06-15');
    expect((await narrow('caseworker', { narrowedOn: '2026-06-12', categories: ['plan'] })).status).toBe(204);
    const lines = (await (await t.as('navigator')).get(`/jobseekers/${person}/sharing`)).body.items;
    expect(lines.map(({ endsOn }: { endsOn: string }) => endsOn)).toEqual([null, null, '2026-06-12', '2026-06-12']);
    expect(await seen('navigator')).toEqual({ healthNote: null, phone: null });
  });

  it('goes for every consent of that day between the two, and asks about later ones', async () => {
    await withSharingConsent(t, 'caseworker', person);
    t.clock.set('2026-06-12');
    await withSharingConsent(t, 'caseworker', person);
    const undecided = await narrow('caseworker', { narrowedOn: '2026-06-11' });
    expect(undecided.body.error.fields).toMatchObject([{ field: 'remaining', code: 'remaining_undecided' }]);
    expect((await narrow('caseworker', { narrowedOn: '2026-06-11', remaining: 'withdrawn' })).status).toBe(204);
    expect(await seen('navigator')).toEqual({ healthNote: null, phone: '000-0000-0001' });
  });

  it('takes whoever sees the case no more off its team', async () => {
    const { body: opened } = await (
      await t.as('caseworker')
    ).post('/cases', { jobseekerId: person, programmeId: 1, openedOn: '2026-06-10', role: '主担当' });
    const [{ id: staffId }] = await t.owner.query(`SELECT id FROM staff WHERE login = 'navigator'`);
    await (
      await t.as('caseworker')
    ).post(`/cases/${opened.id}/assignments`, { staffId, role: '職業相談', startsOn: '2026-06-10' });
    await narrow('caseworker', { categories: ['identity', 'contact'] });
    expect(
      await t.owner.query('SELECT ended_with FROM case_assignment WHERE support_case_id = $1 AND staff_id = $2', [
        opened.id,
        staffId,
      ]),
    ).toEqual([{ ended_with: 'withdrawal' }]);
  });

  it.each<[string, object, string, string]>([
    ['a day to come', { narrowedOn: '2026-06-11' }, 'narrowedOn', 'date_in_future'],
    ['a category nobody knows', { categories: ['everything'] }, 'categories', 'not_one_of'],
  ])('answers 422 to %s', async (_, said, field, code) => {
    const { status, body } = await narrow('caseworker', said);
    expect([status, body.error.fields]).toMatchObject([422, [{ field, code }]]);
  });

  it('adds nothing, and refuses what changes nothing', async () => {
    await narrow('caseworker');
    const more = await narrow('caseworker', { categories: [...KEPT, 'health'], version: 2 });
    expect([more.status, more.body.error.reasons]).toMatchObject([409, [{ code: 'nothing_narrowed' }]]);
    const other = await narrow('caseworker', { categories: ['health'], version: 2 });
    expect(other.body.error.fields).toMatchObject([{ field: 'categories', code: 'category_not_agreed' }]);
  });

  it('confirms what nobody had chosen: as it is, or narrowed', async () => {
    await t.owner.query('UPDATE sharing_grant SET to_confirm = true WHERE consent_id = $1', [consent]);
    const user = await PageUser.signedIn(t, 'caseworker');
    const page = `/consents/${consent}/categories`;
    expect((await user.get(`/jobseekers/${person}/sharing`)).html).toContain('要確認');
    await aConsultation(t, 'caseworker', { jobseekerId: person });
    const { html } = await user.get(page);
    for (const told of ['区分を選ばずに得た同意', '見本市 1件', '必ず共有します']) expect(html).toContain(told);
    expect((await narrow('caseworker', { categories: [...KEPT, 'health'] })).status).toBe(204);
    expect((await user.get(`/jobseekers/${person}/sharing`)).html).not.toContain('要確認');
    expect(await seen('navigator')).toEqual({ healthNote: '通院中', phone: '000-0000-0001' });
    const narrowed = { categories: 'contact', ...dateBoxes('narrowedOn', '2026-06-10') };
    const { location } = await user.submit(page, page, narrowed);
    expect(location).toBe(`/jobseekers/${person}/sharing?flash=sharing_narrowed`);
    expect(await seen('navigator')).toEqual({ healthNote: null, phone: '000-0000-0001' });
  });
});
