import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aSharedCase, caseVersion, programmeIdOf, takeStep } from '../../support/arrangements/cases.js';
import { aCaseInSupport, aLeaving, aPlacement, statusOf, timelineOf } from '../../support/arrangements/placements.js';
import { staffIdOf } from '../../support/arrangements/staff.js';
import { PageUser } from '../../support/pages.js';

/** 終了の取消: a closing typed by mistake never was. */
describe('POST /api/v1/cases/:id/closing/withdrawal', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());
  beforeEach(() => t.clock.set('2026-06-10'));

  const close = (caseId: string, login = 'caseworker'): Promise<unknown> =>
    takeStep(t, login, caseId, 'close', { closeReason: 'moved' });
  const withdraw = async (login: string, caseId: string, body: object = {}) =>
    (await t.as(login)).post(`/cases/${caseId}/closing/withdrawal`, {
      reason: '別の人の記録だった',
      version: await caseVersion(t, caseId),
      ...body,
    });
  const reasonsOf = ({ body }: { body: { error: { reasons: { code: string }[] } } }): string[] =>
    body.error.reasons.map(({ code }) => code);
  const stateOf = async (caseId: string): Promise<object> =>
    (
      await t.owner.query(
        `SELECT status, status_since::text AS since, suspended_from AS "suspendedFrom", review_on::text AS "reviewOn",
          closed_on AS "closedOn", close_reason AS "closeReason"
         FROM support_case WHERE id = $1`,
        [caseId],
      )
    )[0];
  const teamOf = (caseId: string): Promise<object[]> =>
    t.owner.query(
      `SELECT s.login, a.role, a.starts_on::text AS starts, a.ends_on::text AS ends, a.ended_with AS "endedWith" FROM case_assignment a
        JOIN staff s ON s.id = a.staff_id
       WHERE a.support_case_id = $1 ORDER BY s.login`,
      [caseId],
    );

  it('answers 401 to nobody, 403 to the auditor, 404 to whoever may not know of the case', async () => {
    const { caseId } = await aCase(t, 'caseworker');
    await close(caseId);
    const body = { reason: '誤り', version: 2 };
    expect((await t.anonymous.post(`/cases/${caseId}/closing/withdrawal`, body)).status).toBe(401);
    expect((await withdraw('auditor', caseId)).status).toBe(403);
    for (const login of ['stranger', 'navigator']) expect((await withdraw(login, caseId)).status).toBe(404);
  });

  it('lets the state follow what was recorded while the period counted as over', async () => {
    const of = await aCaseInSupport(t);
    const placement = await aPlacement(t, of);
    await close(of.caseId);
    await aLeaving(t, placement);
    expect(await statusOf(t, of.caseId)).toBe('closed');
    expect((await withdraw('caseworker', of.caseId)).body).toEqual({ status: 'active' });
    expect((await timelineOf(t, of.caseId)).at(-1)).toBe('case.transitioned');
  });

  it('brings back the state, the team of both sides and their settled ends, and tells it', async () => {
    const { caseId } = await aSharedCase(t);
    await t.owner.query(
      `UPDATE case_assignment SET ends_on = '2026-09-01' WHERE support_case_id = $1 AND staff_id = $2`,
      [caseId, await staffIdOf(t, 'navigator')],
    );
    const [before, team] = [await stateOf(caseId), await teamOf(caseId)];
    t.clock.set('2026-06-12');
    await close(caseId);
    expect(await teamOf(caseId)).not.toEqual(team);
    const { status, body } = await withdraw('caseworker', caseId);
    expect([status, body]).toEqual([200, { status: (before as { status: string }).status }]);
    expect(await stateOf(caseId)).toEqual(before);
    expect(await teamOf(caseId)).toEqual(team);
    expect(await timelineOf(t, caseId)).toEqual(
      expect.arrayContaining(['case.transitioned', 'case.closing_withdrawn', 'assignment.resumed']),
    );
    // Not a new period, and the mistake stays on record with who took it back and why.
    const lines = await t.owner.query(
      `SELECT t.action, t.reason, t.happened_on::text AS day, s.login FROM case_transition t JOIN staff s ON s.id = t.created_by
       WHERE support_case_id = $1 ORDER BY t.happened_on DESC, t.id DESC LIMIT 2`,
      [caseId],
    );
    expect(lines).toEqual([
      { action: 'withdraw_closing', reason: '別の人の記録だった', day: '2026-06-12', login: 'caseworker' },
      { action: 'close', reason: null, day: '2026-06-12', login: 'caseworker' },
    ]);
    const told = await t.owner.query(
      `SELECT count(*)::int AS n FROM outbox_message WHERE payload::text LIKE '%closing_withdrawn%'`,
    );
    expect(told[0].n).toBeGreaterThan(0);
  });

  it('brings a suspended case back as suspended, with its day of review', async () => {
    const { caseId } = await aCase(t, 'caseworker');
    await takeStep(t, 'caseworker', caseId, 'pick_candidate');
    await takeStep(t, 'caseworker', caseId, 'suspend', { reviewOn: '2026-08-01' });
    const before = await stateOf(caseId);
    await close(caseId);
    expect((await withdraw('caseworker', caseId)).status).toBe(200);
    expect(await stateOf(caseId)).toEqual(before);
    expect(before).toMatchObject({ status: 'suspended', suspendedFrom: 'candidate', reviewOn: '2026-08-01' });
    // Closed again and taken back again, it stands where it stood.
    await close(caseId);
    expect((await withdraw('caseworker', caseId)).status).toBe(200);
    expect(await stateOf(caseId)).toEqual(before);
  });

  it('is for whoever closed it and for a supervisor', async () => {
    const { caseId } = await aCase(t, 'caseworker');
    await close(caseId);
    expect(reasonsOf(await withdraw('caseworker2', caseId))).toEqual(['only_supervisor_or_who_closed']);
    expect((await withdraw('city-supervisor', caseId)).status).toBe(200);
    expect(reasonsOf(await withdraw('city-supervisor', caseId))).toEqual(['case_is_not_closed']);
  });

  it('is refused once a later period began', async () => {
    const { caseId, jobseekerId } = await aCase(t, 'caseworker');
    await close(caseId);
    const opened = {
      jobseekerId,
      programmeId: await programmeIdOf(t, 'caseworker', 'livelihood'),
      openedOn: '2026-06-10',
      role: '主担当',
    };
    const later = await (await t.as('caseworker')).post('/cases', opened);
    expect(later.status).toBe(201);
    const refused = await withdraw('caseworker', caseId);
    expect([refused.status, reasonsOf(refused)]).toEqual([409, ['later_period_began']]);
    // Also when that one is over.
    await close(later.body.id);
    expect(reasonsOf(await withdraw('caseworker', caseId))).toEqual(['later_period_began']);
    expect((await withdraw('caseworker', later.body.id)).status).toBe(200);
  });

  it('asks why, at the field, and on a version overtaken writes nothing', async () => {
    const { caseId } = await aCase(t, 'caseworker');
    await close(caseId);
    expect((await withdraw('caseworker', caseId, { reason: ' ' })).body.error.fields).toEqual([
      expect.objectContaining({ field: 'reason', code: 'required' }),
    ]);
    expect((await withdraw('caseworker', caseId, { version: 1 })).body.error.code).toBe('stale_edit');
    expect(await stateOf(caseId)).toMatchObject({ status: 'closed' });
  });

  it('by eight at once happens once', async () => {
    const { caseId } = await aCase(t, 'caseworker');
    await close(caseId);
    const answers = await Promise.all(Array.from({ length: 8 }, () => withdraw('caseworker', caseId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect((await timelineOf(t, caseId)).filter((kind) => kind === 'case.closing_withdrawn')).toHaveLength(1);
  });

  it('leaves with the queue whoever left meanwhile', async () => {
    const { caseId } = await aCase(t, 'caseworker2');
    await close(caseId, 'caseworker2');
    await t.owner.query(`UPDATE staff SET employed_until = '2026-06-10' WHERE login = 'caseworker2'`);
    try {
      expect((await withdraw('city-supervisor', caseId)).status).toBe(200);
      const queue = (await (await t.as('city-supervisor')).get('/unattended-cases')).body.items;
      expect(queue).toContainEqual(expect.objectContaining({ caseId }));
    } finally {
      await t.owner.query(`UPDATE staff SET employed_until = NULL WHERE login = 'caseworker2'`);
    }
  });

  it('stands on the page, keeps what was typed, and says why it is barred', async () => {
    const { caseId } = await aCase(t, 'caseworker');
    await close(caseId);
    const path = `/cases/${caseId}/closing/withdrawal`;
    const user = await PageUser.signedIn(t, 'caseworker');
    expect((await user.get(`/cases/${caseId}/steps`)).html).toContain(`action="${path}"`);
    const other = await PageUser.signedIn(t, 'caseworker2');
    expect((await other.get(`/cases/${caseId}/steps`)).html).toContain('終了を記録した職員と監督者です');
    const steps = `/cases/${caseId}/steps`;
    const stale = await user.submit(steps, path, { reason: '見まちがい', version: '1' });
    expect(stale.html).toContain('見まちがい');
    expect((await user.submit(steps, path, { reason: '見まちがい' })).status).toBe(303);
    expect(await stateOf(caseId)).toMatchObject({ status: 'intake', closedOn: null });
  });
});
