import { startApplication, type TestApplication } from '../../support/application.js';
import { PASSWORD } from '../../support/sites.js';

const NUL = '\u0000';

describe('what cannot be read', () => {
  let t: TestApplication;
  beforeAll(async () => (t = await startApplication()));
  afterAll(() => t.close());

  it.each([
    ['a login', () => t.anonymous.post('/sessions', { login: `caseworker${NUL}`, password: PASSWORD })],
    ['a search', async () => (await t.as('caseworker')).get('/jobseekers?q=%00')],
    ['a text', async () => (await t.as('navigator')).post('/employers', { name: `見本${NUL}工業`, nameKana: 'ミホンコウギョウ' })],
    ['a purpose beside good fields', async () => (await t.as('navigator')).post('/visits', { visitedOn: '2026-06-09', quantity: 1, deskId: NUL })],
  ])('is refused as such: a character that no text holds, in %s', async (_, ask) => {
    const { status, body } = await ask();
    expect([400, 422]).toContain(status);
    expect(['malformed_request', 'invalid_input']).toContain(body.error.code);
  });

  it('is refused with JSON that breaks off', async () => {
    const { token } = await t.as('navigator');
    const answer = await t.app.inject({ method: 'POST', url: '/api/v1/visits', headers: { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json' }, payload: '{"visitedOn":' });
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'malformed_request']);
  });
});
