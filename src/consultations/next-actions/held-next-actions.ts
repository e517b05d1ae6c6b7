import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { HeldWork } from '#domain/organisation';
import type { Transaction } from '../../platform/unit-of-work/index.js';
import {
  type HeldEntry,
  HeldWorkSources,
  type LeftBehindTask,
  LeftBehindTasks,
  type OwnersAsked,
  type PassedItem,
} from '../../team-members/index.js';
import { NextActionEntity } from './next-action.entity.js';

type Tx = Transaction<StaffActor>;

/** Next actions (次の行動) a leaver was to do: what is listed with a departure, passed on and given back, and what waits in 「担当者不在」. */
@Injectable()
export class HeldNextActions implements OnModuleInit {
  constructor(
    private readonly held: HeldWorkSources,
    private readonly leftBehind: LeftBehindTasks,
  ) {}

  onModuleInit(): void {
    this.held.register({
      kinds: ['next_action'],
      list: (tx, staffId) => this.list(tx, staffId),
      giveBack: (tx, staffId, item) => this.giveBack(tx, staffId, item),
    });
    this.leftBehind.register({
      kinds: ['next_action'],
      ofOwners: (tx, asked) => this.ofOwners(tx, asked),
      giveTo: async (tx, task, staffId) => {
        await tx.update(NextActionEntity, task.id, task.version, { ownerStaffId: staffId });
        this.tell(tx, task, task.ownerId, staffId);
      },
    });
  }

  private async list(tx: Tx, staffId: string): Promise<HeldEntry[]> {
    const rows = await tx.sql<Omit<HeldWork, 'role'>>(
      `SELECT kind, id, version, jobseeker_id AS "jobseekerId", case_id AS "caseId", number, due_on AS "dueOn" FROM held_next_actions($1)`,
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
    { id, jobseekerId, caseId }: Pick<HeldWork, 'id' | 'jobseekerId' | 'caseId'>,
    from: string,
    to: string,
  ): Promise<boolean> {
    const [passed] = await tx.sql<{ done: boolean }>('SELECT pass_on_next_action($1, $2, $3) AS done', [id, from, to]);
    if (!passed?.done) return false;
    this.tell(tx, { id, jobseekerId, caseId }, from, to);
    return true;
  }

  private ofOwners(tx: Tx, { ownerIds, limit, id }: OwnersAsked): Promise<LeftBehindTask[]> {
    return tx.sql<LeftBehindTask>(
      `SELECT 'next_action' AS kind, o.id, n.version, o.jobseeker_id AS "jobseekerId", o.support_case_id AS "caseId", o.title,
        o.due_on AS "dueOn", o.owner_staff_id AS "ownerId"
       FROM next_action_to_do o JOIN next_action n ON n.id = o.id
       WHERE o.site_id = $1 AND o.owner_staff_id = ANY ($2::uuid[]) AND ($3::uuid IS NULL OR o.id = $3) ORDER BY o.due_on, o.id LIMIT $4`,
      [tx.actor.siteId, ownerIds, id, limit],
    );
  }

  private tell(
    tx: Tx,
    { id, jobseekerId, caseId }: Pick<HeldWork, 'id' | 'jobseekerId' | 'caseId'>,
    from: string,
    to: string,
  ): void {
    tx.record({
      kind: 'next_action.handed_over',
      subject: { type: 'next_action', id },
      jobseekerId,
      supportCaseId: caseId,
      data: { fromStaffId: from, toStaffId: to },
      changes: { ownerStaffId: { from, to } },
    });
  }
}
