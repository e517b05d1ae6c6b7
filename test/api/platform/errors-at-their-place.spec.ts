import { ListOrder } from '../../../src/platform/http/index.js';
import { startApplication, type TestApplication } from '../../support/application.js';
import { aJobseeker } from '../../support/arrangements/jobseekers.js';
import { PageUser } from '../../support/pages.js';

const ELSEWHERE = new ListOrder('elsewhere', { id: 'id' }).cursorAfter({ id: '0198c5d0-0000-7000-8000-000000000000' });

describe('what no column can hold', () => {
  let t: TestApplication;
  let jobseekerId: string;
  beforeAll(async () => {
    t = await startApplication();
    ({ id: jobseekerId } = await aJobseeker(t, 'caseworker', {}));
  });
  afterAll(() => t.close());

  it.each([
    ['caseworker', '/caseload?desk=99999999999', 'desk', 'out_of_range'],
    ['caseworker', '/caseload?desk=1&desk=2', 'desk', 'not_an_integer'],
    ['caseworker', `/caseload?after=${ELSEWHERE}`, 'after', 'cursor_of_another_list'],
    ['caseworker', `/cases?after=${ELSEWHERE}`, 'after', 'cursor_of_another_list'],
    ['caseworker', `/jobseekers?cursor=${ELSEWHERE}`, 'cursor', 'cursor_of_another_list'],
    ['caseworker', `/employers?after=${ELSEWHERE}`, 'after', 'cursor_of_another_list'],
    ['auditor', `/audit?after=${ELSEWHERE}`, 'after', 'cursor_of_another_list'],
    ['city-supervisor', '/figures?month=0000-01', 'month', 'not_a_month'],
    ['city-supervisor', '/figures?month=', 'month', 'not_a_month'],
    ['city-supervisor', '/visits?month=0000-01', 'month', 'not_a_month'],
    ['administrator', '/yearly-plans/2026/file?version=99999999999', 'version', 'out_of_range'],
  ])('is refused at its field: %s asks %s', async (login, url, field, code) => {
    const { status, body } = await (await t.as(login)).get(url);
    expect([status, body.error.fields]).toEqual([422, [expect.objectContaining({ field, code })]]);
  });

  it.each([
    '/caseload?desk=',
    '/caseload?after=',
    '/cases?status=&jobseekerId=',
    '/employers?after=',
    '/jobseekers?cursor=',
  ])('was not given when it is empty: %s', async (url) => {
    expect((await (await t.as('caseworker')).get(url)).status).toBe(200);
  });

  it.each([
    ['/site/desks/99999999999', { name: '窓口', version: 1 }],
    ['/site/desks/0', { name: '窓口', version: 1 }],
    ['/site/desks/1e3', { name: '窓口', version: 1 }],
    ['/site/programmes/2147483648', { name: '事業', optionalSteps: [], version: 1 }],
  ])('is no address: %s', async (url, body) => {
    const answer = await (await t.as('administrator')).put(url, body);
    expect([answer.status, answer.body]).toEqual([400, expect.anything()]);
  });

  it('is refused in a body: a version, an id, a text that is an object, a gap in a list', async () => {
    const caseworker = await t.as('caseworker');
    const fields = async (body: object): Promise<string[]> => {
      const answer = await caseworker.post('/cases', { jobseekerId, openedOn: '2026-06-09', ...body });
      expect(answer.status).toBe(422);
      return answer.body.error.fields.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
    };
    expect(await fields({ programmeId: 99_999_999_999, role: { nested: ['text'] } })).toEqual([
      'programmeId out_of_range',
      'role too_long',
    ]);
    const plan = await caseworker.put(`/cases/${jobseekerId}/plan`, {
      goal: { nested: true },
      drawnUpOn: '2026-06-09',
      steps: [],
      version: 99_999_999_999,
    });
    expect(plan.body.error.fields.map(({ field }: { field: string }) => field)).toEqual(['version', 'goal']);
    const gap = await caseworker.put(`/cases/${jobseekerId}/plan`, {
      goal: '就職',
      drawnUpOn: '2026-06-09',
      steps: [null],
    });
    expect(gap.body.error.fields).toEqual([expect.objectContaining({ field: 'steps.0', code: 'required' })]);
  });

  it.each([['[]'], ['"text"'], ['1'], ['null']])('is no body: %s', async (payload) => {
    const { token } = await t.as('caseworker');
    const answer = await t.app.inject({
      method: 'POST',
      url: '/api/v1/visits',
      headers: { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json' },
      payload,
    });
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'malformed_request']);
  });

  it('was not given when it is null, but where null says something', async () => {
    const caseworker = await t.as('caseworker');
    const employer = await caseworker.post('/employers', {
      name: '見本商店',
      nameKana: 'ミホンショウテン',
      note: null,
    });
    const order = { title: '事務', receivedOn: '2026-06-09', conditions: null, positions: null };
    expect((await caseworker.post(`/employers/${employer.body.id}/job-orders`, order)).status).toBe(201);
    const missing = await caseworker.post('/visits', { visitedOn: null, quantity: null });
    expect(missing.body.error.fields.map(({ code }: { code: string }) => code)).toEqual(['required', 'required']);
    const outsideCases = {
      jobseekerId,
      heldOn: '2026-06-09',
      kind: 'vocational',
      channel: 'desk',
      supportCaseId: null,
    };
    expect((await caseworker.post('/consultations', outsideCases)).status).toBe(201);
  });

  it('is refused on a page too, with a page', async () => {
    const page = await PageUser.signedIn(t, 'caseworker');
    for (const url of ['/cases?desk=99999999999', `/cases?after=${ELSEWHERE}`, `/jobseekers?cursor=${ELSEWHERE}`])
      expect([url, (await page.get(url)).status]).toEqual([url, 422]);
    expect((await page.get('/cases?desk=')).status).toBe(200);
    expect((await page.get('/month?month=0000-01')).status).not.toBe(500);
  });
});

describe('a value that a type let through', () => {
  let t: TestApplication;
  beforeAll(async () => (t = await startApplication()));
  afterAll(() => t.close());

  it('is answered 422 when the database refuses it, and logged without it', async () => {
    const { describeError } = await import('../../../src/platform/http/error-body.js');
    const refusal: unknown = await t.owner.query('SELECT $1::int', ['秘匿原']).catch((error: unknown) => error);
    expect(describeError(refusal)).toMatchObject({
      status: 422,
      body: { error: { code: 'unstorable_value' } },
      missingType: '22P02',
    });
    expect(JSON.stringify(describeError(refusal))).not.toContain('秘匿原');
  });
});
