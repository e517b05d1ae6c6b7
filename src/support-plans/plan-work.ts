import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { heldReviewProblems, planReviewProblems } from '#domain/support-plan';
import { endedTaskProblems } from '#domain/task';
import { NotFound, refuseBlocked, refuseInvalid } from '#kernel';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import { SupportCasesRepository } from '../support-cases/index.js';
import type { FinishPlanStep, HoldPlanReview, PlanAReview } from './dto/plan-work.dto.js';
import { closedReasons, ownerProblems } from './plan-checks.js';
import { versionInForce } from './plan-view.js';
import { PlanReviewEntity, PlanStepEntity } from './support-plan.entity.js';
import { SupportPlansRepository } from './support-plans.repository.js';
import { addReviews } from './write-version.js';

/** Work on a plan as it stands: its steps get done, its reviews are held. By either side. */
@Injectable()
export class PlanWork {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: SupportPlansRepository,
    private readonly cases: SupportCasesRepository,
  ) {}

  /**
   * Done, dropped, or open again. The same step of a version that waits for agreement goes along.
   * @throws NotFound; StaleEdit; Blocked `plan_step_of_older_version`; InvalidInput at `doneOn`
   */
  async finishStep(actor: StaffActor, stepId: string, { state, doneOn, version }: FinishPlanStep): Promise<void> {
    await this.work.write(actor, { purpose: 'plan_step.finish' }, async (tx) => {
      const plan = await this.plans.withStep(tx, stepId);
      const inForce = versionInForce(plan.versions);
      const current = plan.versions.filter((one) => one.version >= inForce.version);
      const step = current.flatMap(({ steps }) => steps).find(({ id }) => id === stepId);
      if (!step) return refuseBlocked([{ code: 'plan_step_of_older_version' }]);
      const day = state === 'open' ? null : (doneOn ?? tx.today);
      if (state !== 'open') refuseInvalid(endedTaskProblems(day, tx.today, plan.drawnUpOn));

      await tx.update(PlanStepEntity, stepId, version, { state, doneOn: day });
      await tx.sql(
        `UPDATE plan_step SET state = $1, done_on = $2, version = version + 1, updated_at = app_now(), updated_by = app_staff()
         WHERE step_key = $3 AND id <> $4 AND plan_version_id = ANY ($5::uuid[])`,
        [state, day, step.stepKey, stepId, current.map(({ id }) => id)],
      );
      tx.record({
        kind: 'plan_step.finished',
        subject: { type: 'plan_step', id: stepId },
        jobseekerId: plan.jobseekerId,
        supportCaseId: plan.supportCaseId,
        ...(day === null ? {} : { occurredOn: day }),
        data: { state, ownerSide: step.ownerSide, dueOn: step.dueOn },
        changes: { state: { from: step.state, to: state } },
      });
    });
  }

  /** @throws NotFound; Blocked `case_is_closed`; InvalidInput at `dueOn`, `ownerStaffId` */
  async planReview(
    actor: StaffActor,
    caseId: string,
    { dueOn, ownerStaffId = null }: PlanAReview,
    idempotencyKey?: string,
  ): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'plan_review.plan', idempotencyKey }, async (tx) => {
      const plan = await this.plans.find(tx, caseId);
      refuseBlocked(closedReasons(await this.cases.find(tx, caseId)));
      const staff = await this.plans.staff(tx, actor.siteId, plan.jobseekerId);
      refuseInvalid([
        ...planReviewProblems({ dueOn }, plan.drawnUpOn),
        ...ownerProblems([{ field: 'ownerStaffId', staffId: ownerStaffId, side: null }], staff),
      ]);
      const [id = ''] = await addReviews(tx, plan, [{ dueOn, ownerStaffId }]);
      tx.record({
        kind: 'plan_review.planned',
        subject: { type: 'plan_review', id },
        jobseekerId: plan.jobseekerId,
        supportCaseId: caseId,
        data: { dueOn },
      });
      return { id };
    });
  }

  /** @throws NotFound; StaleEdit; Blocked `plan_review_already_held`; InvalidInput at `heldOn`, `outcome` */
  async holdReview(actor: StaffActor, reviewId: string, { heldOn, outcome, version }: HoldPlanReview): Promise<void> {
    await this.work.write(actor, { purpose: 'plan_review.hold' }, async (tx) => {
      const plan = await this.plans.withReview(tx, reviewId);
      const review = plan.reviews.find(({ id }) => id === reviewId);
      if (!review) throw new NotFound('plan_review');
      if (review.version === version && review.heldOn !== null) refuseBlocked([{ code: 'plan_review_already_held' }]);
      refuseInvalid(heldReviewProblems({ heldOn, outcome }, tx.today));
      await tx.update(PlanReviewEntity, reviewId, version, { heldOn, outcome });
      tx.record({
        kind: 'plan_review.held',
        subject: { type: 'plan_review', id: reviewId },
        jobseekerId: plan.jobseekerId,
        supportCaseId: plan.supportCaseId,
        occurredOn: heldOn,
        data: { dueOn: review.dueOn },
      });
    });
  }
}
