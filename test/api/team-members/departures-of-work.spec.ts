import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aCaseWithConsents, takeStep } from '../../support/arrangements/cases.js';
import { aConsultation } from '../../support/arrangements/consultations.js';
import { aCaseInSupport, aReferral, timelineOf } from '../../support/arrangements/placements.js';
import { aPlan, aStep } from '../../support/arrangements/plans.js';
import { someoneLike, staffIdOf } from '../../support/arrangements/staff.js';
import { PASSWORD } from '../../support/sites.js';

/** What somebody who leaves still holds: listed, passed on or left to the queue, and given back when it was a mistake. */
describe('a departure with work in hand', () => {
  let t: TestApplication;
  let leaver: string;
  let successor: string;
  let turn = 0;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    turn += 1;
    [leaver, successor] = [`leaver-${turn}`, `successor-${turn}`];
    for (const login of [leaver, successor]) await someoneLike(t, 'caseworker', login, 'case_staff');
  });

  const versionOf = async (login: string): Promise<number> =>
    (await t.owner.query('SELECT version FROM staff WHERE login = $1', [login]))[0].version;
  const leave = async (login: string, body: object = {}) =>
    (await t.as('administrator')).post(`/staff/${await staffIdOf(t, login)}/departure`, {
      leavesOn: '2026-06-10',
      version: await versionOf(login),
      ...body,
    });
  const sheetOf = async (login: string) =>
    (await (await t.as('administrator')).get(`/staff/${await staffIdOf(t, login)}/departure`)).body;
  const teamOf = (caseId: string): Promise<{ login: string; role: string; starts: string; ends: string | null }[]> =>
    t.owner.query(
      `SELECT s.login, a.role, a.starts_on::text AS starts, a.ends_on::text AS ends FROM case_assignment a JOIN staff s ON s.id = a.staff_id
       WHERE a.support_case_id = $1 AND a.ends_on IS DISTINCT FROM a.starts_on ORDER BY a.starts_on, s.login, a.ends_on NULLS LAST`,
      [caseId],
    );
  /** A case of the caseworker's with a promise, a step and a review of theirs. */
  const aFullCase = async () => {
    const mine = await staffIdOf(t, leaver);
    const arranged = await aCase(t, leaver, { openedOn: '2026-06-01' });
    await aConsultation(t, leaver, {
      jobseekerId: arranged.jobseekerId,
      supportCaseId: arranged.caseId,
      nextActions: [{ title: '保育所の申込み', dueOn: '2026-06-20', ownerSide: 'municipal', ownerStaffId: mine }],
    });
    await aPlan(
      t,
      arranged.caseId,
      {
        drawnUpOn: '2026-06-10',
        steps: [aStep({ ownerSide: 'municipal', ownerStaffId: mine })],
        reviews: [{ dueOn: '2026-08-01', ownerStaffId: mine }],
      },
      leaver,
    );
    return arranged;
  };
  /** The leaver goes along to an interview of the case on a day to come. */
  const anInterview = async (interviewOn: string): Promise<{ referralId: string; caseId: string }> => {
    const { caseId, jobseekerId } = await aCaseInSupport(t);
    const { id, version } = await aReferral(t, { caseId, jobseekerId, letter: true });
    const body = { interviewOn, startsAt: '10:30', accompaniedBy: await staffIdOf(t, leaver), version };
    expect((await (await t.as('navigator')).post(`/referrals/${id}/interview`, body)).status).toBe(200);
    return { referralId: id, caseId };
  };
  const companionOf = async (referralId: string): Promise<string | null> =>
    (
      await t.owner.query(
        `SELECT s.login FROM interview i LEFT JOIN staff s ON s.id = i.accompanied_by WHERE i.referral_id = $1 AND i.status = 'arranged'`,
        [referralId],
      )
    )[0]?.login ?? null;
  const owners = async (): Promise<string[]> =>
    (
      await t.owner.query(
        `SELECT s.login FROM (SELECT owner_staff_id AS id FROM next_action UNION ALL SELECT owner_staff_id FROM plan_step UNION ALL
          SELECT owner_staff_id FROM plan_review) w
         JOIN staff s ON s.id = w.id WHERE s.login = ANY ($1)`,
        [[leaver, successor]],
      )
    ).map(({ login }: { login: string }) => login);

  describe('GET /api/v1/staff/:id/departure', () => {
    it('is told to the administrator of the same organisation alone', async () => {
      const path = `/staff/${await staffIdOf(t, leaver)}/departure`;
      expect((await t.anonymous.get(path)).status).toBe(401);
      expect((await (await t.as('city-supervisor')).get(path)).status).toBe(403);
      const other = `/staff/${await staffIdOf(t, 'navigator')}/departure`;
      expect((await (await t.as('administrator')).get(other)).status).toBe(404);
    });

    it('lists everything that is open by number, a protected person too, and names nobody', async () => {
      const { jobseekerId } = await aFullCase();
      await t.owner.query(`UPDATE jobseeker SET protected_until = '2027-06-09' WHERE id = $1`, [jobseekerId]);
      const closed = await aCase(t, leaver);
      await takeStep(t, leaver, closed.caseId, 'close', { closeReason: 'moved' });

      const sheet = await sheetOf(leaver);
      expect(
        sheet.held.map(({ kind, role, dueOn }: { kind: string; role: string; dueOn: string }) => [kind, role, dueOn]),
      ).toEqual(
        expect.arrayContaining([
          ['assignment', '主担当', null],
          ['next_action', null, '2026-06-20'],
          ['plan_step', null, '2026-07-31'],
          ['plan_review', null, '2026-08-01'],
        ]),
      );
      expect(sheet.held).toHaveLength(4);
      expect(JSON.stringify(sheet)).not.toMatch(/見本|花子|保育所|応募書類/);
      const names = sheet.successors.map(({ name }: { name: string }) => name);
      expect(names).toEqual(expect.arrayContaining(['架空 査子', '架空 福男', `架空 ${successor}`]));
      expect(names.filter((name: string) => name.startsWith('例示') || name === `架空 ${leaver}`)).toEqual([]);
      expect(sheet.successors[0]).toMatchObject({ cases: expect.any(Number) });
    });
  });

  describe('POST /api/v1/staff/:id/departure', () => {
    it('asks what becomes of what is open, and writes nothing until it is said', async () => {
      const { caseId } = await aFullCase();
      const { status, body } = await leave(leaver);
      expect(status).toBe(422);
      expect(body.error.fields).toEqual([
        expect.objectContaining({ field: 'successorStaffId', code: 'successor_missing' }),
      ]);
      expect(body.error.fields[0].message).toContain('4件');
      expect(await teamOf(caseId)).toEqual([{ login: leaver, role: '主担当', starts: '2026-06-01', ends: null }]);
      expect(
        (await t.owner.query('SELECT employed_until FROM staff WHERE login = $1', [leaver]))[0].employed_until,
      ).toBeNull();
    });

    it('passes everything on to one successor, answers for each and says so on the timeline', async () => {
      const { caseId } = await aFullCase();
      const { status, body } = await leave(leaver, { successorStaffId: await staffIdOf(t, successor) });
      expect(status).toBe(200);
      expect(body.items.map(({ result }: { result: string }) => result)).toEqual(Array(4).fill('handed_over'));
      expect(await teamOf(caseId)).toEqual([
        { login: leaver, role: '主担当', starts: '2026-06-01', ends: '2026-06-10' },
        { login: successor, role: '主担当', starts: '2026-06-10', ends: null },
      ]);
      expect(await owners()).toEqual([successor, successor, successor]);
      const lines = (await t.owner.query('SELECT kind FROM timeline_entry WHERE support_case_id = $1', [caseId])).map(
        ({ kind }: { kind: string }) => kind,
      );
      expect(lines).toEqual(
        expect.arrayContaining(['assignment.handed_over', 'next_action.handed_over', 'plan_step.handed_over']),
      );
    });

    it('lets one thing wait in the queue while the rest is passed on', async () => {
      const one = await aCase(t, leaver, { openedOn: '2026-06-01' });
      await aCase(t, leaver, { openedOn: '2026-06-02' });
      const { held } = await sheetOf(leaver);
      const waiting = held.find(({ caseId }: { caseId: string }) => caseId === one.caseId);
      const { body } = await leave(leaver, {
        successorStaffId: await staffIdOf(t, successor),
        each: [{ kind: 'assignment', id: waiting.id }],
      });
      expect(body.items.map(({ result }: { result: string }) => result).sort()).toEqual(['handed_over', 'unattended']);
      const queue = (await (await t.as('city-supervisor')).get('/unattended-cases')).body.items;
      expect(queue.filter(({ lastLead }: { lastLead: string }) => lastLead === `架空 ${leaver}`)).toEqual([
        expect.objectContaining({ caseId: one.caseId, leftOn: '2026-06-10' }),
      ]);
    });

    it.each([
      ['the leaver', undefined],
      ['somebody of the other side', 'navigator'],
      ['an auditor', 'auditor'],
    ])('takes %s as no successor', async (_, wrong) => {
      await aCase(t, leaver);
      const { body } = await leave(leaver, { successorStaffId: await staffIdOf(t, wrong ?? leaver) });
      expect(body.error.fields).toEqual([expect.objectContaining({ field: 'successorStaffId', code: 'not_one_of' })]);
    });

    it('dated ahead leaves what is due before it to the leaver, who works until then', async () => {
      const { caseId } = await aFullCase();
      const body = { leavesOn: '2026-07-01', successorStaffId: await staffIdOf(t, successor) };
      const answer = (await leave(leaver, body)).body;
      expect(answer.items.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
        'assignment',
        'plan_review',
        'plan_step',
      ]);
      expect(await teamOf(caseId)).toEqual([
        { login: leaver, role: '主担当', starts: '2026-06-01', ends: '2026-07-01' },
        { login: successor, role: '主担当', starts: '2026-07-01', ends: null },
      ]);
      expect((await owners()).sort()).toEqual([leaver, successor, successor]);
      expect((await (await t.as(leaver)).get(`/cases/${caseId}`)).status).toBe(200);
      t.clock.set('2026-07-01');
      await expect(t.as(leaver)).rejects.toThrow('could not sign in');
      t.clock.set('2026-06-10');
    });

    it('lists the interviews somebody was to go along to, and passes them on with the rest', async () => {
      const { referralId, caseId } = await anInterview('2026-06-20');
      expect((await sheetOf(leaver)).held).toEqual([
        expect.objectContaining({ kind: 'interview', caseId, role: null, dueOn: '2026-06-20' }),
      ]);
      expect((await leave(leaver)).body.error.fields[0]).toMatchObject({ code: 'successor_missing' });
      const { body } = await leave(leaver, { successorStaffId: await staffIdOf(t, successor) });
      expect(body.items).toEqual([expect.objectContaining({ kind: 'interview', result: 'handed_over' })]);
      expect(await companionOf(referralId)).toBe(successor);
      expect(await timelineOf(t, caseId)).toContain('referral.interview_handed_over');
    });

    it('leaves an interview before the day to the leaver, and one whose successor is not said to the queue', async () => {
      const before = await anInterview('2026-06-20');
      const { body } = await leave(leaver, { leavesOn: '2026-06-25', toQueue: true });
      expect(body.items).toEqual([]);
      expect(await companionOf(before.referralId)).toBe(leaver);
      t.clock.set('2026-06-25');
      const waiting = (await (await t.as('city-supervisor')).get('/unattended-tasks')).body.items;
      t.clock.set('2026-06-10');
      expect(waiting).toContainEqual(expect.objectContaining({ kind: 'interview', caseId: before.caseId }));
    });

    it('keeps the last administrator, also of two who would let each other go', async () => {
      const administrator = await t.as('administrator');
      const second = {
        login: 'second',
        name: '見本 次',
        nameKana: 'ミホン ツギ',
        role: 'site_administrator',
        password: 'kari-no-kotoba',
      };
      const { id } = (await administrator.post('/staff', second)).body;
      // Settled for next month: from then on the first is the only one.
      expect((await administrator.post(`/staff/${id}/departure`, { leavesOn: '2026-07-01', version: 1 })).status).toBe(
        200,
      );
      const { token } = (await t.anonymous.post('/sessions', { login: 'second', password: 'kari-no-kotoba' })).body;
      await t.owner.query(`UPDATE credential SET must_change = false WHERE staff_id = $1`, [id]);
      const answer = await t.app.inject({
        method: 'POST',
        url: `/api/v1/staff/${await staffIdOf(t, 'administrator')}/departure`,
        headers: { authorization: `Bearer ${token}` },
        payload: { leavesOn: '2026-06-10', version: 1 },
      });
      expect([answer.statusCode, JSON.parse(answer.body).error.reasons[0].code]).toEqual([409, 'last_administrator']);
    });

    it('by eight at once happens once', async () => {
      await aCase(t, leaver, { openedOn: '2026-06-01' });
      const administrator = await t.as('administrator');
      const path = `/staff/${await staffIdOf(t, leaver)}/departure`;
      const body = { leavesOn: '2026-06-10', version: 1, successorStaffId: await staffIdOf(t, successor) };
      const statuses = (await Promise.all(Array.from({ length: 8 }, () => administrator.post(path, body)))).map(
        ({ status }) => status,
      );
      expect(statuses.sort()).toEqual([200, ...Array(7).fill(409)]);
      const [{ n }] = await t.owner.query(
        'SELECT count(*)::int AS n FROM case_assignment a JOIN staff s ON s.id = a.staff_id WHERE s.login = $1 AND a.ends_on IS NULL',
        [successor],
      );
      expect(n).toBe(1);
    });
  });

  describe('POST /api/v1/staff/:id/departure of the site alone', () => {
    it('passes on what is open at this site', async () => {
      const { caseId } = await aFullCase();
      const body = { scope: 'site', successorStaffId: await staffIdOf(t, successor) };
      expect((await leave(leaver, body)).status).toBe(200);
      expect((await teamOf(caseId)).at(-1)).toMatchObject({ login: successor, ends: null });
    });
  });

  describe('POST /api/v1/staff/:id/departure/withdrawal', () => {
    const withdraw = async (login: string) =>
      (await t.as('administrator')).post(`/staff/${await staffIdOf(t, login)}/departure/withdrawal`, {
        version: await versionOf(login),
      });

    it('is refused to everybody else, and where nothing was registered', async () => {
      const path = `/staff/${await staffIdOf(t, leaver)}/departure/withdrawal`;
      expect((await t.anonymous.post(path, { version: 1 })).status).toBe(401);
      expect((await (await t.as(successor)).post(path, { version: 1 })).status).toBe(403);
      expect((await withdraw(leaver)).body.error.reasons).toEqual([expect.objectContaining({ code: 'no_departure' })]);
    });

    it.each([
      ['today', '2026-06-10', [['leaver', '2026-06-01', null]]],
      ['ahead', '2026-07-01', [['leaver', '2026-06-01', null]]],
      [
        'days ago',
        '2026-06-05',
        [
          ['leaver', '2026-06-01', '2026-06-05'],
          ['successor', '2026-06-05', '2026-06-10'],
          ['leaver', '2026-06-10', null],
        ],
      ],
    ])('gives back what had gone to the successor with a departure dated %s', async (_, leavesOn, team) => {
      const { caseId } = await aFullCase();
      await leave(leaver, { leavesOn, successorStaffId: await staffIdOf(t, successor) });
      const { status, body } = await withdraw(leaver);
      expect(status).toBe(200);
      expect(new Set(body.items.map(({ result }: { result: string }) => result))).toEqual(new Set(['given_back']));
      const told = (await teamOf(caseId)).map(({ login, starts, ends }) => [login.replace(/-\d+$/, ''), starts, ends]);
      expect(told).toEqual(team);
      expect(await owners()).toEqual([leaver, leaver, leaver]);
      // A sign-in that ended does not come back; signing in does.
      const again = await t.anonymous.post('/sessions', { login: leaver, password: PASSWORD });
      expect(again.status).toBe(201);
    });

    it('gives back an interview, unless another day was agreed on since', async () => {
      const one = await anInterview('2026-06-20');
      const other = await anInterview('2026-06-21');
      await leave(leaver, { successorStaffId: await staffIdOf(t, successor) });
      const [{ version }] = await t.owner.query('SELECT version FROM referral WHERE id = $1', [other.referralId]);
      const moved = { interviewOn: '2026-06-22', accompaniedBy: await staffIdOf(t, successor), version };
      expect((await (await t.as('navigator')).post(`/referrals/${other.referralId}/interview`, moved)).status).toBe(
        200,
      );
      const { items } = (await withdraw(leaver)).body;
      expect(items.map(({ result }: { result: string }) => result).sort()).toEqual(['given_back', 'kept']);
      expect([await companionOf(one.referralId), await companionOf(other.referralId)]).toEqual([leaver, successor]);
    });

    it('gives back what waited in the queue, and leaves what somebody took on meanwhile', async () => {
      const one = await aCase(t, leaver, { openedOn: '2026-06-01' });
      const other = await aCase(t, leaver, { openedOn: '2026-06-01' });
      await leave(leaver, { toQueue: true });
      const supervisor = await t.as('city-supervisor');
      const taken = { staffId: await staffIdOf(t, successor), caseIds: [one.caseId] };
      expect((await supervisor.post('/unattended-cases/take-over', taken)).body.items).toEqual([
        { caseId: one.caseId, result: 'assigned', reason: null },
      ]);
      const { items } = (await withdraw(leaver)).body;
      expect(items.map(({ result }: { result: string }) => result).sort()).toEqual(['given_back', 'kept']);
      expect((await teamOf(one.caseId)).at(-1)).toMatchObject({ login: successor, ends: null });
      expect(await teamOf(other.caseId)).toEqual([{ login: leaver, role: '主担当', starts: '2026-06-01', ends: null }]);
    });
  });

  it('of the other side leaves this side as it is', async () => {
    const { caseId } = await aCaseWithConsents(t);
    leaver = 'caseworker';
    const assigned = { staffId: await staffIdOf(t, 'navigator'), role: '主担当', startsOn: '2026-06-10' };
    expect((await (await t.as(leaver)).post(`/cases/${caseId}/assignments`, assigned)).status).toBe(201);
    await leave(leaver, { toQueue: true });
    expect(await teamOf(caseId)).toContainEqual({
      login: 'navigator',
      role: '主担当',
      starts: '2026-06-10',
      ends: null,
    });
  });
});
