import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase } from '../../support/arrangements/cases.js';

describe('PATCH /api/v1/cases/:id', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  it('answers 401 to nobody, 403 to the auditor, 404 to a stranger', async () => {
    const { caseId } = await aCase(t, 'caseworker');
    expect((await t.anonymous.patch(`/cases/${caseId}`, { version: 1 })).status).toBe(401);
    expect((await (await t.as('auditor')).patch(`/cases/${caseId}`, { version: 1 })).status).toBe(403);
    expect((await (await t.as('stranger')).patch(`/cases/${caseId}`, { version: 1 })).status).toBe(404);
  });

  it('moves the case to another desk and tells since when both sides work as a team', async () => {
    const { caseId } = await aCase(t, 'caseworker', { openedOn: '2026-06-01' });
    const [desk] = await t.owner.query(
      `SELECT d.id FROM desk d JOIN site s ON s.id = d.site_id WHERE s.code = 'mihon' AND d.code = 'north'`,
    );
    const user = await t.as('caseworker2');
    expect(
      (await user.patch(`/cases/${caseId}`, { deskId: desk.id, teamSupportSince: '2026-06-05', version: 1 })).status,
    ).toBe(204);
    expect((await user.get(`/cases/${caseId}`)).body).toMatchObject({
      desk: { id: desk.id, name: '北支所' },
      teamSupportSince: '2026-06-05',
      version: 2,
    });
    const [audit] = await t.owner.query(
      `SELECT changes FROM audit_entry WHERE action = 'case.changed' AND subject_id = $1`,
      [caseId],
    );
    expect(audit.changes.deskId).toEqual({ from: null, to: desk.id });
  });

  it('refuses a stale edit and tells whose change it would overwrite', async () => {
    const { caseId } = await aCase(t, 'caseworker');
    await (await t.as('caseworker2')).patch(`/cases/${caseId}`, { version: 1 });
    const { status, body } = await (await t.as('caseworker')).patch(`/cases/${caseId}`, { version: 1 });
    expect(status).toBe(409);
    expect(body.error).toMatchObject({ code: 'stale_edit', conflict: { changedBy: '架空 福男', currentVersion: 2 } });
  });

  it.each([
    ['a day before the case', { teamSupportSince: '2026-05-31' }, 'teamSupportSince', 'before_case_opened'],
    ['a day to come', { teamSupportSince: '2026-06-11' }, 'teamSupportSince', 'date_in_future'],
    ['a desk of another site', { deskId: 999 }, 'deskId', 'not_one_of'],
  ])('answers 422 with the field to %s', async (_, wrong, field, code) => {
    const { caseId } = await aCase(t, 'caseworker', { openedOn: '2026-06-01' });
    const { status, body } = await (await t.as('caseworker')).patch(`/cases/${caseId}`, { ...wrong, version: 1 });
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field, code })]);
  });
});
