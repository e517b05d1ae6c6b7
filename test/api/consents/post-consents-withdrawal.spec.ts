import { startApplication, type TestApplication } from '../../support/application.js';
import { aJobseeker, withSharingConsent } from '../../support/arrangements/jobseekers.js';

const WITHDRAWAL = { withdrawnOn: '2026-06-10', reason: '本人の申出', version: 1 };

describe('POST /api/v1/consents/:id/withdrawal', () => {
  let t: TestApplication;
  let person: string;
  let consent: string;
  const withdraw = async (login: string, payload: object = WITHDRAWAL) =>
    (await t.as(login)).post(`/consents/${consent}/withdrawal`, payload);
  const sees = async (login: string) => (await (await t.as(login)).get(`/jobseekers/${person}`)).status === 200;
  beforeAll(async () => {
    t = await startApplication();
  });
  beforeEach(async () => {
    ({ id: person } = await aJobseeker(t, 'caseworker'));
    ({ id: consent } = await withSharingConsent(t, 'caseworker', person));
  });
  afterAll(() => t.close());

  it('answers 401 to nobody, 403 to the auditor, 404 to the stranger', async () => {
    expect((await t.anonymous.post(`/consents/${consent}/withdrawal`, WITHDRAWAL)).status).toBe(401);
    expect((await withdraw('auditor')).status).toBe(403);
    expect((await withdraw('stranger')).status).toBe(404);
  });

  it('ends the sharing that very day, and stays on record', async () => {
    expect(await sees('navigator')).toBe(true);
    expect((await withdraw('caseworker')).status).toBe(204);
    expect(await sees('navigator')).toBe(false);
    expect(await sees('caseworker')).toBe(true);
    expect(
      await t.owner.query('SELECT DISTINCT ends_on::text FROM sharing_grant WHERE consent_id = $1', [consent]),
    ).toEqual([{ ends_on: '2026-06-10' }]);
    const [row] = await t.owner.query('SELECT withdrawn_on::text, withdrawal_reason FROM consent WHERE id = $1', [
      consent,
    ]);
    expect(row).toEqual({ withdrawn_on: '2026-06-10', withdrawal_reason: '本人の申出' });
    expect(
      await t.owner.query(`SELECT 1 FROM timeline_entry WHERE kind = 'consent.withdrawn' AND subject_id = $1`, [
        consent,
      ]),
    ).toHaveLength(1);
  });

  it('may be told to the other side, who then sees the person no longer', async () => {
    expect((await withdraw('navigator')).status).toBe(204);
    expect(await sees('navigator')).toBe(false);
  });

  it.each(['caseworker', 'navigator'])(
    'takes every other consent between the two along, here one that %s wrote down',
    async (writer) => {
      const { id: second } = await withSharingConsent(t, writer, person);
      await withdraw('caseworker');
      // Whoever took a consent keeps that record, and knows whose it is.
      expect(await sees('navigator')).toBe(writer === 'navigator');
      expect(await t.owner.query('SELECT withdrawn_on::text FROM consent WHERE id = $1', [second])).toEqual([
        { withdrawn_on: '2026-06-10' },
      ]);
    },
  );

  it('says what was signed after its day, and leaves or takes it as is decided', async () => {
    t.clock.set('2026-06-12');
    const { id: later } = await withSharingConsent(t, 'caseworker', person, { givenOn: '2026-06-12' });
    const undecided = await withdraw('caseworker');
    expect([undecided.status, undecided.body.error.fields]).toMatchObject([
      422,
      [{ field: 'remaining', code: 'remaining_undecided' }],
    ]);
    expect((await withdraw('caseworker', { ...WITHDRAWAL, remaining: 'kept' })).status).toBe(204);
    expect(await sees('navigator')).toBe(true);

    consent = later;
    expect((await withdraw('caseworker', { ...WITHDRAWAL, withdrawnOn: '2026-06-12' })).status).toBe(204);
    expect(await sees('navigator')).toBe(false);
    t.clock.set('2026-06-10');
  });

  it('takes what was signed after its day from today, where that was meant as well', async () => {
    t.clock.set('2026-06-12');
    await withSharingConsent(t, 'caseworker', person, { givenOn: '2026-06-12' });
    t.clock.set('2026-06-15');
    expect((await withdraw('caseworker', { ...WITHDRAWAL, remaining: 'withdrawn' })).status).toBe(204);
    expect(await sees('navigator')).toBe(false);
    expect(
      await t.owner.query('SELECT withdrawn_on::text FROM consent WHERE jobseeker_id = $1 ORDER BY given_on', [person]),
    ).toEqual([{ withdrawn_on: '2026-06-10' }, { withdrawn_on: '2026-06-15' }]);
    t.clock.set('2026-06-10');
  });

  it('happens once', async () => {
    await withdraw('caseworker');
    expect((await withdraw('caseworker', { ...WITHDRAWAL, version: 2 })).body.error.reasons).toMatchObject([
      { code: 'consent_already_withdrawn' },
    ]);
  });

  it.each([
    ['a day to come', { withdrawnOn: '2026-06-11' }, 'withdrawnOn', 'date_in_future'],
    ['a day before the consent', { withdrawnOn: '2026-06-09' }, 'withdrawnOn', 'before_consent'],
    ['no reason', { reason: ' ' }, 'reason', 'required'],
  ])('answers 422 to %s', async (_, change, field, code) => {
    const { status, body } = await withdraw('caseworker', { ...WITHDRAWAL, ...change });
    expect([status, body.error.fields]).toMatchObject([422, [{ field, code }]]);
    expect(await sees('navigator')).toBe(true);
  });
});
