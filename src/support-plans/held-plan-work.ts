import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { HeldWork } from '#domain/organisation';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { type HeldEntry, HeldWorkSources, type PassedItem } from '../team-members/index.js';

type Tx = Transaction<StaffActor>;

/** Steps and reviews of plans a leaver was to do: what is listed with a departure, passed on and given back. */
@Injectable()
export class HeldPlanWork implements OnModuleInit {
  constructor(private readonly held: HeldWorkSources) {}

  onModuleInit(): void {
    this.held.register({
      kinds: ['plan_step', 'plan_review'],
      list: (tx, staffId) => this.list(tx, staffId),
      giveBack: (tx, staffId, item) => this.giveBack(tx, staffId, item),
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
    const handedOver = {
      jobseekerId,
      supportCaseId: caseId,
      data: { fromStaffId: from, toStaffId: to },
      changes: { ownerStaffId: { from, to } },
    };
    if (kind === 'plan_step')
      tx.record({ ...handedOver, kind: 'plan_step.handed_over', subject: { type: 'plan_step', id } });
    else tx.record({ ...handedOver, kind: 'plan_review.handed_over', subject: { type: 'plan_review', id } });
    return true;
  }
}
