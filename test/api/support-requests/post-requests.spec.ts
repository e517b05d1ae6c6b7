import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aCaseWithConsents, aConsentedCase, caseVersion, takeStep } from '../../support/arrangements/cases.js';

const WANTED = '職業相談と求人の紹介をお願いします。';

describe('POST /api/v1/cases/:id/requests', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const request = async (login: string, caseId: string, more: object = {}, headers: Record<string, string> = {}) =>
    (await t.as(login)).post(
      `/cases/${caseId}/requests`,
      { requestedOn: '2026-06-10', wanted: WANTED, version: await caseVersion(t, caseId), ...more },
      headers,
    );
  const reasonsOf = (body: { error: { reasons: { code: string }[] } }): string[] =>
    body.error.reasons.map(({ code }) => code);

  it('answers 401 to nobody, 403 to the national side, 404 to a stranger', async () => {
    const { caseId } = await aConsentedCase(t);
    expect((await t.anonymous.post(`/cases/${caseId}/requests`, {})).status).toBe(401);
    expect((await request('navigator', caseId)).status).toBe(403);
    expect((await request('stranger', caseId)).status).toBe(404);
  });

  it('sends the request to the Hello Work of the site and moves the case in the same transaction', async () => {
    const { caseId } = await aConsentedCase(t);
    const { status, body } = await request('caseworker', caseId, { background: '生活保護を受給しながら求職中。' });
    expect(status).toBe(201);
    const [row] = await t.owner.query(
      `SELECT r.status, r.requested_on::text, r.wanted, r.background, o.code AS "to", c.status AS "case" FROM support_request r
       JOIN organisation o ON o.id = r.to_org_id JOIN support_case c ON c.id = r.support_case_id WHERE r.id = $1`,
      [body.id],
    );
    expect(row).toEqual({
      status: 'requested',
      requested_on: '2026-06-10',
      wanted: WANTED,
      background: '生活保護を受給しながら求職中。',
      to: 'hw-mihon',
      case: 'requested',
    });
    const kinds = await t.owner.query(
      `SELECT kind FROM timeline_entry WHERE support_case_id = $1 AND kind LIKE 'request.%'`,
      [caseId],
    );
    expect(kinds).toEqual([{ kind: 'request.made' }]);
  });

  it('makes one request of a double submit', async () => {
    const { caseId } = await aConsentedCase(t);
    const version = await caseVersion(t, caseId);
    const [first, second] = await Promise.all(
      [1, 2].map(() => request('caseworker', caseId, { version }, { 'idempotency-key': 'one-request' })),
    );
    expect(first?.status).toBe(201);
    expect(second?.body).toEqual(first?.body);
  });

  it('is blocked without the consent to share', async () => {
    const { caseId } = await aCase(t, 'caseworker', { programme: 'walk-in' });
    const { status, body } = await request('caseworker', caseId);
    expect(status).toBe(409);
    expect(reasonsOf(body)).toEqual(['consent_to_take_part_missing', 'sharing_consent_missing']);
    expect(await t.owner.query('SELECT id FROM support_request WHERE support_case_id = $1', [caseId])).toEqual([]);
  });

  it('is blocked from where the case stands not yet', async () => {
    const { caseId } = await aCaseWithConsents(t);
    expect(reasonsOf((await request('caseworker', caseId)).body)).toEqual(['not_possible_in_this_status']);
  });

  it('refuses a case that somebody moved on in between', async () => {
    const { caseId } = await aConsentedCase(t);
    const version = await caseVersion(t, caseId);
    await takeStep(t, 'caseworker2', caseId, 'suspend', { reviewOn: '2026-07-01' });
    expect((await request('caseworker', caseId, { version })).body.error.code).toBe('stale_edit');
  });

  it.each([
    ['nothing wanted', { wanted: ' ' }, 'wanted', 'required'],
    ['a day to come', { requestedOn: '2026-06-11' }, 'requestedOn', 'date_in_future'],
    ['a day before the case', { requestedOn: '2026-06-09' }, 'requestedOn', 'before_case_opened'],
    ["an organisation that is not the site's", { toOrganisationId: 999 }, 'toOrganisationId', 'not_one_of'],
    ['the own organisation', { toOrganisationId: 1 }, 'toOrganisationId', 'not_one_of'],
  ])('answers 422 with the field to %s', async (_, wrong, field, code) => {
    const { caseId } = await aConsentedCase(t);
    const { status, body } = await request('caseworker', caseId, wrong);
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field, code })]);
  });
});
