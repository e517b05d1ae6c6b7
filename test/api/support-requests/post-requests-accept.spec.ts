import { startApplication, type TestApplication } from '../../support/application.js';
import { aRequestedCase } from '../../support/arrangements/cases.js';
import { staffIdOf } from '../../support/arrangements/staff.js';

/** What begins with an acceptance; the answer itself stands beside its opposite in post-requests-answer. */
describe('POST /api/v1/requests/:id/acceptance', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const accept = async (login: string, requestId: string, said: object = {}) =>
    (await t.as(login)).post(`/requests/${requestId}/acceptance`, { decidedOn: '2026-06-10', version: 1, ...said });
  /** Those of the national side on the team, in their roles. */
  const nationalTeamOf = (caseId: string): Promise<{ login: string; role: string; starts_on: string }[]> =>
    t.owner.query(
      `SELECT s.login, a.role, a.starts_on::text FROM case_assignment a JOIN staff s ON s.id = a.staff_id JOIN organisation o ON o.id = a.staff_org_id
       WHERE a.support_case_id = $1 AND o.side = 'national' ORDER BY a.id`,
      [caseId],
    );
  const teamSupportOf = async (caseId: string): Promise<string | null> =>
    (await t.owner.query('SELECT team_support_since::text AS since FROM support_case WHERE id = $1', [caseId]))[0]
      .since;

  it('puts whoever accepts on the team, and the case on their own list', async () => {
    const { requestId, caseId } = await aRequestedCase(t);
    const { body } = await accept('navigator', requestId);
    expect(body).toEqual({ assignedStaffId: await staffIdOf(t, 'navigator'), sidesWithoutStaff: [] });
    expect(await nationalTeamOf(caseId)).toEqual([{ login: 'navigator', role: '主担当', starts_on: '2026-06-10' }]);
    expect(
      (await (await t.as('navigator')).get('/cases?mine=true')).body.items.map(({ id }: { id: string }) => id),
    ).toEqual([caseId]);
    const kinds = await t.owner.query(
      `SELECT kind FROM timeline_entry WHERE support_case_id = $1 AND kind LIKE 'assignment%'`,
      [caseId],
    );
    expect(kinds).toEqual([{ kind: 'assignment.started' }]);
  });

  it('is taken on by the colleague who was named', async () => {
    const { requestId, caseId } = await aRequestedCase(t);
    const { body } = await accept('navigator', requestId, { assigneeStaffId: await staffIdOf(t, 'navigator2') });
    expect(body.assignedStaffId).toBe(await staffIdOf(t, 'navigator2'));
    expect(await nationalTeamOf(caseId)).toEqual([{ login: 'navigator2', role: '主担当', starts_on: '2026-06-10' }]);
  });

  it('leaves whoever is on the team already where they are', async () => {
    const { requestId, caseId } = await aRequestedCase(t);
    await (
      await t.as('caseworker')
    ).post(`/cases/${caseId}/assignments`, {
      staffId: await staffIdOf(t, 'navigator'),
      role: '通訳',
      startsOn: '2026-06-10',
    });
    expect((await accept('navigator', requestId)).body).toEqual({ assignedStaffId: null, sidesWithoutStaff: [] });
    expect(await nationalTeamOf(caseId)).toEqual([{ login: 'navigator', role: '通訳', starts_on: '2026-06-10' }]);
  });

  it('makes the newcomer 副担当 beside a colleague who is 主担当', async () => {
    const { requestId, caseId } = await aRequestedCase(t);
    await (
      await t.as('caseworker')
    ).post(`/cases/${caseId}/assignments`, {
      staffId: await staffIdOf(t, 'navigator2'),
      role: '主担当',
      startsOn: '2026-06-10',
    });
    await accept('navigator', requestId);
    expect((await nationalTeamOf(caseId)).map(({ login, role }) => [login, role])).toEqual([
      ['navigator2', '主担当'],
      ['navigator', '副担当'],
    ]);
  });

  it('has nobody when a supervisor names nobody, and says of which side', async () => {
    const { requestId, caseId } = await aRequestedCase(t);
    expect((await accept('hw-supervisor', requestId)).body).toEqual({
      assignedStaffId: null,
      sidesWithoutStaff: ['national'],
    });
    expect(await nationalTeamOf(caseId)).toEqual([]);
  });

  it.each(['caseworker', 'hw-supervisor', 'stranger-navigator'])(
    'is not taken on by %s, who is no case staff of the Hello Work here',
    async (login) => {
      const { requestId, caseId } = await aRequestedCase(t);
      const { status, body } = await accept('hw-supervisor', requestId, { assigneeStaffId: await staffIdOf(t, login) });
      expect([status, body.error.fields]).toEqual([
        422,
        [expect.objectContaining({ field: 'assigneeStaffId', code: 'not_one_of' })],
      ]);
      expect(await nationalTeamOf(caseId)).toEqual([]);
      expect((await t.owner.query('SELECT status FROM support_request WHERE id = $1', [requestId]))[0].status).toBe(
        'requested',
      );
    },
  );

  it.each<[string, object, object, string | null]>([
    ['begins team support', {}, {}, '2026-06-10'],
    ['leaves team support for later when told so', {}, { teamSupport: false }, null],
    ['leaves team support that began before as it is', { openedOn: '2026-06-01', teamSupport: true }, {}, '2026-06-01'],
  ])('%s', async (_what, opened, said, since) => {
    const { requestId, caseId } = await aRequestedCase(t, opened);
    await accept('navigator', requestId, said);
    expect(await teamSupportOf(caseId)).toBe(since);
  });
});
