import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { type ComparedStep, type PlanStepDraft, planDifferences } from '#domain/support-plan';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { PlanReviewEntity, PlanStepEntity, SupportPlanVersionEntity } from './support-plan.entity.js';
import type { ProposedPlan } from './plan-checks.js';
import type { EditedStep, PlanEdit, PlanStepLine, PlanVersionLine, SiteStaff } from './support-plans.repository.js';

/** The plan a version is written into. */
export interface WrittenPlan {
  readonly id: string;
  readonly jobseekerId: string;
}

/** Adds a version; steps that were there before keep how far they have come. */
export async function addVersion(
  tx: Transaction<StaffActor>,
  plan: WrittenPlan,
  number: number,
  draft: ProposedPlan,
  before: PlanVersionLine | null,
): Promise<void> {
  const { goal, situation, reason, drawnUpOn } = draft;
  const id = uuid();
  await tx.insert(SupportPlanVersionEntity, {
    ...ownership(tx, plan),
    id,
    supportPlanId: plan.id,
    versionNo: number,
    goal,
    situation,
    reason,
    ...(drawnUpOn === null ? {} : { drawnUpOn }),
  });
  await addSteps(tx, plan, id, draft.steps, before?.steps ?? []);
}

/** Rewrites a version that nobody has agreed to yet. @param staff whose names owners have */
export async function rewriteVersion(
  tx: Transaction<StaffActor>,
  plan: WrittenPlan,
  version: PlanVersionLine,
  draft: ProposedPlan,
  staff: readonly SiteStaff[],
): Promise<void> {
  const edits = editsOf(tx, version, draft, staff);
  await tx.sql(
    `UPDATE support_plan_version SET goal = $2, situation = $3, reason = $4, drawn_up_on = $5, edits = edits || $6::jsonb
     WHERE id = $1 AND agreed_on IS NULL`,
    [version.id, draft.goal, draft.situation, draft.reason, draft.drawnUpOn, JSON.stringify(edits)],
  );
  await tx.sql('DELETE FROM plan_step WHERE plan_version_id = $1', [version.id]);
  await addSteps(tx, plan, version.id, draft.steps, version.steps);
}

/** What the rewriting changes, for the history; none where it changes nothing that is compared. */
function editsOf(
  { actor, now }: Transaction<StaffActor>,
  version: PlanVersionLine,
  draft: ProposedPlan,
  staff: readonly SiteStaff[],
): PlanEdit[] {
  const nameOf = (id: string | null): string | null => staff.find((member) => member.id === id)?.name ?? null;
  const asEdited = (step: ComparedStep, ownerName: string | null): EditedStep => {
    const { stepKey, title, ownerSide, ownerStaffId, dueOn, branchCondition, branchOn, branchOf } = step;
    return { stepKey, title, ownerSide, ownerStaffId, ownerName, dueOn, branchCondition, branchOn, branchOf };
  };
  const differences = planDifferences<EditedStep>(
    { ...version, steps: version.steps.map((step) => asEdited(step, step.ownerName)) },
    { ...draft, steps: draft.steps.map((step) => asEdited(step, nameOf(step.ownerStaffId))) },
  );
  const { goal, situation, steps } = differences;
  if (!goal && !situation && steps.length === 0) return [];
  return [{ at: now.toISOString(), by: { name: actor.name, side: actor.side }, differences }];
}

/** Reviews to be held on the plan, besides those there are. */
export async function addReviews(
  tx: Transaction<StaffActor>,
  plan: WrittenPlan,
  reviews: ProposedPlan['reviews'],
): Promise<string[]> {
  const rows = reviews.map(({ dueOn, ownerStaffId }) => ({
    ...ownership(tx, plan),
    id: uuid(),
    supportPlanId: plan.id,
    dueOn,
    ownerStaffId,
  }));
  await tx.insert(PlanReviewEntity, rows);
  return rows.map(({ id }) => id);
}

async function addSteps(
  tx: Transaction<StaffActor>,
  plan: WrittenPlan,
  planVersionId: string,
  steps: readonly PlanStepDraft[],
  before: readonly PlanStepLine[],
): Promise<void> {
  await tx.insert(
    PlanStepEntity,
    steps.map(({ stepKey, title, ownerSide, ownerStaffId, dueOn, branchCondition, branchOn, branchOf }, index) => {
      const same = before.find((step) => step.stepKey === stepKey);
      return {
        ...ownership(tx, plan),
        id: uuid(),
        planVersionId,
        position: index + 1,
        stepKey,
        title,
        ownerStaffId,
        dueOn,
        branchCondition,
        branchOn,
        branchOf,
        ...(ownerSide === null ? {} : { ownerSide }),
        state: same?.state ?? 'open',
        doneOn: same?.doneOn ?? null,
      };
    }),
  );
}

function ownership(
  { actor }: Transaction<StaffActor>,
  { jobseekerId }: WrittenPlan,
): { siteId: number; orgId: number; jobseekerId: string } {
  return { siteId: actor.siteId, orgId: actor.organisationId, jobseekerId };
}
