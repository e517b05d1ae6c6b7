import { startApplication, type TestApplication } from '../../support/application.js';
import {
  type CaseInSupport,
  A_JOB,
  aCaseInSupport,
  anEmployer,
  aPlacement,
  aReferral,
  standsAt,
  statusOf,
  timelineOf,
} from '../../support/arrangements/placements.js';

/** 採用 and the answer to it. */
describe('POST /api/v1/cases/:id/offers, /referrals/:id/offer, /offers/:id/answer', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const offerAt = async (of: CaseInSupport, login = 'navigator') =>
    (await t.as(login)).post(`/cases/${of.caseId}/offers`, {
      employerId: await anEmployer(t),
      receivedOn: '2026-06-05',
      conditions: '週5日',
    });
  const answer = async (id: string, said: 'accepted' | 'declined', body: object, login = 'navigator') =>
    (await t.as(login)).post(`/offers/${id}/answer`, { answer: said, decidedOn: '2026-06-08', version: 1, ...body });

  it('is recorded by the national side alone, and not for a stranger', async () => {
    const of = await aCaseInSupport(t);
    expect((await t.anonymous.post(`/cases/${of.caseId}/offers`, {})).status).toBe(401);
    expect((await offerAt(of, 'caseworker')).status).toBe(403);
    expect((await offerAt(of, 'stranger-navigator')).status).toBe(404);
    const { body } = await offerAt(of);
    expect((await answer(body.id, 'accepted', {}, 'caseworker')).status).toBe(403);
    expect((await answer(body.id, 'declined', { reasonCode: 'commute' }, 'stranger-navigator')).status).toBe(404);
  });

  it('moves the case to 採用, and back to 支援中 when it is declined', async () => {
    const of = await aCaseInSupport(t);
    const { status, body } = await offerAt(of);
    expect([status, await statusOf(t, of.caseId)]).toEqual([201, 'offered']);
    expect((await answer(body.id, 'declined', { reasonCode: 'commute' })).status).toBe(200);
    expect(await statusOf(t, of.caseId)).toBe('active');
    expect(await timelineOf(t, of.caseId)).toEqual(expect.arrayContaining(['offer.received', 'offer.declined']));
  });

  it('stays 採用 while a second offer is open', async () => {
    const of = await aCaseInSupport(t);
    const first = await offerAt(of);
    await offerAt(of);
    await answer(first.body.id, 'declined', { reasonNote: '別の採用を待つ' });
    expect(await statusOf(t, of.caseId)).toBe('offered');
  });

  it('makes its referral a hire when accepted, and a decline when it falls through later', async () => {
    const of = await aCaseInSupport(t);
    const { id, version } = await aReferral(t, { ...of, letter: true, interview: true });
    await (
      await t.as('navigator')
    ).post(`/referrals/${id}/offer`, { receivedOn: '2026-06-05', conditions: '時給1,200円', version });
    const [offer] = (await (await t.as('caseworker')).get(`/cases/${of.caseId}/referrals`)).body.offers;
    expect(offer).toMatchObject({ referralId: id, conditions: '時給1,200円', status: 'open' });
    const outcome = async () =>
      (await t.owner.query('SELECT outcome, outcome_on::text AS on FROM referral WHERE id = $1', [id]))[0];

    await answer(offer.id, 'accepted', { decidedOn: '2026-06-06' });
    expect(await outcome()).toEqual({ outcome: 'hired', on: '2026-06-06' });
    expect(await statusOf(t, of.caseId)).toBe('offered');

    await answer(offer.id, 'declined', { decidedOn: '2026-06-10', reasonCode: 'pay', version: 2 });
    expect(await outcome()).toEqual({ outcome: 'declined', on: '2026-06-10' });
    expect(await statusOf(t, of.caseId)).toBe('active');
  });

  it('cannot be declined under a placement that stands', async () => {
    const of = await aCaseInSupport(t);
    const { id } = await aReferral(t, { ...of, letter: true, interview: true, outcome: 'offered' });
    const [offer] = (await (await t.as('navigator')).get(`/cases/${of.caseId}/referrals`)).body.offers;
    await answer(offer.id, 'accepted', { decidedOn: '2026-06-06' });
    expect(
      (
        await (
          await t.as('navigator')
        ).post(`/cases/${of.caseId}/placements`, { ...A_JOB, route: 'hello_work_referral', referralId: id })
      ).status,
    ).toBe(201);
    const { status, body } = await answer(offer.id, 'declined', { reasonCode: 'pay', version: 2 });
    expect([status, body.error.reasons.map(({ code }: { code: string }) => code)]).toEqual([409, ['placement_stands']]);
  });

  it('is answered once, for a reason, and not before it came', async () => {
    const { body } = await offerAt(await aCaseInSupport(t));
    expect((await answer(body.id, 'declined', {})).body.error.fields).toEqual([
      expect.objectContaining({ field: 'reasonCode', code: 'reason_missing' }),
    ]);
    expect((await answer(body.id, 'accepted', { decidedOn: '2026-06-04' })).body.error.fields).toEqual([
      expect.objectContaining({ field: 'decidedOn', code: 'before_offer' }),
    ]);
    await answer(body.id, 'accepted', {});
    expect((await answer(body.id, 'accepted', { version: 2 })).body.error.reasons[0].code).toBe(
      'offer_already_answered',
    );
  });

  it('is recorded of somebody who has a job too, and leaves the case where it is until that job is left', async () => {
    const of = await aCaseInSupport(t);
    const placement = await aPlacement(t, of);
    const { status, body } = await offerAt(of);
    expect([status, await statusOf(t, of.caseId)]).toEqual([201, 'placed']);
    const left = { leftOn: '2026-06-09', reasonCode: 'health', version: 1 };
    expect((await (await t.as('navigator')).post(`/placements/${placement}/leaving`, left)).status).toBe(204);
    expect(await statusOf(t, of.caseId)).toBe('offered');
    expect((await answer(body.id, 'accepted', {})).status).toBe(200);
    expect(await statusOf(t, of.caseId)).toBe('offered');
  });

  it('is not taken from before the period began', async () => {
    const { caseId } = await aCaseInSupport(t);
    const received = { employerId: await anEmployer(t), receivedOn: '2026-05-31' };
    const { status, body } = await (await t.as('navigator')).post(`/cases/${caseId}/offers`, received);
    expect([status, body.error.fields]).toEqual([
      422,
      [expect.objectContaining({ field: 'receivedOn', code: 'before_case_opened' })],
    ]);
  });

  it.each([
    ['intake', 'support_not_started'],
    ['closed', 'case_is_closed'],
    ['suspended', 'case_is_suspended'],
  ])('is not taken while the case is %s', async (status, code) => {
    const of = await aCaseInSupport(t);
    await standsAt(t, of.caseId, status);
    const answered = await offerAt(of);
    expect([answered.status, answered.body.error.reasons[0].code]).toEqual([409, code]);
  });
});
