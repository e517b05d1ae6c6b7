import { startApplication, type TestApplication } from '../../support/application.js';
import { aCaseWithConsents } from '../../support/arrangements/cases.js';
import { staffIdOf } from '../../support/arrangements/consultations.js';
import { anAgreedPlan, planOf } from '../../support/arrangements/plans.js';

describe('reviews of a plan', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());
  afterEach(() => t.clock.set('2026-06-10'));

  const aPlannedCase = async (): Promise<string> => {
    const { caseId } = await aCaseWithConsents(t, { programme: 'walk-in' });
    await anAgreedPlan(t, caseId);
    return caseId;
  };
  const aReview = async (caseId: string, dueOn = '2026-07-10'): Promise<string> =>
    (await (await t.as('caseworker')).post(`/cases/${caseId}/plan/reviews`, { dueOn })).body.id;
  const held = { heldOn: '2026-06-10', outcome: '予定どおり進んでいる。', version: 1 };

  describe('POST /api/v1/cases/:id/plan/reviews', () => {
    it('answers 401 to nobody, 403 to a role that plans nothing, 404 to the stranger', async () => {
      const path = `/cases/${await aPlannedCase()}/plan/reviews`;
      expect((await t.anonymous.post(path, { dueOn: '2026-07-10' })).status).toBe(401);
      expect((await (await t.as('auditor')).post(path, { dueOn: '2026-07-10' })).status).toBe(403);
      expect((await (await t.as('stranger')).post(path, { dueOn: '2026-07-10' })).status).toBe(404);
    });

    it('plans a review with its owner; the nearest not yet held is the next', async () => {
      const caseId = await aPlannedCase();
      await aReview(caseId, '2026-09-10');
      const ownerStaffId = await staffIdOf(t, 'navigator');
      const { status, body } = await (
        await t.as('navigator')
      ).post(`/cases/${caseId}/plan/reviews`, { dueOn: '2026-07-10', ownerStaffId });
      expect(status).toBe(201);
      const plan = await planOf(t, caseId);
      expect(plan).toMatchObject({
        nextReviewId: body.id,
        overdueReviewIds: [],
        reviews: [{ dueOn: '2026-07-10', ownerName: '例示 進' }, { dueOn: '2026-09-10' }],
      });
    });

    it('tells of the day, before the plan and of an owner from elsewhere', async () => {
      const payload = { dueOn: '2026-06-09', ownerStaffId: await staffIdOf(t, 'stranger') };
      const { body } = await (await t.as('caseworker')).post(`/cases/${await aPlannedCase()}/plan/reviews`, payload);
      expect(body.error.fields).toEqual([
        expect.objectContaining({ field: 'dueOn', code: 'before_plan' }),
        expect.objectContaining({ field: 'ownerStaffId', code: 'not_one_of' }),
      ]);
    });
  });

  describe('POST /api/v1/plan-reviews/:id/outcome', () => {
    it('answers 401 to nobody, 403 to a role that plans nothing, 404 to the stranger', async () => {
      const path = `/plan-reviews/${await aReview(await aPlannedCase())}/outcome`;
      expect((await t.anonymous.post(path, held)).status).toBe(401);
      expect((await (await t.as('auditor')).post(path, held)).status).toBe(403);
      expect((await (await t.as('stranger')).post(path, held)).status).toBe(404);
    });

    it('ends the waiting of an overdue review, once', async () => {
      const caseId = await aPlannedCase();
      const id = await aReview(caseId);
      t.clock.set('2026-07-11');
      expect((await planOf(t, caseId)).overdueReviewIds).toEqual([id]);
      expect((await (await t.as('navigator')).post(`/plan-reviews/${id}/outcome`, held)).status).toBe(204);
      expect(await planOf(t, caseId)).toMatchObject({
        nextReviewId: null,
        overdueReviewIds: [],
        reviews: [{ heldOn: '2026-06-10', outcome: '予定どおり進んでいる。' }],
      });

      const again = await (await t.as('caseworker')).post(`/plan-reviews/${id}/outcome`, { ...held, version: 2 });
      expect(again.body.error.reasons).toEqual([expect.objectContaining({ code: 'plan_review_already_held' })]);
      expect((await (await t.as('caseworker')).post(`/plan-reviews/${id}/outcome`, held)).body.error.code).toBe(
        'stale_edit',
      );
    });

    it.each([
      ['a day to come', { heldOn: '2026-06-11' }, 'heldOn', 'date_in_future'],
      ['nothing that came of it', { outcome: ' ' }, 'outcome', 'required'],
    ])('answers 422 with the field to %s', async (_, said, field, code) => {
      const { body } = await (
        await t.as('caseworker')
      ).post(`/plan-reviews/${await aReview(await aPlannedCase())}/outcome`, { ...held, ...said });
      expect(body.error.fields).toEqual([expect.objectContaining({ field, code })]);
    });
  });
});
