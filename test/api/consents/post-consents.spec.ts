import { startApplication, type TestApplication } from '../../support/application.js';
import { aJobseeker, withSharingConsent } from '../../support/arrangements/jobseekers.js';

const TAKING_PART = { kind: 'participation', purpose: '就職支援への参加', method: 'signed', givenOn: '2026-06-10' };

describe('POST /api/v1/jobseekers/:id/consents', () => {
  let t: TestApplication;
  let id: string;
  beforeAll(async () => {
    t = await startApplication();
    ({ id } = await aJobseeker(t, 'caseworker', { birthDate: '1985-03-14' }));
  });
  afterAll(() => t.close());

  it('answers 401 to nobody', async () => {
    expect((await t.anonymous.post(`/jobseekers/${id}/consents`, TAKING_PART)).status).toBe(401);
  });

  it('answers 403 to a role that takes no consent', async () => {
    expect((await (await t.as('auditor')).post(`/jobseekers/${id}/consents`, TAKING_PART)).status).toBe(403);
  });

  it('answers 404 to those who may not know of the person', async () => {
    for (const login of ['stranger', 'navigator']) {
      expect((await (await t.as(login)).post(`/jobseekers/${id}/consents`, TAKING_PART)).status).toBe(404);
    }
  });

  it('records taking part, which opens nothing', async () => {
    const { status, body } = await (
      await t.as('caseworker')
    ).post(`/jobseekers/${id}/consents`, { ...TAKING_PART, endsOn: '2027-03-31' });
    expect(status).toBe(201);
    const [row] = await t.owner.query(
      'SELECT kind, purpose, method, given_on::text, ends_on::text FROM consent WHERE id = $1',
      [body.id],
    );
    expect(row).toEqual({
      kind: 'participation',
      purpose: '就職支援への参加',
      method: 'signed',
      given_on: '2026-06-10',
      ends_on: '2027-03-31',
    });
    expect(await t.owner.query('SELECT 1 FROM sharing_grant WHERE jobseeker_id = $1', [id])).toEqual([]);
    const [line] = await t.owner.query(`SELECT kind, data FROM timeline_entry WHERE subject_id = $1`, [body.id]);
    expect(line).toMatchObject({ kind: 'consent.given', data: { kind: 'participation' } });
  });

  it('opens the person to both organisations by a consent to share', async () => {
    const someone = await aJobseeker(t, 'caseworker', { familyKana: 'キョウユウ' });
    expect((await (await t.as('navigator')).get(`/jobseekers/${someone.id}`)).status).toBe(404);
    await withSharingConsent(t, 'caseworker', someone.id);
    expect((await (await t.as('navigator')).get(`/jobseekers/${someone.id}`)).status).toBe(200);
    expect((await (await t.as('navigator')).get(`/jobseekers/${someone.id}/consents`)).body.items).toHaveLength(1);
    const grants = await t.owner.query(
      `SELECT giver.side AS from, o.side AS to, count(DISTINCT a.category)::int AS categories, a.basis, a.starts_on::text, a.ends_on
        FROM sharing_grant a JOIN organisation o ON o.id = a.receiver_org JOIN organisation giver ON giver.id = a.giver_org
        WHERE a.jobseeker_id = $1 GROUP BY 1, 2, 4, 5, 6 ORDER BY 1`,
      [someone.id],
    );
    expect(grants).toEqual([
      { from: 'municipal', to: 'national', categories: 8, basis: 'consent', starts_on: '2026-06-10', ends_on: null },
      { from: 'national', to: 'municipal', categories: 8, basis: 'consent', starts_on: '2026-06-10', ends_on: null },
    ]);
  });

  it('opens a person whom the national side registered, too', async () => {
    const someone = await aJobseeker(t, 'navigator', { familyKana: 'クニカラ' });
    await withSharingConsent(t, 'navigator', someone.id);
    expect((await (await t.as('caseworker')).get(`/jobseekers/${someone.id}`)).status).toBe(200);
  });

  it.each([
    ['no purpose', { purpose: ' ' }, ['purpose', 'required']],
    ['a day to come', { givenOn: '2026-06-11' }, ['givenOn', 'date_in_future']],
    ['a day before the site opened', { givenOn: '2024-03-31' }, ['givenOn', 'before_site_opened']],
    ['an end before the beginning', { endsOn: '2026-06-09' }, ['endsOn', 'end_before_start']],
    ['a method nobody knows', { method: 'winked' }, ['method', 'not_one_of']],
    [
      'sharing without saying what',
      { kind: 'sharing', sharedWithOrganisationId: 2 },
      ['categories', 'categories_required'],
    ],
    [
      'sharing what nobody knows',
      { kind: 'sharing', categories: ['everything'], sharedWithOrganisationId: 2 },
      ['categories', 'not_one_of'],
    ],
    ['sharing with nobody', { kind: 'sharing', categories: ['plan'] }, ['sharedWithOrganisationId', 'choose_one']],
    [
      'sharing with an organisation of another site',
      { kind: 'sharing', categories: ['plan'], sharedWithOrganisationId: 4 },
      ['sharedWithOrganisationId', 'not_one_of'],
    ],
  ])('answers 422 with the field to %s', async (_, change, [field, code]) => {
    const { status, body } = await (
      await t.as('caseworker')
    ).post(`/jobseekers/${id}/consents`, { ...TAKING_PART, ...change });
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field, code })]);
  });

  it('wants a guardian to consent for a minor', async () => {
    const minor = await aJobseeker(t, 'caseworker', { familyKana: 'ワカイ', birthDate: '2010-04-01' });
    const user = await t.as('caseworker');
    expect((await user.post(`/jobseekers/${minor.id}/consents`, TAKING_PART)).body.error.fields).toMatchObject([
      { field: 'guardianName', code: 'guardian_required' },
    ]);
    expect(
      (await user.post(`/jobseekers/${minor.id}/consents`, { ...TAKING_PART, guardianName: '見本 親子' })).status,
    ).toBe(201);
  });

  it('asks by the ages that the site has set, and keeps the one that held', async () => {
    const young = await aJobseeker(t, 'caseworker', { familyKana: 'ジュウナナ', birthDate: '2009-01-10' });
    const user = await t.as('caseworker');
    const shares = { ...TAKING_PART, kind: 'sharing', categories: ['plan'], sharedWithOrganisationId: 2 };
    const { body } = await user.post(`/jobseekers/${young.id}/consents`, shares);
    await t.owner.query('UPDATE site SET guardian_age_sharing = 18');
    const refused = await user.post(`/jobseekers/${young.id}/consents`, shares);
    expect(refused.body.error.fields).toMatchObject([{ field: 'guardianName', code: 'guardian_required' }]);
    await t.owner.query('UPDATE site SET guardian_age_sharing = 16');
    const { items } = (await user.get(`/jobseekers/${young.id}/consents`)).body;
    expect(items).toMatchObject([{ id: body.id, guardianAge: 16 }]);
  });
});
