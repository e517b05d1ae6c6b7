import { ApiUser, startApplication, type TestApplication } from '../../support/application.js';
import { staffIdOf } from '../../support/arrangements/staff.js';
import { toldTo } from '../../support/arrangements/told.js';
import { PASSWORD } from '../../support/sites.js';

const WANTED = { label: '集計用の表計算', days: 30, currentPassword: PASSWORD };

describe('POST /api/v1/account/tokens', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const issue = async (login: string, more: object = {}) =>
    (await t.as(login)).post('/account/tokens', { ...WANTED, ...more });
  const ownSessions = async (login: string): Promise<{ id: string; kind: string; label: string }[]> =>
    (await (await t.as(login)).get('/account/sessions')).body.items;

  it('is for whoever is signed in, for themselves alone, and tells the token once', async () => {
    expect((await t.anonymous.post('/account/tokens', WANTED)).status).toBe(401);
    const { status, body } = await issue('city-supervisor', { staffId: await staffIdOf(t, 'caseworker') });
    expect([status, body.error?.fields?.[0]]).toEqual([422, expect.objectContaining({ code: 'unknown_field' })]);
    const issued = await issue('city-supervisor');
    expect(issued.status).toBe(201);
    const program = new ApiUser(t.app, issued.body.token);
    expect((await program.get('/me')).body).toMatchObject({ name: '架空 査子', role: 'supervisor' });
    const held = await ownSessions('city-supervisor');
    expect(held).toContainEqual(expect.objectContaining({ id: issued.body.id, kind: 'personal', label: WANTED.label }));
    expect(JSON.stringify(held)).not.toContain(issued.body.token);
    expect(await toldTo(t, 'city-supervisor')).toEqual(['token_issued']);
  });

  it('asks for the password again, which counts as an attempt', async () => {
    const { status, body } = await issue('caseworker', { currentPassword: 'not-my-password' });
    expect([status, body.error.fields]).toEqual([
      422,
      [expect.objectContaining({ field: 'currentPassword', code: 'wrong_password' })],
    ]);
    const [counted] = await t.owner.query(
      `SELECT a.failures FROM sign_in_attempt a JOIN staff s ON s.id = a.staff_id WHERE s.login = 'caseworker' AND a.place = 'own session'`,
    );
    expect(counted).toEqual({ failures: 1 });
    expect(await ownSessions('caseworker')).not.toContainEqual(expect.objectContaining({ kind: 'personal' }));
  });

  it.each([
    ['no name', { label: '' }, 'label', 'required'],
    ['more than 90 days', { days: 91 }, 'days', 'out_of_range'],
    ['no password', { currentPassword: '' }, 'currentPassword', 'required'],
  ])('answers 422 to %s', async (_, more, field, code) => {
    const { status, body } = await issue('caseworker', more);
    expect([status, body.error.fields]).toEqual([422, [expect.objectContaining({ field, code })]]);
  });

  it('outlasts idle days and ends after those it was given', async () => {
    const program = new ApiUser(t.app, (await issue('caseworker2', { days: 2 })).body.token);
    t.clock.set('2026-06-12T09:00:00+09:00');
    expect((await program.get('/me')).status).toBe(200);
    t.clock.set('2026-06-12T13:00:00+09:00');
    expect((await program.get('/me')).status).toBe(401);
    t.clock.set('2026-06-10');
  });

  it.each([
    [
      'is ended by its holder, as a session is',
      async ({ id }: { id: string }) => (await t.as('caseworker')).post(`/account/sessions/${id}/end`),
    ],
    [
      'ends with the reset of the password',
      async () =>
        (await t.as('administrator')).post(`/staff/${await staffIdOf(t, 'caseworker')}/password-reset`, {
          password: 'kari-no-kotoba',
        }),
    ],
  ])('%s', async (_, end) => {
    const { body } = await issue('caseworker');
    const program = new ApiUser(t.app, body.token);
    expect((await program.get('/me')).status).toBe(200);
    expect((await end(body)).status).toBe(204);
    expect((await program.get('/me')).status).toBe(401);
  });

  it('ends with a change of the password, and with the employment', async () => {
    const change = { currentPassword: PASSWORD, newPassword: 'atarashii-no-kotoba' };
    const program = new ApiUser(t.app, (await issue('navigator')).body.token);
    expect((await (await t.as('navigator')).put('/account/password', change)).status).toBe(204);
    expect((await program.get('/me')).status).toBe(401);
    const leaver = new ApiUser(t.app, (await issue('caseworker2')).body.token);
    const id = await staffIdOf(t, 'caseworker2');
    const sheet = await (await t.as('administrator')).get(`/staff/${id}/departure`);
    expect(sheet.body.tokens).toContain(WANTED.label);
    await (await t.as('administrator')).post(`/staff/${id}/departure`, { leavesOn: '2026-06-10', version: 1 });
    expect((await leaver.get('/me')).status).toBe(401);
  });
});
