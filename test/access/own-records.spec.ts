import { FACT_FIELDS } from '#domain/jobseeker';
import { type ApiUser, startApplication, type TestApplication } from '../support/application.js';
import { aSharedCase } from '../support/arrangements/cases.js';
import { aConsultation, staffIdOf } from '../support/arrangements/consultations.js';
import { aJobseeker, withdrawSharing, withSharingConsent } from '../support/arrangements/jobseekers.js';
import { anAgreedPlan } from '../support/arrangements/plans.js';
import { SiteOfThree } from './support/at-the-database.js';

const NUMBER = { helloWorkNumber: '13010-00000001', helloWorkRegisteredOn: '2026-06-10' };

/** When sharing ends each side keeps what it wrote itself, and only that. */
describe('each keeps its own', () => {
  let t: TestApplication;
  let site: SiteOfThree;
  let caseworker: ApiUser;
  let navigator: ApiUser;
  beforeAll(async () => {
    t = await startApplication();
    site = await SiteOfThree.of(t);
    caseworker = await t.as('caseworker');
    navigator = await t.as('navigator');
  });
  afterEach(() => t.clock.set('2026-06-10'));
  afterAll(() => site.close());

  /** What the form would send: the person as seen, with what is changed. */
  const formOf = (person: Record<string, unknown>): object =>
    Object.fromEntries(
      [
        'familyName',
        'givenName',
        'familyKana',
        'givenKana',
        'birthDate',
        'version',
        ...Object.values(FACT_FIELDS).flat(),
      ]
        .filter((field) => person[field] !== null)
        .map((field) => [field, person[field]]),
    );
  const edit = async (user: ApiUser, id: string, changes: object): Promise<number> => {
    const { body } = await user.get(`/jobseekers/${id}`);
    return (await user.put(`/jobseekers/${id}`, { ...formOf(body), ...changes })).status;
  };

  it('the author of a consultation reads and goes on, knows the person by name, and sees nothing else', async () => {
    const { id } = await aJobseeker(t, 'caseworker', { phone: '000-0000-0001', birthDate: '1980-02-03' });
    await withSharingConsent(t, 'caseworker', id);
    await aConsultation(t, 'caseworker', { jobseekerId: id, sharedText: '市の相談' });
    await aConsultation(t, 'navigator', { jobseekerId: id, sharedText: '国の相談' });
    await withdrawSharing(t, 'caseworker', id);

    const { status, body } = await navigator.get(`/jobseekers/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ familyName: '見本', birthDate: '1980-02-03', phone: null });
    const texts = (await navigator.get(`/consultations?jobseekerId=${id}`)).body;
    expect(JSON.stringify(texts)).toContain('国の相談');
    expect(JSON.stringify(texts)).not.toContain('市の相談');
    await aConsultation(t, 'navigator', { jobseekerId: id, sharedText: 'その後の相談' });
    expect((await navigator.get('/jobseekers?q=ミホン')).body.items.map((each: { id: string }) => each.id)).toContain(
      id,
    );
    expect(JSON.stringify((await caseworker.get(`/consultations?jobseekerId=${id}`)).body)).not.toContain('国の相談');
  });

  it('whoever wrote nothing knows nobody any more, on the day itself and without anybody writing it down', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', id, { endsOn: '2026-06-20' });
    expect((await navigator.get(`/jobseekers/${id}`)).status).toBe(200);
    t.clock.set('2026-06-21');
    expect((await (await t.as('navigator')).get(`/jobseekers/${id}`)).status).toBe(404);
    expect(
      await site.as(site.helloWork, 'SELECT id FROM jobseeker_identity WHERE jobseeker_id = $1', [id], {
        day: '2026-06-21',
      }),
    ).toEqual([]);
  });

  it('a registration leaves the identity and the own number, and nothing that was written since', async () => {
    const { id } = await aJobseeker(t, 'caseworker', { phone: '000-0000-0001' });
    await withSharingConsent(t, 'caseworker', id);
    expect((await navigator.put(`/jobseekers/${id}/hello-work-registration`, NUMBER)).status).toBe(204);
    await withdrawSharing(t, 'caseworker', id);
    expect(await edit(caseworker, id, { phone: '000-0000-0002', healthNote: '通院中', familyName: '改姓' })).toBe(204);
    const { body } = await navigator.get(`/jobseekers/${id}`);
    expect(body).toMatchObject({
      familyName: '見本',
      helloWorkNumber: '13010-00000001',
      phone: null,
      healthNote: null,
    });
    expect((await caseworker.get(`/jobseekers/${id}`)).body).toMatchObject({
      familyName: '改姓',
      helloWorkNumber: null,
    });
    // What it writes itself is its own, and no word of it reaches the city.
    expect(await edit(navigator, id, { phone: '000-0000-0009' })).toBe(204);
    expect((await caseworker.get(`/jobseekers/${id}`)).body.phone).toBe('000-0000-0002');
  });

  it('of each field the last written is shown while it is shared, and the own afterwards', async () => {
    const { id } = await aJobseeker(t, 'caseworker', { phone: '000-0000-0001', address: '見本市一丁目' });
    await withSharingConsent(t, 'caseworker', id);
    t.clock.set('2026-06-10T12:10:00+09:00');
    expect(await edit(await t.as('navigator'), id, { phone: '000-0000-0002' })).toBe(204);
    for (const login of ['caseworker', 'navigator'])
      expect((await (await t.as(login)).get(`/jobseekers/${id}`)).body).toMatchObject({
        phone: '000-0000-0002',
        address: '見本市一丁目',
      });
    await withdrawSharing(t, 'caseworker', id);
    expect((await (await t.as('caseworker')).get(`/jobseekers/${id}`)).body).toMatchObject({
      phone: '000-0000-0001',
      address: '見本市一丁目',
    });
    expect((await (await t.as('navigator')).get(`/jobseekers/${id}`)).body).toMatchObject({
      phone: '000-0000-0002',
      address: null,
    });
  });

  it('a change out of sight neither refuses an edit nor tells that there was one', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', id);
    await aConsultation(t, 'navigator', { jobseekerId: id });
    const seen = (await navigator.get(`/jobseekers/${id}`)).body;
    await withdrawSharing(t, 'caseworker', id);
    const before = (await navigator.get(`/jobseekers/${id}`)).body.version;
    expect(await edit(caseworker, id, { phone: '000-0000-0002' })).toBe(204);
    expect((await navigator.get(`/jobseekers/${id}`)).body.version).toBe(before);
    expect(
      (await navigator.put(`/jobseekers/${id}`, { ...formOf(seen), version: before, address: '見本市二丁目' })).status,
    ).toBe(204);
    const stale = await navigator.put(`/jobseekers/${id}`, { ...formOf(seen), version: before });
    expect([stale.status, stale.body.error.code]).toEqual([409, 'stale_edit']);
  });

  it('a new name is offered to who knows the person for itself, and imposed on nobody', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', id);
    expect((await navigator.put(`/jobseekers/${id}/hello-work-registration`, NUMBER)).status).toBe(204);
    expect((await navigator.get(`/jobseekers/${id}`)).body.offers).toEqual([]);
    expect(await edit(caseworker, id, { familyName: '改姓', familyKana: 'カイセイ' })).toBe(204);
    const { body } = await navigator.get(`/jobseekers/${id}`);
    expect(body).toMatchObject({
      familyName: '見本',
      offers: [{ organisationId: site.city, organisationName: '見本市', familyName: '改姓' }],
    });
    const compare = (takeOver: boolean, organisationId = site.city) =>
      navigator.post(`/jobseekers/${id}/identity-comparisons`, { organisationId, takeOver });
    expect((await compare(true, site.third)).status).toBe(404);
    expect((await compare(false)).status).toBe(204);
    expect((await navigator.get(`/jobseekers/${id}`)).body).toMatchObject({ familyName: '見本', offers: [] });
    t.clock.set('2026-06-10T12:20:00+09:00');
    expect(await edit(await t.as('caseworker'), id, { givenName: '改名' })).toBe(204);
    expect((await compare(true)).status).toBe(204);
    expect((await navigator.get(`/jobseekers/${id}`)).body).toMatchObject({
      familyName: '改姓',
      givenName: '改名',
      offers: [],
    });
    expect((await navigator.get('/jobseekers?q=カイセイ')).body.items).toMatchObject([{ id }]);
  });

  it('whoever was given the identity follows it while it is shared', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', id);
    expect(await edit(caseworker, id, { familyName: '改姓', familyKana: 'ツイジュウ' })).toBe(204);
    expect((await navigator.get('/jobseekers?q=ツイジュウ')).body.items).toMatchObject([{ id, familyName: '改姓' }]);
    await withdrawSharing(t, 'caseworker', id);
    expect((await navigator.get('/jobseekers?q=ツイジュウ')).body.items).toEqual([]);
    // Also who keeps the name for good, until the end; and again from where it was given anew.
    await withSharingConsent(t, 'caseworker', id);
    await aConsultation(t, 'navigator', { jobseekerId: id });
    const names = async (familyName: string): Promise<string> => {
      await edit(caseworker, id, { familyName });
      return (await navigator.get(`/jobseekers/${id}`)).body.familyName;
    };
    expect(await names('三姓')).toBe('三姓');
    await withdrawSharing(t, 'caseworker', id);
    expect(await names('四姓')).toBe('三姓');
    await withSharingConsent(t, 'caseworker', id);
    expect((await navigator.get(`/jobseekers/${id}`)).body.familyName).toBe('四姓');
  });

  it('a name of its own is a record as well', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', id);
    expect(await edit(navigator, id, { familyName: '別姓', familyKana: 'ベッセイ' })).toBe(204);
    expect(await edit(caseworker, id, { givenName: '改名' })).toBe(204);
    await withdrawSharing(t, 'caseworker', id);
    expect((await navigator.get(`/jobseekers/${id}`)).body).toMatchObject({ familyName: '別姓', givenName: '花子' });
    expect((await navigator.get('/jobseekers?q=ベッセイ')).body.items).toMatchObject([{ id }]);
  });

  it('a case keeps its frame for who wrote in it, a plan for who agreed to it, and an assignment ends with the sharing', async () => {
    const { id: jobseekerId } = await aJobseeker(t, 'caseworker');
    const { caseId } = await aSharedCase(t, { jobseekerId, openedOn: '2026-06-01' });
    const navigatorId = await staffIdOf(t, 'navigator');
    await navigator.post(`/cases/${caseId}/assignments`, {
      staffId: navigatorId,
      role: '職業相談',
      startsOn: t.clock.today(),
    });
    await anAgreedPlan(t, caseId, { goal: '事務の仕事' });
    await aConsultation(t, 'navigator', { jobseekerId, supportCaseId: caseId });
    await aConsultation(t, 'caseworker', { jobseekerId, supportCaseId: caseId, sharedText: '市の相談' });
    await withdrawSharing(t, 'caseworker', jobseekerId);

    const frame = await navigator.get(`/cases/${caseId}`);
    expect([frame.status, frame.body.id]).toEqual([200, caseId]);
    const rows = await site.as<{ name: string; rows: number }>(
      site.helloWork,
      `SELECT 'plan' AS name, count(*)::int AS rows FROM support_plan_version WHERE jobseeker_id = $1
       UNION ALL SELECT 'step', least(count(*), 1)::int FROM plan_step WHERE jobseeker_id = $1
       UNION ALL SELECT 'city', count(*)::int FROM consultation WHERE jobseeker_id = $1 AND org_id = $2
       UNION ALL SELECT 'request', count(*)::int FROM support_request WHERE jobseeker_id = $1 AND org_id = $2`,
      [jobseekerId, site.city],
    );
    expect(Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]))).toEqual({
      plan: 1,
      step: 1,
      city: 0,
      request: 0,
    });
    // Another version, agreed to after the end, is not the Hello Work's.
    const refused = await navigator.post(`/cases/${caseId}/transitions`, {
      action: 'close',
      on: t.clock.today(),
      version: frame.body.version,
    });
    expect(refused.status).toBe(409);
    await aConsultation(t, 'navigator', { jobseekerId, supportCaseId: caseId, sharedText: 'その後の相談' });
    expect(
      await t.owner.query(
        'SELECT DISTINCT ended_with FROM case_assignment WHERE support_case_id = $1 AND staff_id = $2',
        [caseId, navigatorId],
      ),
    ).toEqual([{ ended_with: 'withdrawal' }]);
  });

  it('a third organisation is kept nothing of what it never saw', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', id, { sharedWithOrganisationId: site.helloWork });
    await aConsultation(t, 'navigator', { jobseekerId: id });
    expect(await site.as(site.third, 'SELECT id FROM jobseeker WHERE id = $1', [id])).toEqual([]);
    expect(await site.as(site.third, 'SELECT id FROM jobseeker_identity WHERE jobseeker_id = $1', [id])).toEqual([]);
    // Nobody makes a person known to themselves by writing that they know them.
    await expect(
      site.as(
        site.third,
        `INSERT INTO jobseeker_identity (site_id, org_id, jobseeker_id, basis, family_name, given_name, family_kana, given_kana, kana_key)
         VALUES ($1, $2, $3, 'registered', '見本', '花子', 'ミホン', 'ハナコ', 'ミホンハナコ')`,
        [site.siteId, site.third, id],
      ),
    ).rejects.toThrow('row-level security');
    await expect(
      site.as(
        site.third,
        `INSERT INTO sharing_grant (site_id, jobseeker_id, giver_org, receiver_org, category, basis, starts_on)
         VALUES ($1, $2, $3, $3, 'identity', 'registered', '2026-06-10')`,
        [site.siteId, id, site.third],
      ),
    ).rejects.toThrow('row-level security');
  });

  it('eight records at once by one organisation keep one name, one grant', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', id);
    await Promise.all(Array.from({ length: 8 }, () => aConsultation(t, 'navigator', { jobseekerId: id })));
    expect(
      await t.owner.query(
        `SELECT (SELECT count(*)::int FROM jobseeker_identity WHERE jobseeker_id = $1 AND basis = 'recorded') AS names,
           (SELECT count(*)::int FROM sharing_grant WHERE jobseeker_id = $1 AND basis = 'recorded') AS grants`,
        [id],
      ),
    ).toEqual([{ names: 1, grants: 1 }]);
  });
});
