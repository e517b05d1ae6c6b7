import { startApplication, type TestApplication } from '../../support/application.js';
import { aJobseeker, withSharingConsent } from '../../support/arrangements/jobseekers.js';

describe('a person protected, a person registered at the Hello Work', () => {
  let t: TestApplication;
  let id: string;
  beforeAll(async () => {
    t = await startApplication();
  });
  beforeEach(async () => {
    t.clock.set('2026-06-10');
    ({ id } = await aJobseeker(t, 'caseworker'));
  });
  afterAll(() => t.close());

  describe('POST /api/v1/jobseekers/:id/protection', () => {
    const protect = async (login: string) =>
      (await t.as(login)).post(`/jobseekers/${id}/protection`, { startsOn: '2026-06-01' });

    it('answers 401 to nobody, 403 to the auditor, 404 to the stranger', async () => {
      expect((await t.anonymous.post(`/jobseekers/${id}/protection`, { startsOn: '2026-06-01' })).status).toBe(401);
      expect((await protect('auditor')).status).toBe(403);
      expect((await protect('stranger')).status).toBe(404);
    });

    it('holds for one year and hides the record from colleagues', async () => {
      expect((await protect('city-supervisor')).status).toBe(204);
      expect((await (await t.as('city-supervisor')).get(`/jobseekers/${id}`)).body.protectedUntil).toBe('2027-05-31');
      expect((await (await t.as('caseworker2')).get(`/jobseekers/${id}`)).status).toBe(404);
      t.clock.set('2027-06-01');
      expect((await (await t.as('caseworker2')).get(`/jobseekers/${id}`)).status).toBe(200);
    });

    it('lets nobody close a record to themselves', async () => {
      const { status, body } = await protect('caseworker2');
      expect([status, body.error.reasons]).toMatchObject([409, [{ code: 'protection_needs_assignment' }]]);
    });

    it('is renewed from one month before its end, not begun twice', async () => {
      await protect('caseworker');
      const user = await t.as('caseworker');
      expect((await protect('caseworker')).body.error.reasons).toMatchObject([{ code: 'protection_running' }]);
      expect((await user.post(`/jobseekers/${id}/protection/renewal`)).body.error.reasons).toMatchObject([
        { code: 'protection_not_yet_renewable' },
      ]);
      t.clock.set('2027-05-01');
      expect((await (await t.as('caseworker')).post(`/jobseekers/${id}/protection/renewal`)).status).toBe(204);
      const audits = await t.owner.query(
        `SELECT action, changes FROM audit_entry WHERE action LIKE 'jobseeker.protect%' AND jobseeker_id = $1 ORDER BY at`,
        [id],
      );
      expect(audits).toEqual([
        { action: 'jobseeker.protected', changes: { protectedUntil: { from: null, to: '2027-05-31' } } },
        {
          action: 'jobseeker.protection_renewed',
          changes: { protectedUntil: { from: '2027-05-31', to: '2028-05-31' } },
        },
      ]);
    });
  });

  describe('PUT /api/v1/jobseekers/:id/hello-work-registration', () => {
    const NUMBER = { helloWorkNumber: '13010-00000001', helloWorkRegisteredOn: '2026-06-10' };
    const register = async (login: string, payload: object = NUMBER) =>
      (await t.as(login)).put(`/jobseekers/${id}/hello-work-registration`, payload);

    it('answers 401 to nobody, 403 to the city, 404 to those who may not know of the person', async () => {
      expect((await t.anonymous.put(`/jobseekers/${id}/hello-work-registration`, NUMBER)).status).toBe(401);
      expect((await register('caseworker')).status).toBe(403);
      for (const login of ['navigator', 'stranger-navigator']) expect((await register(login)).status).toBe(404);
    });

    it('lets the national side go on seeing the person, found by the number, after sharing ended', async () => {
      const consent = await withSharingConsent(t, 'caseworker', id);
      expect((await register('navigator')).status).toBe(204);
      await (
        await t.as('caseworker')
      ).post(`/consents/${consent.id}/withdrawal`, { withdrawnOn: '2026-06-10', reason: '本人の申出', version: 1 });
      const user = await t.as('navigator2');
      expect((await user.get('/jobseekers?q=13010-0000')).body.items).toMatchObject([{ id }]);
      expect((await user.get(`/jobseekers/${id}/consents`)).body.items).toEqual([]);
    });

    it('writes one grant, however often the number changes', async () => {
      await withSharingConsent(t, 'caseworker', id);
      for (const helloWorkNumber of ['13010-00000002', '13010-00000003'])
        expect((await register('navigator', { ...NUMBER, helloWorkNumber })).status).toBe(204);
      const grants = await t.owner.query(
        `SELECT starts_on::text FROM sharing_grant WHERE jobseeker_id = $1 AND basis = 'registered'`,
        [id],
      );
      expect(grants).toEqual([{ starts_on: '2026-06-10' }]);
    });

    it('answers 422 to a day to come', async () => {
      await withSharingConsent(t, 'caseworker', id);
      const { status, body } = await register('navigator', { ...NUMBER, helloWorkRegisteredOn: '2026-06-11' });
      expect([status, body.error.fields]).toMatchObject([
        422,
        [{ field: 'helloWorkRegisteredOn', code: 'date_in_future' }],
      ]);
    });
  });
});
