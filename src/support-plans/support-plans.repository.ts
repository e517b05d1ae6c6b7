import { Injectable } from '@nestjs/common';
import { type IsoDate, NotFound } from '#kernel';
import type { Side } from '#access';
import type { AgreementMethod, PlanDifferences, PlanReview, PlanStep, PlanVersion } from '#domain/support-plan';
import type { OwnerSide } from '#domain/task';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** 手順, with the name behind its owner's id. */
export interface PlanStepLine extends PlanStep {
  readonly id: string;
  readonly ownerName: string | null;
  readonly doneOn: IsoDate | null;
  /** To be sent with an edit of this step. */
  readonly version: number;
}

/** A step as a rewriting met it, with the name its owner had then. */
export interface EditedStep {
  readonly stepKey: string;
  readonly title: string;
  readonly ownerSide: OwnerSide | null;
  readonly ownerStaffId: string | null;
  readonly ownerName: string | null;
  readonly dueOn: IsoDate | null;
  readonly branchCondition: string | null;
  readonly branchOn: IsoDate | null;
  readonly branchOf: string | null;
}

/** 同意前の変更: one rewriting of a version that nobody had agreed to yet. */
export interface PlanEdit {
  /** Moment, ISO 8601. */
  readonly at: string;
  readonly by: { readonly name: string; readonly side: Side };
  readonly differences: PlanDifferences<EditedStep>;
}

/** 版, with its steps in order. `version` is its number: 1, 2, 3 … */
export interface PlanVersionLine extends PlanVersion {
  readonly id: string;
  readonly goal: string;
  readonly situation: string;
  /** Why the version before was changed; null on the first. */
  readonly reason: string | null;
  readonly agreedHow: AgreementMethod | null;
  /** Moment of the first writing, ISO 8601. */
  readonly writtenAt: string;
  readonly writtenBy: { readonly name: string; readonly side: Side } | null;
  readonly steps: readonly PlanStepLine[];
  /** Its rewritings until it was agreed to, oldest first. */
  readonly edits: readonly PlanEdit[];
}

/** 見直し, with the name behind its owner's id. */
export interface PlanReviewLine extends PlanReview {
  readonly id: string;
  readonly ownerStaffId: string | null;
  readonly ownerName: string | null;
  readonly outcome: string | null;
  /** To be sent when it was held. */
  readonly version: number;
}

/** 支援プラン as stored, whole. */
export interface PlanRecord {
  readonly id: string;
  readonly supportCaseId: string;
  readonly jobseekerId: string;
  readonly drawnUpOn: IsoDate;
  readonly agreedOn: IsoDate | null;
  /** To be sent with an edit of the plan or an agreement to it. */
  readonly version: number;
  /** Oldest first; never empty. */
  readonly versions: readonly PlanVersionLine[];
  /** In the order of their days. */
  readonly reviews: readonly PlanReviewLine[];
}

const STEPS = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'stepKey', t.step_key, 'title', t.title, 'ownerSide', t.owner_side,
    'ownerStaffId', t.owner_staff_id,
      'ownerName', ts.name, 'dueOn', t.due_on, 'branchCondition', t.branch_condition, 'branchOn', t.branch_on, 'branchOf', t.branch_of,
      'state', t.state, 'doneOn', t.done_on, 'version', t.version) ORDER BY t.position, t.id), '[]')
   FROM plan_step t LEFT JOIN staff_head ts ON ts.id = t.owner_staff_id WHERE t.plan_version_id = v.id)`;

const SELECT_PLAN = `
  SELECT p.id, p.support_case_id AS "supportCaseId", p.jobseeker_id AS "jobseekerId", p.drawn_up_on AS "drawnUpOn", p.agreed_on AS "agreedOn", p.version,
    (SELECT jsonb_agg(jsonb_build_object('id', v.id, 'version', v.version_no, 'goal', v.goal, 'situation', v.situation, 'reason', v.reason,
        'drawnUpOn', v.drawn_up_on, 'agreedOn', v.agreed_on, 'agreedHow', v.agreed_how, 'writtenAt', v.created_at,
        'writtenBy', CASE WHEN s.id IS NULL THEN NULL ELSE jsonb_build_object('name', s.name, 'side', s.side) END,
        'steps', ${STEPS}, 'edits', v.edits) ORDER BY v.version_no)
     FROM support_plan_version v LEFT JOIN staff_head s ON s.id = v.created_by
     WHERE v.support_plan_id = p.id) AS versions,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'dueOn', r.due_on, 'ownerStaffId', r.owner_staff_id, 'ownerName', rs.name,
        'heldOn', r.held_on, 'outcome', r.outcome, 'version', r.version) ORDER BY r.due_on, r.id), '[]')
     FROM plan_review r LEFT JOIN staff_head rs ON rs.id = r.owner_staff_id WHERE r.support_plan_id = p.id) AS reviews
  FROM support_plan p`;

/** Number of the version the person of the case `c` agreed to last; null when there is none. */
export const AGREED_VERSION_NUMBER = `
  SELECT max(v.version_no) FROM support_plan p JOIN support_plan_version v ON v.support_plan_id = p.id
  WHERE p.support_case_id = c.id AND v.agreed_on IS NOT NULL`;

@Injectable()
export class SupportPlansRepository {
  /** Null when the case has no plan, or none the actor may see. */
  async ofCase(tx: Transaction, caseId: string): Promise<PlanRecord | null> {
    const [plan] = await tx.sql<PlanRecord>(`${SELECT_PLAN} WHERE p.support_case_id = $1`, [caseId]);
    return plan ?? null;
  }

  /** @throws NotFound when there is none, or none the actor may see */
  async find(tx: Transaction, caseId: string): Promise<PlanRecord> {
    return found(await this.ofCase(tx, caseId), 'support_plan');
  }

  /** The plan a step belongs to. @throws NotFound as above */
  async withStep(tx: Transaction, stepId: string): Promise<PlanRecord> {
    const [plan] = await tx.sql<PlanRecord>(
      `${SELECT_PLAN} WHERE p.id = (SELECT v.support_plan_id FROM plan_step t JOIN support_plan_version v ON v.id = t.plan_version_id WHERE t.id = $1)`,
      [stepId],
    );
    return found(plan, 'plan_step');
  }

  /** The plan a review belongs to. @throws NotFound as above */
  async withReview(tx: Transaction, reviewId: string): Promise<PlanRecord> {
    const [plan] = await tx.sql<PlanRecord>(
      `${SELECT_PLAN} WHERE p.id = (SELECT r.support_plan_id FROM plan_review r WHERE r.id = $1)`,
      [reviewId],
    );
    return found(plan, 'plan_review');
  }

  /** Staff who work at the site today, and whether they see what the actor writes into the plan of a person. */
  async staff(tx: Transaction, siteId: number, jobseekerId: string): Promise<SiteStaff[]> {
    return tx.sql<SiteStaff>(
      `SELECT s.staff_id AS id, s.name, s.title, o.side, app_gives($2, s.organisation_id, 'plan') AS sees
       FROM staff_at_work s JOIN organisation_name o ON o.id = s.organisation_id
       WHERE s.site_id = $1 AND s.role IN ('case_staff', 'supervisor') ORDER BY o.side, s.name, s.staff_id`,
      [siteId, jobseekerId],
    );
  }
}

export interface SiteStaff {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly side: Side;
  readonly sees: boolean;
}

function found(plan: PlanRecord | null | undefined, what: string): PlanRecord {
  if (!plan) throw new NotFound(what);
  return plan;
}
