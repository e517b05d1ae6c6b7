import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aCaseWithConsents, takeStep } from '../../support/arrangements/cases.js';
import { staffIdOf } from '../../support/arrangements/consultations.js';

describe('the team of a case', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const assign = async (login: string, caseId: string, who: string, more: object = {}) =>
    (await t.as(login)).post(`/cases/${caseId}/assignments`, {
      staffId: await staffIdOf(t, who),
      role: '副担当',
      startsOn: '2026-06-10',
      ...more,
    });
  const teamOf = async (login: string, caseId: string) =>
    (await (await t.as(login)).get(`/cases/${caseId}/assignments`)).body.items;

  describe('POST /api/v1/cases/:id/assignments', () => {
    it('answers 401 to nobody, 403 to the auditor, 404 to a stranger', async () => {
      const { caseId } = await aCase(t, 'caseworker');
      expect((await t.anonymous.post(`/cases/${caseId}/assignments`, {})).status).toBe(401);
      expect((await assign('auditor', caseId, 'caseworker2')).status).toBe(403);
      expect((await assign('stranger', caseId, 'stranger')).status).toBe(404);
    });

    it('puts a colleague on the team from a day', async () => {
      const { caseId } = await aCase(t, 'caseworker');
      expect((await assign('caseworker', caseId, 'caseworker2')).status).toBe(201);
      expect(await teamOf('caseworker', caseId)).toEqual([
        expect.objectContaining({ staffName: '架空 市子', role: '主担当', endsOn: null }),
        expect.objectContaining({ staffName: '架空 福男', role: '副担当', startsOn: '2026-06-10', side: 'municipal' }),
      ]);
    });

    it("lets the other side's staff in only where the person agreed to share", async () => {
      const { caseId } = await aCase(t, 'caseworker');
      const refused = await assign('caseworker', caseId, 'navigator', { role: '主担当' });
      expect(refused.status).toBe(409);
      expect(refused.body.error.reasons).toEqual([expect.objectContaining({ code: 'sharing_consent_missing' })]);

      const shared = await aCaseWithConsents(t);
      expect((await assign('caseworker', shared.caseId, 'navigator', { role: '主担当' })).status).toBe(201);
      expect(await teamOf('navigator', shared.caseId)).toHaveLength(2);
    });

    it('refuses a closed case', async () => {
      const { caseId } = await aCase(t, 'caseworker');
      await takeStep(t, 'caseworker', caseId, 'close', { closeReason: 'moved' });
      expect((await assign('caseworker', caseId, 'caseworker2')).body.error.reasons).toEqual([
        expect.objectContaining({ code: 'case_is_closed' }),
      ]);
    });

    it.each([
      ['somebody of another site', 'stranger', {}, 'staffId', 'not_one_of'],
      ['somebody who supports nobody', 'auditor', {}, 'staffId', 'not_one_of'],
      ['a second lead of the same organisation', 'caseworker2', { role: '主担当' }, 'role', 'role_is_taken'],
      ['the same role twice at once', 'caseworker', { role: '主担当' }, 'startsOn', 'assignment_overlaps'],
      ['a day before the case', 'caseworker2', { startsOn: '2026-06-09' }, 'startsOn', 'before_case_opened'],
      ['an end before its beginning', 'caseworker2', { endsOn: '2026-06-09' }, 'endsOn', 'end_before_start'],
    ])('answers 422 with the field to %s', async (_, who, wrong, field, code) => {
      const { caseId } = await aCase(t, 'caseworker');
      const { status, body } = await assign('caseworker', caseId, who, wrong);
      expect(status).toBe(422);
      expect(body.error.fields).toEqual([expect.objectContaining({ field, code })]);
    });
  });

  describe('POST /api/v1/assignments/:id/hand-over', () => {
    const aLead = async (): Promise<{ caseId: string; jobseekerId: string; id: string }> => {
      const arranged = await aCase(t, 'caseworker', { openedOn: '2026-06-01' });
      return { ...arranged, id: (await teamOf('caseworker', arranged.caseId))[0].id };
    };
    const body = async (more: object = {}) => ({
      toStaffId: await staffIdOf(t, 'caseworker2'),
      on: '2026-06-10',
      reason: '担当地区の変更',
      note: '次の面談は本人の都合で午後にする。',
      version: 1,
      ...more,
    });

    it('answers 401 to nobody, 403 to the auditor, 404 to a stranger', async () => {
      const { id } = await aLead();
      expect((await t.anonymous.post(`/assignments/${id}/hand-over`, await body())).status).toBe(401);
      expect((await (await t.as('auditor')).post(`/assignments/${id}/hand-over`, await body())).status).toBe(403);
      expect((await (await t.as('stranger')).post(`/assignments/${id}/hand-over`, await body())).status).toBe(404);
    });

    it('ends the old row and begins the new one on the same day, with reason and note', async () => {
      const { id, caseId } = await aLead();
      expect((await (await t.as('city-supervisor')).post(`/assignments/${id}/hand-over`, await body())).status).toBe(
        201,
      );
      expect(await teamOf('caseworker', caseId)).toEqual([
        expect.objectContaining({ staffName: '架空 福男', role: '主担当', startsOn: '2026-06-10', endsOn: null }),
        expect.objectContaining({
          staffName: '架空 市子',
          endsOn: '2026-06-10',
          handoverReason: '担当地区の変更',
          handoverNote: '次の面談は本人の都合で午後にする。',
        }),
      ]);
    });

    it('lets whoever holds a protected record hand it over and lose sight of it', async () => {
      const { id, caseId, jobseekerId } = await aLead();
      await t.owner.query(`UPDATE jobseeker SET protected_until = '2027-06-09' WHERE id = $1`, [jobseekerId]);
      expect((await (await t.as('caseworker')).post(`/assignments/${id}/hand-over`, await body())).status).toBe(201);
      expect((await (await t.as('caseworker')).get(`/cases/${caseId}`)).status).toBe(404);
      expect((await (await t.as('caseworker2')).get(`/cases/${caseId}`)).status).toBe(200);
    });

    it('refuses what is over, and a stale version', async () => {
      const { id } = await aLead();
      const user = await t.as('caseworker');
      expect((await user.post(`/assignments/${id}/hand-over`, await body({ version: 9 }))).body.error.code).toBe(
        'stale_edit',
      );
      await user.post(`/assignments/${id}/hand-over`, await body());
      expect((await user.post(`/assignments/${id}/hand-over`, await body({ version: 2 }))).body.error.reasons).toEqual([
        expect.objectContaining({ code: 'assignment_has_ended' }),
      ]);
    });

    it.each([
      ['no reason', { reason: '' }, 'reason', 'required'],
      ['no note', { note: ' ' }, 'note', 'required'],
      ['a day before the assignment', { on: '2026-05-31' }, 'on', 'before_assignment'],
    ])('answers 422 with the field to %s', async (_, wrong, field, code) => {
      const { id } = await aLead();
      const { status, body: answer } = await (
        await t.as('caseworker')
      ).post(`/assignments/${id}/hand-over`, await body(wrong));
      expect(status).toBe(422);
      expect(answer.error.fields).toEqual([expect.objectContaining({ field, code })]);
    });

    it.each([
      ['caseworker', 'handover_to_same_person'],
      ['navigator', 'not_one_of'],
    ])('answers 422 to %s as the successor', async (successor, code) => {
      const { id } = await aLead();
      const { body: answer } = await (
        await t.as('caseworker')
      ).post(`/assignments/${id}/hand-over`, await body({ toStaffId: await staffIdOf(t, successor) }));
      expect(answer.error.fields).toEqual([expect.objectContaining({ field: 'toStaffId', code })]);
    });
  });

  describe('POST /api/v1/assignments/:id/end', () => {
    it('takes somebody off the team from a day; the row stays', async () => {
      const { caseId } = await aCase(t, 'caseworker');
      const { id } = (await assign('caseworker', caseId, 'caseworker2')).body;
      const user = await t.as('caseworker');
      expect((await t.anonymous.post(`/assignments/${id}/end`, {})).status).toBe(401);
      expect((await (await t.as('auditor')).post(`/assignments/${id}/end`, {})).status).toBe(403);
      expect(
        (await (await t.as('stranger')).post(`/assignments/${id}/end`, { endsOn: '2026-06-10', version: 1 })).status,
      ).toBe(404);
      expect(
        (await user.post(`/assignments/${id}/end`, { endsOn: '2026-06-09', version: 1 })).body.error.fields,
      ).toEqual([expect.objectContaining({ code: 'end_before_start' })]);
      expect((await user.post(`/assignments/${id}/end`, { endsOn: '2026-06-20', version: 1 })).status).toBe(204);
      expect(await teamOf('caseworker', caseId)).toContainEqual(expect.objectContaining({ id, endsOn: '2026-06-20' }));
    });
  });
});
