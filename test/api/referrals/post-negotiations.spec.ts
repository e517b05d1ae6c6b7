import { startApplication, type TestApplication } from '../../support/application.js';
import { type CaseInSupport, aCaseInSupport, anEmployer, timelineOf } from '../../support/arrangements/placements.js';

/** 条件緩和の交渉 and the employer's answer. */
describe('POST /api/v1/cases/:id/negotiations and /negotiations/:id/result', () => {
  let t: TestApplication;
  let of: CaseInSupport;
  let employerId: string;
  beforeAll(async () => {
    t = await startApplication();
    of = await aCaseInSupport(t);
    employerId = await anEmployer(t);
  });
  afterAll(() => t.close());

  const negotiate = async (body: object = {}, login = 'navigator') =>
    (await t.as(login)).post(`/cases/${of.caseId}/negotiations`, {
      employerId,
      condition: 'education',
      termsFrom: '高卒以上',
      termsTo: '学歴不問',
      negotiatedOn: '2026-06-03',
      ...body,
    });

  it('answers 401 to nobody, 403 to the auditor, 404 to the stranger', async () => {
    expect((await t.anonymous.post(`/cases/${of.caseId}/negotiations`, {})).status).toBe(401);
    expect((await negotiate({}, 'auditor')).status).toBe(403);
    expect((await negotiate({}, 'stranger')).status).toBe(404);
  });

  it('is recorded by either side, and read by both with who negotiated', async () => {
    await negotiate({}, 'caseworker');
    await negotiate({ condition: 'night_shift', termsFrom: '月4回の夜勤', termsTo: '夜勤なし' });
    const { body } = await (await t.as('navigator')).get(`/cases/${of.caseId}/referrals`);
    expect(body.negotiations).toEqual([
      expect.objectContaining({
        condition: 'education',
        termsFrom: '高卒以上',
        termsTo: '学歴不問',
        result: 'pending',
        by: { name: '架空 市子', side: 'municipal' },
      }),
      expect.objectContaining({ condition: 'night_shift', by: { name: '例示 進', side: 'national' } }),
    ]);
    expect(await timelineOf(t, of.caseId)).toEqual(expect.arrayContaining(['negotiation.recorded']));
  });

  it('is answered once, by whoever hears the answer', async () => {
    const { body } = await negotiate();
    const said = { result: 'accepted', resultOn: '2026-06-05', version: 1 };
    const answer = async (login: string, more: object = {}) =>
      (await t.as(login)).post(`/negotiations/${body.id}/result`, { ...said, ...more });
    expect((await answer('stranger')).status).toBe(404);
    expect((await answer('caseworker')).status).toBe(204);
    expect((await answer('navigator', { version: 2 })).body.error.reasons[0].code).toBe('negotiation_already_answered');
    expect(
      await t.owner.query('SELECT result, result_on::text AS on FROM condition_negotiation WHERE id = $1', [body.id]),
    ).toEqual([{ result: 'accepted', on: '2026-06-05' }]);
  });

  it.each([
    ['a condition that is none', { condition: 'colour' }, 'condition', 'not_one_of'],
    ['nothing it is relaxed from', { termsFrom: ' ' }, 'termsFrom', 'required'],
    ['nothing asked for', { termsTo: ' ' }, 'termsTo', 'required'],
    ['an answer on no day', { result: 'refused' }, 'resultOn', 'required'],
    ['an answer before the question', { result: 'refused', resultOn: '2026-06-01' }, 'resultOn', 'before_negotiation'],
  ])('answers 422 with the field to %s', async (_, payload, field, code) => {
    const { status, body } = await negotiate(payload);
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field, code })]);
  });
});
