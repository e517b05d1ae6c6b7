import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { HeldWork } from '#domain/organisation';
import type { Transaction } from '../platform/unit-of-work/index.js';
import {
  type HeldEntry,
  HeldWorkSources,
  type LeftBehindTask,
  LeftBehindTasks,
  type OwnersAsked,
  type PassedItem,
} from '../team-members/index.js';
import { PlanReviewEntity, PlanStepEntity } from './support-plan.entity.js';

type Tx = Transaction<StaffActor>;

/** Steps and reviews of plans a leaver was to do: what is listed with a departure, passed on and given back, and what waits in 「担当者不在」. */
@Injectable()
export class HeldPlanWork implements OnModuleInit {
  constructor(
    private readonly held: HeldWorkSources,
    private readonly leftBehind: LeftBehindTasks,
  ) {}

  onModuleInit(): void {
    this.held.register({
      kinds: ['plan_step', 'plan_review'],
      list: (tx, staffId) => this.list(tx, staffId),
      giveBack: (tx, staffId, item) => this.giveBack(tx, staffId, item),
    });
    this.leftBehind.register({
      kinds: ['plan_step', 'plan_review'],
      ofOwners: (tx, asked) => this.ofOwners(tx, asked),
      giveTo: (tx, task, staffId) => this.giveTo(tx, task, staffId),
    });
  }

  private async list(tx: Tx, staffId: string): Promise<HeldEntry[]> {
    const rows = await tx.sql<Omit<HeldWork, 'role'>>(
      `SELECT kind, id, version, jobseeker_id AS "jobseekerId", case_id AS "caseId", number, due_on AS "dueOn" FROM held_plan_work($1)`,
      [staffId],
    );
    return rows.map((row) => ({
      work: { ...row, role: null },
      passOn: async (inTx, { successorId }) => ({
        // Without a successor it stays the leaver's, and so stands in the queue from the day they are gone.
        done: successorId === null || (await this.pass(inTx, row, staffId, successorId)),
        startedId: null,
      }),
    }));
  }

  private async giveBack(tx: Tx, staffId: string, { kind, subjectId, successorId }: PassedItem): Promise<boolean> {
    if (successorId === null) return true;
    const mine = (await this.list(tx, successorId)).find(({ work }) => work.kind === kind && work.id === subjectId);
    return mine !== undefined && (await this.pass(tx, mine.work, successorId, staffId));
  }

  private async pass(
    tx: Tx,
    { kind, id, jobseekerId, caseId }: Pick<HeldWork, 'kind' | 'id' | 'jobseekerId' | 'caseId'>,
    from: string,
    to: string,
  ): Promise<boolean> {
    const passOn = kind === 'plan_step' ? 'pass_on_plan_step' : 'pass_on_plan_review';
    const [passed] = await tx.sql<{ done: boolean }>(`SELECT ${passOn}($1, $2, $3) AS done`, [id, from, to]);
    if (!passed?.done) return false;
    this.tell(tx, { kind, id, jobseekerId, caseId }, from, to);
    return true;
  }

  private ofOwners(tx: Tx, { ownerIds, limit, id }: OwnersAsked): Promise<LeftBehindTask[]> {
    return tx.sql<LeftBehindTask>(
      `SELECT w.kind, w.id, w.version, w.jobseeker_id AS "jobseekerId", w.support_case_id AS "caseId", w.title, w.due_on AS "dueOn",
        w.owner_staff_id AS "ownerId" FROM (
         SELECT 'plan_step' AS kind, t.id, s.version, t.site_id, t.jobseeker_id, t.support_case_id, t.title, t.due_on, t.owner_staff_id
         FROM plan_step_to_do t JOIN plan_step s ON s.id = t.id WHERE t.due_on IS NOT NULL
         UNION ALL
         SELECT 'plan_review', t.id, r.version, t.site_id, t.jobseeker_id, t.support_case_id, NULL, t.due_on, t.owner_staff_id
         FROM plan_review_to_hold t JOIN plan_review r ON r.id = t.id) w
       WHERE w.site_id = $1 AND w.owner_staff_id = ANY ($2::uuid[]) AND ($3::uuid IS NULL OR w.id = $3) ORDER BY w.due_on, w.id LIMIT $4`,
      [tx.actor.siteId, ownerIds, id, limit],
    );
  }

  private async giveTo(tx: Tx, task: LeftBehindTask, staffId: string): Promise<void> {
    const { kind, id, version, ownerId } = task;
    if (kind === 'plan_step') {
      await tx.update(PlanStepEntity, id, version, { ownerStaffId: staffId });
      // The same step of a version that waits for agreement goes along; what stands in older versions is history.
      await tx.sql(
        `UPDATE plan_step s SET owner_staff_id = $3, version = s.version + 1, updated_at = app_now(), updated_by = app_staff()
         FROM plan_step given JOIN support_plan_version v ON v.id = given.plan_version_id
           JOIN support_plan_version newer ON newer.support_plan_id = v.support_plan_id AND newer.version_no > v.version_no
         WHERE given.id = $1 AND s.plan_version_id = newer.id AND s.step_key = given.step_key AND s.state = 'open' AND s.owner_staff_id = $2`,
        [id, ownerId, staffId],
      );
    } else await tx.update(PlanReviewEntity, id, version, { ownerStaffId: staffId });
    this.tell(tx, task, ownerId, staffId);
  }

  private tell(
    tx: Tx,
    { kind, id, jobseekerId, caseId }: Pick<LeftBehindTask | HeldWork, 'kind' | 'id' | 'jobseekerId' | 'caseId'>,
    from: string,
    to: string,
  ): void {
    const handedOver = {
      jobseekerId,
      supportCaseId: caseId,
      data: { fromStaffId: from, toStaffId: to },
      changes: { ownerStaffId: { from, to } },
    };
    if (kind === 'plan_step')
      tx.record({ ...handedOver, kind: 'plan_step.handed_over', subject: { type: 'plan_step', id } });
    else tx.record({ ...handedOver, kind: 'plan_review.handed_over', subject: { type: 'plan_review', id } });
  }
}
