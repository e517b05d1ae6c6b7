import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { HeldWork } from '#domain/organisation';
import type { Transaction } from '../../platform/unit-of-work/index.js';
import { type HeldEntry, HeldWorkSources, type PassedItem } from '../../team-members/index.js';

type Tx = Transaction<StaffActor>;

/** Next actions (次の行動) a leaver was to do: what is listed with a departure, passed on and given back. */
@Injectable()
export class HeldNextActions implements OnModuleInit {
  constructor(private readonly held: HeldWorkSources) {}

  onModuleInit(): void {
    this.held.register({
      kinds: ['next_action'],
      list: (tx, staffId) => this.list(tx, staffId),
      giveBack: (tx, staffId, item) => this.giveBack(tx, staffId, item),
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
    tx.record({
      kind: 'next_action.handed_over',
      subject: { type: 'next_action', id },
      jobseekerId,
      supportCaseId: caseId,
      data: { fromStaffId: from, toStaffId: to },
      changes: { ownerStaffId: { from, to } },
    });
    return true;
  }
}
