import { startApplication, type TestApplication } from '../../support/application.js';
import { PASSWORD } from '../../support/sites.js';

describe('POST /api/v1/sessions', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  it('answers 401 to a wrong password, in words that do not tell whether the login exists', async () => {
    const wrong = await t.anonymous.post('/sessions', { login: 'caseworker', password: 'no' });
    const unknown = await t.anonymous.post('/sessions', { login: 'nobody', password: 'no' });
    expect(wrong.status).toBe(401);
    expect(wrong.body.error.code).toBe('wrong_credentials');
    expect(unknown).toEqual(wrong);
  });

  it('answers a token that says who I am and what I may do', async () => {
    const { body } = await (await t.as('navigator')).get('/me');
    expect(body).toMatchObject({ name: '例示 進', side: 'national', role: 'case_staff' });
    expect(body.permissions).toContain('request.decide');
    expect(body.permissions).not.toContain('request.make');
  });

  it('makes the login wait after five wrong passwords, and takes it again after a minute', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1)
      await t.anonymous.post('/sessions', { login: 'caseworker2', password: 'no' });
    expect((await t.anonymous.post('/sessions', { login: 'caseworker2', password: PASSWORD })).body.error.code).toBe(
      'locked_out',
    );
    t.clock.set('2026-06-10T12:01:00+09:00');
    expect((await t.anonymous.post('/sessions', { login: 'caseworker2', password: PASSWORD })).status).toBe(201);
  });

  it('ends a session that was idle for half an hour', async () => {
    const { body } = await t.anonymous.post('/sessions', { login: 'auditor', password: PASSWORD });
    t.clock.set('2026-06-10T12:32:00+09:00');
    const response = await t.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${body.token}` } });
    expect(response.statusCode).toBe(401);
  });

  it('lets a leaver in no more from the day of leaving', async () => {
    const user = await t.as('hw-supervisor');
    await t.owner.query(`UPDATE staff SET employed_until = '2026-06-10' WHERE login = 'hw-supervisor'`);
    expect((await user.get('/me')).status).toBe(401);
  });
});
