import { startApplication, type TestApplication } from '../../support/application.js';
import { aConsultation } from '../../support/arrangements/consultations.js';
import { aJobseeker, otherOrganisation } from '../../support/arrangements/jobseekers.js';
import { deliverNotices } from '../../support/arrangements/notices.js';
import { dateBoxes, PageUser } from '../../support/pages.js';

/** 支援会議などの決定: shown without the person's signature, one direction, by whose records they are. */
describe('a decision to share', () => {
  let t: TestApplication;
  let person: string;
  let helloWork: number;
  beforeAll(async () => {
    t = await startApplication();
    helloWork = await otherOrganisation(t, 'caseworker');
  });
  beforeEach(async () => {
    ({ id: person } = await aJobseeker(t, 'caseworker', { healthNote: '通院中' }));
  });
  afterEach(() => t.clock.set('2026-06-10'));
  afterAll(() => t.close());

  const decide = async (login: string, said: object = {}) =>
    (await t.as(login)).post(`/jobseekers/${person}/sharing-decisions`, {
      basis: 'support_meeting',
      receiverId: helloWork,
      categories: ['health'],
      decidedOn: '2026-06-10',
      members: '福祉課、ハローワーク',
      decision: '支援の方針を共有する',
      ...said,
    });
  const end = async (login: string, id: string, version = 1) =>
    (await t.as(login)).post(`/sharing-decisions/${id}/end`, { version });
  const health = async (): Promise<string | undefined> =>
    (await (await t.as('navigator')).get(`/jobseekers/${person}`)).body.healthNote;

  it('answers 401 to nobody, 403 to the auditor, 404 to the stranger', async () => {
    expect((await t.anonymous.post(`/jobseekers/${person}/sharing-decisions`, {})).status).toBe(401);
    expect((await decide('auditor')).status).toBe(403);
    expect((await decide('stranger')).status).toBe(404);
    const { body } = await decide('caseworker');
    expect((await end('auditor', body.id)).status).toBe(403);
    expect((await end('stranger', body.id)).status).toBe(404);
    expect((await (await t.as('stranger')).get(`/jobseekers/${person}/sharing-decisions`)).status).toBe(404);
  });

  it('shows what the deciding organisation wrote, in its categories, until it ends', async () => {
    const { status, body } = await decide('caseworker', { endsOn: '2026-06-30' });
    expect(status).toBe(201);
    expect(await health()).toBe('通院中');
    await aConsultation(t, 'navigator', { jobseekerId: person, sharedText: '国の相談' });
    const texts = await (await t.as('caseworker')).get(`/consultations?jobseekerId=${person}`);
    expect(JSON.stringify(texts.body)).not.toContain('国の相談');
    const { items } = (await (await t.as('navigator')).get(`/jobseekers/${person}/sharing`)).body;
    expect(items.find(({ giver }: { giver: string }) => giver === '見本市')).toMatchObject({
      ...{ giver: '見本市', receiver: 'ハローワーク見本', basis: 'support_meeting', consentId: null },
      ...{ categories: ['identity', 'health'], startsOn: '2026-06-10', endsOn: '2026-07-01' },
    });
    expect((await (await t.as('navigator')).get(`/jobseekers/${person}/sharing-decisions`)).body.items).toMatchObject([
      { id: body.id, members: '福祉課、ハローワーク', decision: '支援の方針を共有する' },
    ]);
    t.clock.set('2026-07-01');
    expect(await health()).toBeNull();
  });

  it('is ended by whoever made it, once', async () => {
    const { body } = await decide('caseworker');
    await aConsultation(t, 'navigator', { jobseekerId: person });
    expect((await end('navigator', body.id)).body.error.reasons).toMatchObject([
      { code: 'decision_of_other_organisation' },
    ]);
    expect((await end('caseworker', body.id, 7)).status).toBe(409);
    expect((await end('caseworker', body.id)).status).toBe(204);
    expect(await health()).toBeNull();
    expect((await end('caseworker', body.id, 2)).body.error.reasons).toMatchObject([{ code: 'decision_ended' }]);
  });

  it('is told to the supervisors of both', async () => {
    await deliverNotices(t);
    await decide('caseworker');
    await deliverNotices(t);
    for (const login of ['city-supervisor', 'hw-supervisor'])
      expect(
        await t.owner.query(
          `SELECT n.kind FROM notification n JOIN staff s ON s.id = n.staff_id WHERE s.login = $1 AND n.jobseeker_id = $2`,
          [login, person],
        ),
      ).toEqual([{ kind: 'sharing.decided' }]);
  });

  it.each<[string, object, string, string]>([
    ['a meeting without members', { members: ' ' }, 'members', 'required'],
    ['a day to come', { decidedOn: '2026-06-11' }, 'decidedOn', 'date_in_future'],
    ['another law without its article', { basis: 'other_law' }, 'lawArticle', 'required'],
    ['nothing to show', { categories: [] }, 'categories', 'categories_required'],
    ['a basis that is none', { basis: 'consent' }, 'basis', 'not_one_of'],
    ['an organisation of another site', { receiverId: 4 }, 'receiverId', 'not_one_of'],
  ])('answers 422 to %s', async (_, said, field, code) => {
    const { status, body } = await decide('caseworker', said);
    expect([status, body.error.fields]).toMatchObject([422, [{ field, code }]]);
    expect((await (await t.as('navigator')).get(`/jobseekers/${person}`)).status).toBe(404);
  });

  it('is recorded and ended on pages', async () => {
    const user = await PageUser.signedIn(t, 'caseworker');
    const action = `/jobseekers/${person}/sharing-decisions`;
    const fields = {
      basis: 'other_law',
      lawArticle: '見本法第1条',
      receiverId: String(helloWork),
      categories: 'health',
      decision: '安否の確認',
      ...dateBoxes('decidedOn', '2026-06-10'),
    };
    const { location } = await user.submit(`${action}/new`, action, fields);
    expect(location).toBe(`/jobseekers/${person}/sharing?flash=saved`);
    const ledger = `/jobseekers/${person}/sharing`;
    const { html } = await user.get(ledger);
    for (const told of ['その他の法令（見本法第1条）', '安否の確認', '今日で終える']) expect(html).toContain(told);
    const [{ id }] = await t.owner.query('SELECT id FROM sharing_decision WHERE jobseeker_id = $1', [person]);
    await user.submit(ledger, `/sharing-decisions/${id}/end`, {});
    expect((await user.get(ledger)).html).not.toContain('今日で終える');
  });
});
