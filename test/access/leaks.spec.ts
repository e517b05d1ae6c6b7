import { startApplication, type TestApplication } from '../support/application.js';
import { aConsultation, staffIdOf } from '../support/arrangements/consultations.js';
import { aJobseeker, HANAKO } from '../support/arrangements/jobseekers.js';
import { log } from '../../src/platform/logging/index.js';
import { aSupportedPerson, OWN_NOTES, SECRETS, type SupportedPerson, theSite } from './support/person.js';
import { someoneLike } from './support/staff.js';
import { Visitor } from './support/visitor.js';

/** Ways round the doors: what an answer, a redirect, a key, a message or a line of the log could tell. */
describe('nothing leaks', () => {
  let t: TestApplication;
  let person: SupportedPerson;
  beforeAll(async () => {
    t = await startApplication();
    await someoneLike(t, 'caseworker2', 'colleague', 'case_staff');
    await theSite(t);
    person = await aSupportedPerson(t);
  }, 120_000);
  afterAll(() => t.close());
  const hide = (): Promise<unknown> =>
    t.owner.query(`UPDATE jobseeker SET protected_until = '2027-06-09' WHERE id = $1`, [person.jobseekerId]);
  const show = (): Promise<unknown> =>
    t.owner.query('UPDATE jobseeker SET protected_until = NULL WHERE id = $1', [person.jobseekerId]);

  describe('by registering a person again', () => {
    it('tells a hidden match by neither status nor answer', async () => {
      await hide();
      const register = async (birthDate: string) =>
        (await t.as('caseworker2')).post('/jobseekers', {
          ...HANAKO,
          familyName: SECRETS.name,
          givenName: SECRETS.givenName,
          familyKana: SECRETS.kana,
          givenKana: 'フシコ',
          birthDate,
        });
      const matching = await register('1990-01-02');
      expect(matching.status).toBe(201);
      expect(Object.keys(matching.body).sort()).toEqual(['id', 'number']);
      await show();
    });
  });

  describe('by signing in', () => {
    it.each([
      '//elsewhere.example',
      '/\\elsewhere.example',
      '/\t/elsewhere.example',
      '/\n/elsewhere.example',
      'https://elsewhere.example',
      'javascript:alert(1)',
      '/ //elsewhere.example',
      '/\u00a0/x',
    ])('goes home instead of to %j', async (next) => {
      const visitor = await Visitor.anonymous(t);
      const { status, location } = await visitor.send({
        method: 'POST',
        url: '/sign-in',
        payload: { login: 'caseworker', password: 'mihon-no-kotoba', next },
      });
      expect({ status, location }).toEqual({ status: 303, location: '/' });
    });

    it('does not break on a field sent twice', async () => {
      const visitor = await Visitor.anonymous(t);
      const { status } = await visitor.send({ method: 'GET', url: '/sign-in?next=/a&next=/b' });
      expect(status).toBe(200);
    });
  });

  describe('by mixing the two ways in', () => {
    it('takes no cookie at the interface and no bearer token at the pages', async () => {
      const visitor = await Visitor.signedIn(t, 'caseworker');
      const withCookie = await t.app.inject({
        method: 'GET',
        url: `/api/v1/jobseekers/${person.jobseekerId}`,
        headers: { cookie: visitor.cookieHeader() },
      });
      expect(withCookie.statusCode).toBe(401);
      const token = (await t.as('caseworker')).token ?? '';
      const withBearer = await t.app.inject({
        method: 'GET',
        url: `/jobseekers/${person.jobseekerId}`,
        headers: { authorization: `Bearer ${token}` },
      });
      expect(withBearer.statusCode).toBe(303);
      const asCookie = await t.app.inject({
        method: 'GET',
        url: `/jobseekers/${person.jobseekerId}`,
        headers: { cookie: `team_support_session=${token}` },
      });
      expect(asCookie.statusCode).toBe(303);
    });

    it('takes no form without its token', async () => {
      const visitor = await Visitor.signedIn(t, 'caseworker');
      const { status } = await visitor.send({
        method: 'POST',
        url: '/visits',
        payload: { quantity: '1' },
        headers: { 'x-csrf-token': 'made-up' },
      });
      expect([403, 409]).toContain(status);
    });
  });

  it('answers a key of somebody else with nothing of theirs', async () => {
    const first = await (
      await t.as('caseworker')
    ).post('/jobseekers', { ...HANAKO, confirmDuplicate: true }, { 'idempotency-key': 'shared-key' });
    const second = await (
      await t.as('stranger')
    ).post('/jobseekers', { ...HANAKO, confirmDuplicate: true }, { 'idempotency-key': 'shared-key' });
    expect(second.status).toBe(201);
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('writes no record that leans on a record or a colleague out of sight', async () => {
    const stranger = await t.as('stranger');
    const { id: ownPerson } = await aJobseeker(t, 'stranger');
    const before = await t.owner.query('SELECT count(*) FROM consultation');
    const log = (more: object) =>
      stranger.post('/consultations', {
        jobseekerId: ownPerson,
        heldOn: t.clock.today(),
        kind: 'vocational',
        channel: 'desk',
        sharedText: '見本',
        ...more,
      });
    for (const more of [
      { jobseekerId: person.jobseekerId },
      { supportCaseId: person.caseId },
      { participantIds: [await staffIdOf(t, 'caseworker')] },
    ]) {
      expect([404, 422]).toContain((await log(more)).status);
    }
    expect(await t.owner.query('SELECT count(*) FROM consultation')).toEqual(before);
  });

  it('finds a hidden person by neither number, name, reading nor part of them', async () => {
    await hide();
    for (const login of ['caseworker2', 'navigator2', 'hw-supervisor', 'stranger']) {
      for (const q of [SECRETS.name, SECRETS.kana, 'ヒト', person.numbers[0] ?? '', SECRETS.formerName]) {
        const { body } = await (await t.as(login)).get(`/jobseekers?q=${encodeURIComponent(q)}`);
        expect(JSON.stringify(body)).not.toContain(person.jobseekerId);
      }
    }
    await show();
  });

  it('counts a withheld record without naming it', async () => {
    await hide();
    const { status, body } = await (
      await t.as('hw-supervisor')
    ).get('/figures/consultations/records?from=2026-06-01&to=2026-06-30&part=value');
    expect(status).toBe(200);
    expect([body.seen.records, body.counted, body.withheld]).toEqual([0, 2, { lessThan: 3 }]);
    expect(JSON.stringify(body)).not.toContain(person.jobseekerId);
    await show();
  });

  it('keeps names and texts out of what the jobs are sent', async () => {
    const payloads: { payload: object }[] = await t.owner.query('SELECT payload FROM outbox_message');
    const timeline: { data: object }[] = await t.owner.query('SELECT data FROM timeline_entry');
    const text = JSON.stringify([payloads, timeline]);
    expect(payloads.length).toBeGreaterThan(2);
    expect(timeline.length).toBeGreaterThan(10);
    for (const secret of [...Object.values(SECRETS), ...Object.values(OWN_NOTES)]) expect(text).not.toContain(secret);
  });

  it('keeps the note of an organisation from the other side', async () => {
    const { jobseekerId, caseId } = person;
    const id = await aConsultation(t, 'caseworker', {
      jobseekerId,
      supportCaseId: caseId,
      ownNote: OWN_NOTES.municipal,
    });
    for (const login of ['navigator', 'hw-supervisor']) {
      const reader = await t.as(login);
      const pages = await Visitor.signedIn(t, login);
      const answers = [
        ...(await Promise.all(
          [`/consultations/${id}`, `/consultations?jobseekerId=${jobseekerId}`, `/cases/${caseId}/timeline`].map(
            async (url) => JSON.stringify((await reader.get(url)).body),
          ),
        )),
        ...(await Promise.all(
          [
            `/consultations/${id}`,
            `/cases/${caseId}`,
            `/cases/${caseId}/consultations`,
            `/consultations/new/person?jobseekerId=${jobseekerId}`,
          ].map(async (url) => (await pages.send({ method: 'GET', url })).body),
        )),
      ];
      for (const answer of answers) expect(answer).not.toContain(OWN_NOTES.municipal);
    }
  });

  it('hands no name to the log, whatever was asked', async () => {
    const handed = (['info', 'warn', 'error'] as const).map((level) => jest.spyOn(log, level));
    const visitor = await Visitor.signedIn(t, 'caseworker');
    const asked = encodeURIComponent(SECRETS.name);
    const urls = [
      `/jobseekers?q=${asked}`,
      `/jobseekers/${asked}`,
      `/figures/${asked}`,
      `/api/v1/jobseekers/${asked}`,
      `/api/v1/consultations?jobseekerId=${asked}`,
    ];
    for (const url of urls) expect((await visitor.send({ method: 'GET', url })).status).toBeLessThan(500);
    const lines = JSON.stringify(handed.map((level) => level.mock.calls));
    for (const secret of [...Object.values(SECRETS), asked]) expect(lines).not.toContain(secret);
  });
});
