import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '#kernel';
import type { AgreementMethod } from '#domain/support-plan';
import type { OwnerSide, TaskState } from '#domain/task';

/** 支援プラン: one per case, whatever becomes of it. */
@Entity('support_plan')
export class SupportPlanEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('uuid') supportCaseId: string;
  @Column('date') drawnUpOn: IsoDate;
  /** The day of the first agreement, on which the person begins to count as プラン策定者. */
  @Column('date', { nullable: true }) agreedOn: IsoDate | null;
  /** Number of the version work goes by (効力のある版): the last agreed one, or the latest while nobody has agreed yet. */
  @Column('int') versionInForce: number;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}

/** プランの版: rewritten until the person agrees to it, never afterwards. */
@Entity('support_plan_version')
export class SupportPlanVersionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('uuid') supportPlanId: string;
  @Column('int') versionNo: number;
  @Column('text') goal: string;
  @Column('text') situation: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('date') drawnUpOn: IsoDate;
  @Column('date', { nullable: true }) agreedOn: IsoDate | null;
  @Column('text', { nullable: true }) agreedHow: AgreementMethod | null;
}

/** 手順: one row per version; `stepKey` says which are the same step. */
@Entity('plan_step')
export class PlanStepEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('uuid') planVersionId: string;
  @Column('uuid') stepKey: string;
  @Column('int') position: number;
  @Column('text') title: string;
  @Column('text') ownerSide: OwnerSide;
  @Column('uuid', { nullable: true }) ownerStaffId: string | null;
  @Column('date', { nullable: true }) dueOn: IsoDate | null;
  @Column('text', { nullable: true }) branchCondition: string | null;
  @Column('date', { nullable: true }) branchOn: IsoDate | null;
  @Column('uuid', { nullable: true }) branchOf: string | null;
  @Column('text') state: TaskState;
  @Column('date', { nullable: true }) doneOn: IsoDate | null;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}

/** 見直し: planned for a day, then held. */
@Entity('plan_review')
export class PlanReviewEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('uuid') supportPlanId: string;
  @Column('date') dueOn: IsoDate;
  @Column('uuid', { nullable: true }) ownerStaffId: string | null;
  @Column('date', { nullable: true }) heldOn: IsoDate | null;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}
