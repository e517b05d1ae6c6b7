import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aCaseWithConsents, aConsentedCase, caseVersion, takeStep } from '../../support/arrangements/cases.js';

describe('POST /api/v1/cases/:id/transitions', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const PICK = { action: 'pick_candidate', on: '2026-06-10', version: 1 };
  const reasonsOf = (body: { error: { reasons: { code: string }[] } }): string[] =>
    body.error.reasons.map(({ code }) => code);

  it('answers 401 to nobody, 403 to the auditor, 404 to a stranger and to the other side without consent', async () => {
    const { caseId } = await aCase(t, 'caseworker');
    expect((await t.anonymous.post(`/cases/${caseId}/transitions`, PICK)).status).toBe(401);
    expect((await (await t.as('auditor')).post(`/cases/${caseId}/transitions`, PICK)).status).toBe(403);
    for (const login of ['stranger', 'navigator'])
      expect((await (await t.as(login)).post(`/cases/${caseId}/transitions`, PICK)).status).toBe(404);
  });

  it('stores the new state, the line of its history and the timeline together', async () => {
    const { caseId } = await aCase(t, 'caseworker', { openedOn: '2026-06-01' });
    const { status, body } = await (
      await t.as('caseworker2')
    ).post(`/cases/${caseId}/transitions`, { ...PICK, on: '2026-06-08', note: '査察指導員と相談済み' });
    expect({ status, body }).toEqual({ status: 200, body: { status: 'candidate' } });
    expect(
      await t.owner.query('SELECT status, status_since::text, version FROM support_case WHERE id = $1', [caseId]),
    ).toEqual([{ status: 'candidate', status_since: '2026-06-08', version: 2 }]);
    const [line] = await t.owner.query(
      `SELECT t.from_status, t.to_status, t.happened_on::text, t.note, s.login FROM case_transition t JOIN staff s ON s.id = t.created_by
        WHERE support_case_id = $1 AND action = 'pick_candidate'`,
      [caseId],
    );
    expect(line).toEqual({
      from_status: 'intake',
      to_status: 'candidate',
      happened_on: '2026-06-08',
      note: '査察指導員と相談済み',
      login: 'caseworker2',
    });
    const [entry] = await t.owner.query(
      `SELECT data, occurred_on::text FROM timeline_entry WHERE support_case_id = $1 AND kind = 'case.transitioned'`,
      [caseId],
    );
    expect(entry).toEqual({
      data: { action: 'pick_candidate', from: 'intake', to: 'candidate' },
      occurred_on: '2026-06-08',
    });
  });

  it('says every reason why a step is blocked, and changes nothing', async () => {
    const { caseId } = await aCase(t, 'caseworker');
    await takeStep(t, 'caseworker', caseId, 'pick_candidate');
    const { status, body } = await (
      await t.as('caseworker')
    ).post(`/cases/${caseId}/transitions`, { action: 'record_consent', on: '2026-06-10', version: 2 });
    expect(status).toBe(409);
    expect(reasonsOf(body)).toEqual(['consent_to_take_part_missing', 'sharing_consent_missing']);
    expect(await caseVersion(t, caseId)).toBe(2);
  });

  it('refuses a step to the side it does not belong to', async () => {
    const { caseId } = await aCaseWithConsents(t);
    const { body } = await (await t.as('navigator')).post(`/cases/${caseId}/transitions`, PICK);
    expect(reasonsOf(body)).toEqual(['only_municipal_side']);
  });

  it('suspends until a review date and goes on where it stood', async () => {
    const { caseId } = await aConsentedCase(t);
    const suspend = { action: 'suspend', on: '2026-06-10', reason: '入院のため' };
    const without = await (
      await t.as('caseworker')
    ).post(`/cases/${caseId}/transitions`, { ...suspend, version: await caseVersion(t, caseId) });
    expect(reasonsOf(without.body)).toEqual(['review_date_missing']);

    expect(await takeStep(t, 'caseworker', caseId, 'suspend', { reviewOn: '2026-07-10', reason: '入院のため' })).toBe(
      'suspended',
    );
    expect((await (await t.as('navigator')).get(`/cases/${caseId}`)).body).toMatchObject({
      reviewOn: '2026-07-10',
      suspendedFrom: 'consented',
    });
    expect(await takeStep(t, 'navigator', caseId, 'resume')).toBe('consented');
    expect((await (await t.as('navigator')).get(`/cases/${caseId}`)).body).toMatchObject({
      reviewOn: null,
      suspendedFrom: null,
    });
  });

  it('closes with a reason that fits, from a suspension too, and ends there', async () => {
    const { caseId } = await aConsentedCase(t);
    await takeStep(t, 'caseworker', caseId, 'suspend', { reviewOn: '2026-07-10' });
    const user = await t.as('caseworker');
    const version = await caseVersion(t, caseId);
    const close = { action: 'close', on: '2026-06-10', version };
    expect(reasonsOf((await user.post(`/cases/${caseId}/transitions`, close)).body)).toEqual(['close_reason_missing']);
    expect(
      reasonsOf((await user.post(`/cases/${caseId}/transitions`, { ...close, closeReason: 'information_only' })).body),
    ).toEqual(['close_reason_does_not_fit']);
    expect(
      reasonsOf((await user.post(`/cases/${caseId}/transitions`, { ...close, closeReason: 'employed_settled' })).body),
    ).toEqual(['placement_missing']);

    expect(await takeStep(t, 'caseworker', caseId, 'close', { closeReason: 'health' })).toBe('closed');
    const [row] = await t.owner.query(
      'SELECT closed_on::text, close_reason, review_on FROM support_case WHERE id = $1',
      [caseId],
    );
    expect(row).toEqual({ closed_on: '2026-06-10', close_reason: 'health', review_on: null });
    expect(
      reasonsOf((await user.post(`/cases/${caseId}/transitions`, { ...PICK, version: version + 1 })).body),
    ).toEqual(['case_is_closed']);
  });

  it('passes over the steps a programme may leave out', async () => {
    const { caseId } = await aCase(t, 'navigator', { programme: 'walk-in' });
    const { body } = await (
      await t.as('navigator')
    ).post(`/cases/${caseId}/transitions`, { action: 'adopt_plan', on: '2026-06-10', version: 1 });
    expect(reasonsOf(body)).toEqual(['not_registered_as_job_seeker', 'plan_not_agreed']);
  });

  it('refuses a stale step and tells who was first', async () => {
    const { caseId } = await aCase(t, 'caseworker');
    await takeStep(t, 'caseworker2', caseId, 'pick_candidate');
    const { status, body } = await (await t.as('caseworker')).post(`/cases/${caseId}/transitions`, PICK);
    expect(status).toBe(409);
    expect(body.error).toMatchObject({ code: 'stale_edit', conflict: { changedBy: '架空 福男', currentVersion: 2 } });
  });

  it.each([
    ['a day to come', { on: '2026-06-11' }, 'on', 'date_in_future'],
    ['a day before the present state began', { on: '2026-06-01' }, 'on', 'before_last_transition'],
    ['an action that follows from a record', { action: 'record_placement' }, 'action', 'not_one_of'],
    ['an action that a support request takes', { action: 'request_support' }, 'action', 'not_one_of'],
    ['a close reason that is none', { closeReason: 'tired' }, 'closeReason', 'not_one_of'],
  ])('answers 422 with the field to %s', async (_, wrong, field, code) => {
    const { caseId } = await aCase(t, 'caseworker', { openedOn: '2026-06-05' });
    const { status, body } = await (
      await t.as('caseworker')
    ).post(`/cases/${caseId}/transitions`, { ...PICK, ...wrong });
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field, code })]);
  });
});
