import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aCaseWithConsents, caseBody, caseVersion, takeStep } from '../../support/arrangements/cases.js';
import { aJobseeker } from '../../support/arrangements/jobseekers.js';

describe('POST /api/v1/cases', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const open = async (login: string, said: Parameters<typeof caseBody>[2], headers = {}) =>
    (await t.as(login)).post('/cases', await caseBody(t, login, said), headers);

  it('answers 401 to nobody', async () => {
    expect((await t.anonymous.post('/cases', {})).status).toBe(401);
  });

  it('answers 403 to a role that supports nobody', async () => {
    expect((await (await t.as('auditor')).post('/cases', {})).status).toBe(403);
  });

  it('answers 404 to a stranger, and to the other side without consent', async () => {
    const { id: jobseekerId } = await aJobseeker(t, 'caseworker');
    for (const login of ['stranger', 'navigator']) expect((await open(login, { jobseekerId })).status).toBe(404);
  });

  it('stores the period with its number, its first state and whoever opened it on the team', async () => {
    const { id: jobseekerId } = await aJobseeker(t, 'caseworker');
    const { status, body } = await open('caseworker', {
      jobseekerId,
      openedOn: '2026-06-01',
      teamSupport: true,
      role: '主担当',
    });
    expect({ status, body }).toEqual({
      status: 201,
      body: { id: expect.any(String), number: expect.stringMatching(/^S\d{7}$/) },
    });
    const [row] = await t.owner.query(
      `SELECT c.status, c.status_since::text, c.team_support_since::text, o.code AS org, a.role, a.starts_on::text, a.ends_on, s.login,
        t.action, t.from_status, t.happened_on::text
       FROM support_case c JOIN organisation o ON o.id = c.org_id JOIN case_assignment a ON a.support_case_id = c.id JOIN staff s ON s.id = a.staff_id
       JOIN case_transition t ON t.support_case_id = c.id WHERE c.id = $1`,
      [body.id],
    );
    expect(row).toEqual({
      status: 'intake',
      status_since: '2026-06-01',
      team_support_since: '2026-06-01',
      org: 'mihon-city',
      role: '主担当',
      starts_on: '2026-06-01',
      ends_on: null,
      login: 'caseworker',
      action: 'open',
      from_status: null,
      happened_on: '2026-06-01',
    });
    expect(
      await t.owner.query('SELECT kind, occurred_on::text FROM timeline_entry WHERE support_case_id = $1', [body.id]),
    ).toEqual([{ kind: 'case.opened', occurred_on: '2026-06-01' }]);
  });

  it('is open to the other side once the person agreed to share', async () => {
    const { caseId, jobseekerId } = await aCaseWithConsents(t);
    expect((await (await t.as('navigator')).get(`/cases/${caseId}`)).body.jobseekerId).toBe(jobseekerId);
  });

  it('makes one case of a double submit', async () => {
    const { id: jobseekerId } = await aJobseeker(t, 'caseworker');
    const [first, second] = await Promise.all(
      [1, 2].map(() => open('caseworker', { jobseekerId }, { 'idempotency-key': 'one-case' })),
    );
    expect(first?.status).toBe(201);
    expect(second?.body).toEqual(first?.body);
  });

  it('refuses a second period while one runs', async () => {
    const { jobseekerId } = await aCase(t, 'caseworker');
    const { status, body } = await open('caseworker2', { jobseekerId });
    expect(status).toBe(409);
    expect(body.error.reasons).toEqual([expect.objectContaining({ code: 'another_period_open' })]);
  });

  it('opens one period when several are sent at once', async () => {
    const { id: jobseekerId } = await aJobseeker(t, 'caseworker');
    const body = await caseBody(t, 'caseworker', { jobseekerId });
    const users = await Promise.all(['caseworker', 'caseworker2', 'city-supervisor'].map((login) => t.as(login)));
    const answers = await Promise.all(users.map((user) => user.post('/cases', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('opens a new period after the last was closed', async () => {
    const { caseId, jobseekerId } = await aCase(t, 'caseworker');
    await takeStep(t, 'caseworker', caseId, 'close', { closeReason: 'moved' });
    expect((await open('caseworker', { jobseekerId })).status).toBe(201);
  });

  it.each([
    ['a day to come', { openedOn: '2026-06-11' }, 'openedOn', 'date_in_future'],
    ['a day before the site opened', { openedOn: '2024-03-31' }, 'openedOn', 'before_site_opened'],
    ['a programme of another site', { programmeId: 999 }, 'programmeId', 'not_one_of'],
    ['a desk of another site', { deskId: 999 }, 'deskId', 'not_one_of'],
    ['no role', { role: ' ' }, 'role', 'required'],
  ])('answers 422 with the field to %s', async (_, wrong, field, code) => {
    const { id: jobseekerId } = await aJobseeker(t, 'caseworker');
    const { status, body } = await open('caseworker', { jobseekerId, ...wrong });
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field, code })]);
  });

  it('takes a desk that was closed off the choice', async () => {
    await t.owner.query(`UPDATE desk SET closed_on = '2026-05-31' WHERE code = 'north'`);
    const [desk] = await t.owner.query(
      `SELECT d.id FROM desk d JOIN site s ON s.id = d.site_id WHERE s.code = 'mihon' AND d.code = 'north'`,
    );
    const { id: jobseekerId } = await aJobseeker(t, 'caseworker');
    expect((await open('caseworker', { jobseekerId, deskId: desk.id })).body.error.fields).toEqual([
      expect.objectContaining({ field: 'deskId', code: 'not_one_of' }),
    ]);
  });

  it('begins at version 1', async () => {
    expect(await caseVersion(t, (await aCase(t, 'navigator')).caseId)).toBe(1);
  });
});
