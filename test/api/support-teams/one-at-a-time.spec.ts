import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aRequestedCase, aSharedCase, takeStep } from '../../support/arrangements/cases.js';
import { aJobseeker } from '../../support/arrangements/jobseekers.js';
import { staffIdOf } from '../../support/arrangements/staff.js';

/** "At most one" holds when eight do it at once, and in the database itself. */
describe('at most one at a time', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const eight = async <T>(act: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 8 }, act));
  const statusesOf = (answers: readonly { status: number }[]): number[] => answers.map(({ status }) => status).sort();
  const count = async (sql: string, parameters: unknown[]): Promise<number> =>
    (await t.owner.query(`SELECT count(*)::int AS n FROM ${sql}`, parameters))[0].n;

  it('主担当 of an organisation: one of eight calls succeeds, the others say why', async () => {
    const { caseId } = await aCase(t, 'caseworker', { role: '通訳' });
    const user = await t.as('city-supervisor');
    const staff = [await staffIdOf(t, 'caseworker'), await staffIdOf(t, 'caseworker2')];
    let turn = 0;
    const answers = await eight(() =>
      user.post(`/cases/${caseId}/assignments`, {
        staffId: staff[turn++ % 2],
        role: '主担当',
        startsOn: '2026-06-10',
      }),
    );
    expect(statusesOf(answers)).toEqual([201, ...Array(7).fill(422)]);
    expect(await count(`case_assignment WHERE support_case_id = $1 AND role = '主担当'`, [caseId])).toBe(1);
  });

  it('主担当 handed over by eight at once goes to one', async () => {
    const { caseId } = await aCase(t, 'caseworker', { openedOn: '2026-06-01' });
    const user = await t.as('caseworker');
    const [{ id }] = (await user.get(`/cases/${caseId}/assignments`)).body.items;
    const body = {
      toStaffId: await staffIdOf(t, 'caseworker2'),
      on: '2026-06-10',
      reason: '異動',
      note: '特になし',
      version: 1,
    };
    const answers = await eight(() => user.post(`/assignments/${id}/hand-over`, body));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await count('case_assignment WHERE support_case_id = $1 AND ends_on IS NULL', [caseId])).toBe(1);
  });

  it('a request accepted by eight at once is accepted once', async () => {
    const { caseId, requestId } = await aRequestedCase(t);
    const navigator = await t.as('navigator');
    const answers = await eight(() =>
      navigator.post(`/requests/${requestId}/acceptance`, { decidedOn: '2026-06-10', version: 1 }),
    );
    expect(statusesOf(answers)).toEqual([200, ...Array(7).fill(409)]);
    expect(
      await count(
        `case_assignment a JOIN staff s ON s.id = a.staff_id WHERE a.support_case_id = $1 AND s.login = 'navigator'`,
        [caseId],
      ),
    ).toBe(1);
  });

  it('a period opened by eight at once is one', async () => {
    const { id: jobseekerId } = await aJobseeker(t, 'caseworker');
    const answers = await eight(async () =>
      aCase(t, 'caseworker', { jobseekerId }).then(
        () => 201,
        () => 409,
      ),
    );
    expect(answers.sort()).toEqual([201, ...Array(7).fill(409)]);
    expect(await count('support_case WHERE jobseeker_id = $1', [jobseekerId])).toBe(1);
  });

  it('a group joined by eight at once is joined once', async () => {
    const { id } = await aJobseeker(t, 'caseworker');
    const user = await t.as('caseworker');
    const { targetGroups } = (await user.get('/site')).body;
    const group = { groupCode: targetGroups[0].code, startsOn: '2026-06-10' };
    const answers = await eight(() => user.post(`/jobseekers/${id}/groups`, group));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.every(({ status }) => [201, 409, 422].includes(status))).toBe(true);
    expect(await count('group_membership WHERE jobseeker_id = $1 AND group_code = $2', [id, group.groupCode])).toBe(1);
  });

  it('work at a site begun by eight at once begins once', async () => {
    const administrator = await t.as('administrator');
    const id = await staffIdOf(t, 'auditor');
    await administrator.post(`/staff/${id}/departure`, { scope: 'site', leavesOn: '2026-06-10', version: 1 });
    const answers = await eight(() =>
      administrator.post(`/staff/${id}/site-assignment`, { startsOn: '2026-06-10', version: 2 }),
    );
    expect(statusesOf(answers)).toEqual([204, ...Array(7).fill(409)]);
    expect(await count('staff_site WHERE staff_id = $1 AND ends_on IS NULL', [id])).toBe(1);
  });

  describe('written past the application', () => {
    const assignmentOf = (caseId: string, role: string, startsOn: string) =>
      t.owner.query(
        `INSERT INTO case_assignment (id, site_id, org_id, jobseeker_id, support_case_id, staff_id, staff_org_id, role, starts_on)
         SELECT gen_random_uuid(), site_id, org_id, jobseeker_id, support_case_id, staff_id, staff_org_id, $2, $3 FROM case_assignment
           WHERE support_case_id = $1 LIMIT 1`,
        [caseId, role, startsOn],
      );

    it('is refused by the database', async () => {
      const { caseId, jobseekerId } = await aCase(t, 'caseworker');
      await expect(assignmentOf(caseId, '主担当', '2026-08-01')).rejects.toThrow('case_assignment_one_lead');
      await assignmentOf(caseId, '通訳', '2026-08-01');
      await expect(assignmentOf(caseId, '通訳', '2026-09-01')).rejects.toThrow('case_assignment_role_once_at_a_time');
      await expect(
        t.owner.query(
          `INSERT INTO support_case (id, site_id, org_id, jobseeker_id, number, programme_id, status, status_since, opened_on)
           SELECT gen_random_uuid(), site_id, org_id, jobseeker_id, 'S9999999', programme_id, 'intake', opened_on, opened_on
             FROM support_case WHERE jobseeker_id = $1`,
          [jobseekerId],
        ),
      ).rejects.toThrow('support_case_one_open');
      await expect(
        t.owner.query(
          'INSERT INTO staff_site (staff_id, site_id, starts_on) SELECT staff_id, site_id, starts_on FROM staff_site LIMIT 1',
        ),
      ).rejects.toThrow('staff_site_once_at_a_time');
    });
  });

  describe('closing a case', () => {
    it('ends its team that day, of both sides, with one line that says so; a new period begins anew', async () => {
      const { caseId, jobseekerId } = await aSharedCase(t);
      await takeStep(t, 'caseworker', caseId, 'close', { closeReason: 'own_wish' });
      const team = await t.owner.query(
        'SELECT ends_on::text, ended_with FROM case_assignment WHERE support_case_id = $1',
        [caseId],
      );
      expect(team).toEqual(Array(2).fill({ ends_on: '2026-06-10', ended_with: 'closing' }));
      const lines = (await (await t.as('navigator')).get(`/cases/${caseId}/timeline`)).body.items;
      expect(lines).toContainEqual(expect.objectContaining({ kind: 'team.ended', data: { members: 2 } }));

      const next = await aCase(t, 'caseworker', { jobseekerId });
      expect(await count('case_assignment WHERE support_case_id = $1 AND ends_on IS NULL', [next.caseId])).toBe(1);
    });

    it('ends those too whom a withdrawn consent has put out of sight', async () => {
      const { caseId, jobseekerId } = await aSharedCase(t);
      await t.owner.query(
        `UPDATE sharing_grant SET ends_on = '2026-06-10' WHERE jobseeker_id = $1 AND basis = 'consent'`,
        [jobseekerId],
      );
      await takeStep(t, 'caseworker', caseId, 'close', { closeReason: 'own_wish' });
      expect(await count('case_assignment WHERE support_case_id = $1 AND ends_on IS NULL', [caseId])).toBe(0);
    });

    it('leaves a protected person to those who were on the team to the end', async () => {
      const { caseId, jobseekerId } = await aCase(t, 'caseworker');
      await t.owner.query(`UPDATE jobseeker SET protected_until = '2027-06-09' WHERE id = $1`, [jobseekerId]);
      await takeStep(t, 'caseworker', caseId, 'close', { closeReason: 'moved' });
      expect((await (await t.as('caseworker')).get(`/cases/${caseId}`)).status).toBe(200);
      expect((await (await t.as('caseworker2')).get(`/cases/${caseId}`)).status).toBe(404);
    });
  });
});
