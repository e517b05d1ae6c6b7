import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import {
  agreementProblems,
  agreementReasons,
  type ComparedStep,
  nextVersionNumber,
  planDifferences,
} from '#domain/support-plan';
import type { CaseStatus } from '#domain/support-case';
import { type Differences, differences, InvalidInput, refuseBlocked, refuseInvalid } from '#kernel';
import { SitesRepository } from '../organisations/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { CaseTransitions, SupportCasesRepository } from '../support-cases/index.js';
import type { AgreeToPlan } from './dto/agree-to-plan.dto.js';
import type { DrawUpPlan, RevisePlan } from './dto/plan-fields.dto.js';
import type { FinishPlanStep, HoldPlanReview, PlanAReview } from './dto/plan-work.dto.js';
import { checkPlan, closedReasons, type ProposedPlan } from './plan-checks.js';
import { type PlanView, planView, proposedVersion, versionInForce } from './plan-view.js';
import { PlanWork } from './plan-work.js';
import { SupportPlanEntity, SupportPlanVersionEntity } from './support-plan.entity.js';
import {
  type PlanRecord,
  type PlanVersionLine,
  type SiteStaff,
  SupportPlansRepository,
} from './support-plans.repository.js';
import { addReviews, addVersion, rewriteVersion } from './write-version.js';

/** Where a plan stands after it was written: its id, the number of the version written, and what the next edit is to send. */
export interface PlanWritten {
  readonly id: string;
  readonly planVersion: number;
  readonly version: number;
}

/** 支援プラン: drawn up once per case, agreed by the person, revised in versions. */
@Injectable()
export class SupportPlansService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: SupportPlansRepository,
    private readonly cases: SupportCasesRepository,
    private readonly sites: SitesRepository,
    private readonly transitions: CaseTransitions,
    private readonly planWork: PlanWork,
  ) {}

  /** Null when the case has none yet. @throws NotFound when the actor does not see the case */
  async ofCase(actor: StaffActor, caseId: string): Promise<PlanView | null> {
    return this.work.read(actor, async (tx) => {
      await this.cases.find(tx, caseId);
      const plan = await this.plans.ofCase(tx, caseId);
      return plan && this.view(tx, plan);
    });
  }

  /** The plan a step belongs to. @throws NotFound */
  async ofStep(actor: StaffActor, stepId: string): Promise<PlanView> {
    return this.work.read(actor, async (tx) => this.view(tx, await this.plans.withStep(tx, stepId)));
  }

  /** The plan a review belongs to. @throws NotFound */
  async ofReview(actor: StaffActor, reviewId: string): Promise<PlanView> {
    return this.work.read(actor, async (tx) => this.view(tx, await this.plans.withReview(tx, reviewId)));
  }

  /** Staff of both sides whom a step or a review may be given to: whoever sees the plan. */
  async possibleOwners(actor: StaffActor, jobseekerId: string): Promise<SiteStaff[]> {
    const staff = await this.work.read(actor, (tx) => this.plans.staff(tx, actor.siteId, jobseekerId));
    return staff.filter(({ sees }) => sees);
  }

  /**
   * プランの作成: version 1, to be agreed.
   * @throws NotFound case; Blocked `plan_already_drawn_up`, `case_is_closed`; InvalidInput with every problem
   */
  async drawUp(actor: StaffActor, caseId: string, input: DrawUpPlan, idempotencyKey?: string): Promise<PlanWritten> {
    return this.work.write(actor, { purpose: 'plan.draw_up', idempotencyKey }, async (tx) => {
      const supportCase = await this.cases.find(tx, caseId);
      const existing = await this.plans.ofCase(tx, caseId);
      refuseBlocked([...closedReasons(supportCase), ...(existing ? [{ code: 'plan_already_drawn_up' }] : [])]);
      const draft = proposedPlan(input, null);
      checkPlan(draft, {
        supportCase,
        previous: null,
        staff: await this.plans.staff(tx, actor.siteId, supportCase.jobseekerId),
        today: tx.today,
      });

      const { jobseekerId } = supportCase;
      const plan = { id: uuid(), jobseekerId };
      const { drawnUpOn } = input;
      await tx.insert(SupportPlanEntity, {
        ...plan,
        siteId: actor.siteId,
        orgId: actor.organisationId,
        supportCaseId: caseId,
        drawnUpOn,
      });
      await addVersion(tx, plan, 1, draft, null);
      await addReviews(tx, plan, draft.reviews);
      tx.record({
        kind: 'plan.drawn_up',
        subject: { type: 'support_plan', id: plan.id },
        jobseekerId,
        supportCaseId: caseId,
        occurredOn: drawnUpOn,
        data: { planVersion: 1, steps: draft.steps.length },
      });
      return { id: plan.id, planVersion: 1, version: 1 };
    });
  }

  /**
   * プランの変更: what nobody has agreed to yet is rewritten; an agreed version stays and the next one is added, with a reason.
   * @throws NotFound; StaleEdit when somebody wrote it since; Blocked `case_is_closed`; InvalidInput with every problem
   */
  async revise(actor: StaffActor, caseId: string, input: RevisePlan, idempotencyKey?: string): Promise<PlanWritten> {
    return this.work.write(actor, { purpose: 'plan.revise', idempotencyKey }, async (tx) => {
      const supportCase = await this.cases.find(tx, caseId);
      const plan = await this.plans.find(tx, caseId);
      await refuseStale(tx, plan, input.version);
      refuseBlocked(closedReasons(supportCase));
      const rewritten = proposedVersion(plan.versions);
      const previous = plan.versions.at(rewritten ? -2 : -1) ?? null;
      const draft = proposedPlan(input, input.reason ?? null);
      const staff = await this.plans.staff(tx, actor.siteId, supportCase.jobseekerId);
      checkPlan(draft, {
        supportCase,
        previous: rewritten?.version === 1 ? null : previous,
        staff,
        today: tx.today,
      });

      const planVersion = rewritten?.version ?? nextVersionNumber(plan.versions);
      await tx.update(SupportPlanEntity, plan.id, input.version, {
        ...(planVersion === 1 ? { drawnUpOn: input.drawnUpOn } : {}),
      });
      await (rewritten
        ? rewriteVersion(tx, plan, rewritten, draft, staff)
        : addVersion(tx, plan, planVersion, draft, previous));
      await addReviews(tx, plan, draft.reviews);
      tx.record({
        kind: rewritten ? 'plan.edited' : 'plan.revised',
        subject: { type: 'support_plan', id: plan.id },
        jobseekerId: plan.jobseekerId,
        supportCaseId: caseId,
        occurredOn: input.drawnUpOn,
        data: { planVersion, steps: draft.steps.length },
        changes: planChanges(rewritten ?? previous, draft),
      });
      return { id: plan.id, planVersion, version: input.version + 1 };
    });
  }

  /**
   * 本人の同意: the version becomes the one work goes by, and the case goes on as far as it may.
   * @returns the state the case stands in afterwards
   * @throws NotFound; StaleEdit when the plan was written since it was read; Blocked; InvalidInput
   */
  async agree(
    actor: StaffActor,
    caseId: string,
    input: AgreeToPlan,
    idempotencyKey?: string,
  ): Promise<{ caseStatus: CaseStatus; version: number }> {
    return this.work.write(actor, { purpose: 'plan.agree', idempotencyKey }, async (tx) => {
      const supportCase = await this.cases.find(tx, caseId);
      const plan = await this.plans.find(tx, caseId);
      await refuseStale(tx, plan, input.version);
      const agreed = plan.versions.find(({ version }) => version === input.planVersion);
      if (!agreed) throw new InvalidInput([{ field: 'planVersion', code: 'not_one_of' }]);
      refuseBlocked([...closedReasons(supportCase), ...agreementReasons(agreed, plan.versions)]);
      refuseInvalid(agreementProblems(input, agreed.drawnUpOn, tx.today));

      const { agreedOn, agreedHow } = input;
      await tx.manager
        .createQueryBuilder()
        .update(SupportPlanVersionEntity)
        .set({ agreedOn, agreedHow })
        .where({ id: agreed.id })
        .execute();
      await tx.update(SupportPlanEntity, plan.id, input.version, {
        agreedOn: plan.agreedOn ?? agreedOn,
        versionInForce: versionInForce(
          plan.versions.map((version) => (version.id === agreed.id ? { ...version, agreedOn } : version)),
        ).version,
      });
      tx.record({
        kind: 'plan.agreed',
        subject: { type: 'support_plan', id: plan.id },
        jobseekerId: plan.jobseekerId,
        supportCaseId: caseId,
        occurredOn: agreedOn,
        data: { planVersion: agreed.version, agreedHow },
      });
      // What holds the case back (no registration as a job seeker yet) stands on the page of its state.
      const caseStatus = await this.transitions.follow(tx, { caseId, on: agreedOn });
      return { caseStatus, version: input.version + 1 };
    });
  }

  /** 手順の完了・取りやめ, or taking that back. @see PlanWork.finishStep */
  async finishStep(actor: StaffActor, stepId: string, input: FinishPlanStep): Promise<void> {
    await this.planWork.finishStep(actor, stepId, input);
  }

  /** 見直しの予定. @see PlanWork.planReview */
  async planReview(
    actor: StaffActor,
    caseId: string,
    input: PlanAReview,
    idempotencyKey?: string,
  ): Promise<{ id: string }> {
    return this.planWork.planReview(actor, caseId, input, idempotencyKey);
  }

  /** 見直しの実施. @see PlanWork.holdReview */
  async holdReview(actor: StaffActor, reviewId: string, input: HoldPlanReview): Promise<void> {
    await this.planWork.holdReview(actor, reviewId, input);
  }

  private async view(tx: Transaction, plan: PlanRecord): Promise<PlanView> {
    return planView(plan, (await this.sites.current(tx)).planCountsWhen, tx.today);
  }
}

function proposedPlan({ goal, situation, drawnUpOn, steps, reviews }: DrawUpPlan, reason: string | null): ProposedPlan {
  return {
    goal,
    situation: situation ?? '',
    drawnUpOn,
    reason,
    steps: steps.map(({ stepKey, title, ownerSide, ownerStaffId, dueOn, branchCondition, branchOn, branchOf }) => ({
      stepKey: stepKey ?? uuid(),
      title,
      ownerSide,
      ownerStaffId: ownerStaffId ?? null,
      dueOn: dueOn ?? null,
      branchCondition: branchCondition ?? null,
      branchOn: branchOn ?? null,
      branchOf: branchOf ?? null,
    })),
    reviews: reviews.map(({ dueOn, ownerStaffId }) => ({ dueOn, ownerStaffId: ownerStaffId ?? null })),
  };
}

/** Before any rule is asked: whoever was overtaken has to hear of that first. */
async function refuseStale(tx: Transaction, plan: PlanRecord, version: number): Promise<void> {
  if (plan.version !== version) await tx.refuseStaleEdit('support_plan', plan.id);
}

/** Of the texts each that changed; of the steps those that came, went or changed, as they were and as they are. */
function planChanges(before: PlanVersionLine | null, after: ProposedPlan): Differences {
  const { goal, situation, reason } = after;
  const texts = differences(before ?? {}, { goal, situation, reason });
  const steps = before === null ? [] : planDifferences<ComparedStep>(before, after).steps;
  if (steps.length === 0) return texts;
  return {
    ...texts,
    steps: {
      from: steps.flatMap((step) => (step.kind === 'added' ? [] : [keptOf(step.before)])),
      to: steps.flatMap((step) => (step.kind === 'removed' ? [] : [keptOf(step.after)])),
    },
  };
}

/** A step as the audit keeps it. */
function keptOf(step: ComparedStep): ComparedStep {
  const { stepKey, title, ownerSide, ownerStaffId, dueOn, branchCondition, branchOn, branchOf } = step;
  return { stepKey, title, ownerSide, ownerStaffId, dueOn, branchCondition, branchOn, branchOf };
}
