import { startApplication, type TestApplication } from '../../support/application.js';
import { PASSWORD } from '../../support/sites.js';

const NUL = '\u0000';
const MONTH = 'from=2026-06-01&to=2026-06-30';

describe('what cannot be read', () => {
  let t: TestApplication;
  beforeAll(async () => (t = await startApplication()));
  afterAll(() => t.close());

  it.each([
    [
      'a login, which nobody has then',
      401,
      () => t.anonymous.post('/sessions', { login: `caseworker${NUL}`, password: PASSWORD }),
    ],
    ['a search, which is done without it', 200, async () => (await t.as('caseworker')).get('/jobseekers?q=%00')],
    [
      'a number, which is none',
      422,
      async () => (await t.as('navigator')).post('/visits', { visitedOn: '2026-06-09', quantity: 1, deskId: NUL }),
    ],
    ['a code in an address', 400, async () => (await t.as('city-supervisor')).get(`/figures/%00/records?${MONTH}`)],
  ])('is told from its place: a character that no text holds, in %s', async (_, expected, ask) => {
    expect((await ask()).status).toBe(expected);
  });

  it.each([
    ['nothing but unseen characters', '\u202e\u200b\ufeff', undefined],
    ['half a character', '見\ud800本', '見本'],
    ['a turn of direction', '見\u202e本', '見本'],
    ['a character that no text holds', `見${NUL}本`, '見本'],
    ['a shape of a kanji, which stays', '邉\u{e0102}', '邉\u{e0102}'],
  ])('in a name: %s', async (_, familyName, stored) => {
    const caseworker = await t.as('caseworker');
    const { status, body } = await caseworker.post('/jobseekers', {
      familyName,
      givenName: '花子',
      familyKana: 'ミホン',
      givenKana: 'ハナコ',
      confirmDuplicate: true,
      ageBand: '30s',
    });
    if (stored === undefined)
      return expect([status, body.error.fields]).toMatchObject([422, [{ field: 'familyName', code: 'required' }]]);
    expect(status).toBe(201);
    expect((await caseworker.get(`/jobseekers/${body.id}`)).body.familyName).toBe(stored);
  });

  it('is refused with JSON that breaks off', async () => {
    const { token } = await t.as('navigator');
    const answer = await t.app.inject({
      method: 'POST',
      url: '/api/v1/visits',
      headers: { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json' },
      payload: '{"visitedOn":',
    });
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'malformed_request']);
  });
});
