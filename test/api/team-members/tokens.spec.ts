import { ApiUser, startApplication, type TestApplication } from '../../support/application.js';
import { staffIdOf } from '../../support/arrangements/staff.js';

describe('/api/v1/tokens', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const issue = async (login: string, more: object = {}) =>
    (await t.as('administrator')).post('/tokens', {
      label: '庁内ポータル',
      staffId: await staffIdOf(t, login),
      days: 30,
      ...more,
    });

  it("is the administrator's", async () => {
    for (const path of ['get', 'post'] as const) {
      expect((await t.anonymous[path]('/tokens')).status).toBe(401);
      expect((await (await t.as('city-supervisor'))[path]('/tokens')).status).toBe(403);
    }
  });

  it('POST issues a token that acts as the staff member, and tells it once', async () => {
    const { status, body } = await issue('caseworker');
    expect(status).toBe(201);
    const machine = new ApiUser(t.app, body.token);
    expect((await machine.get('/me')).body).toMatchObject({ name: '架空 市子', role: 'case_staff' });
    const list = await (await t.as('administrator')).get('/tokens');
    expect(list.body.items).toEqual([
      expect.objectContaining({ id: body.id, label: '庁内ポータル', staffName: '架空 市子', revokedAt: null }),
    ]);
    expect(JSON.stringify(list.body)).not.toContain(body.token);
    const stored = await t.owner.query("SELECT encode(token_hash, 'escape') AS hash FROM session WHERE id = $1", [
      body.id,
    ]);
    expect(stored[0].hash).not.toContain(body.token);
  });

  it('outlasts idle days, and ends after those it was given', async () => {
    const { body } = await issue('caseworker2', { days: 2 });
    const machine = new ApiUser(t.app, body.token);
    t.clock.set('2026-06-12T09:00:00+09:00');
    expect((await machine.get('/me')).status).toBe(200);
    t.clock.set('2026-06-12T13:00:00+09:00');
    expect((await machine.get('/me')).status).toBe(401);
    t.clock.set('2026-06-10');
  });

  it('DELETE ends it at once, for the own organisation', async () => {
    const { body } = await issue('city-supervisor');
    const machine = new ApiUser(t.app, body.token);
    expect((await machine.post(`/tokens/${body.id}/revocation`)).status).toBe(403);
    expect((await (await t.as('administrator')).post(`/tokens/${body.id}/revocation`)).status).toBe(204);
    expect((await machine.get('/me')).status).toBe(401);
    expect((await (await t.as('administrator')).post(`/tokens/${body.id}/revocation`)).status).toBe(404);
    const audited = await t.owner.query(`SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY at, action`, [
      body.id,
    ]);
    expect(audited.map(({ action }: { action: string }) => action)).toEqual(['token.issued', 'token.revoked']);
  });

  it('dies with the employment of the staff member', async () => {
    const { body } = await issue('caseworker2');
    const id = await staffIdOf(t, 'caseworker2');
    await (await t.as('administrator')).post(`/staff/${id}/departure`, { leavesOn: '2026-06-10', version: 1 });
    expect((await new ApiUser(t.app, body.token).get('/me')).status).toBe(401);
  });

  it.each([
    ['somebody of the other side', 'navigator', {}, 'staffId', 'not_one_of'],
    ['a stranger', 'stranger', {}, 'staffId', 'not_one_of'],
    ['no name', 'caseworker', { label: '' }, 'label', 'required'],
    ['more than a year', 'caseworker', { days: 366 }, 'days', 'out_of_range'],
  ])('answers 422 with the field to %s', async (_, login, more, field, code) => {
    const { status, body } = await issue(login, more);
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field, code })]);
  });
});
