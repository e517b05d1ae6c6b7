import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import type { IsoDate } from '#kernel';
import { ja } from '#messages';
import { type Assignment, type HeldWork, succeedingAssignment } from '#domain/organisation';
import { SOLE_ROLES } from '#domain/support-case';
import type { Transaction } from '../platform/unit-of-work/index.js';
import {
  type HeldEntry,
  HeldWorkSources,
  type PassedItem,
  type PassedOn,
  type PassingOn,
} from '../team-members/index.js';

interface HeldRow extends Pick<HeldWork, 'id' | 'version' | 'jobseekerId' | 'number'> {
  readonly caseId: string;
  readonly role: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
  /** The others of the same organisation on the team. */
  readonly team: readonly Assignment[];
}

type Tx = Transaction<StaffActor>;

/** Teams a leaver is on: what is listed with a departure, passed on and given back. */
@Injectable()
export class HeldAssignments implements OnModuleInit {
  constructor(private readonly held: HeldWorkSources) {}

  onModuleInit(): void {
    this.held.register({
      kinds: ['assignment'],
      list: (tx, staffId) => this.list(tx, staffId),
      giveBack: (tx, staffId, item) => this.giveBack(tx, staffId, item),
      load: (tx) => this.load(tx),
    });
  }

  private async list(tx: Tx, staffId: string): Promise<HeldEntry[]> {
    const rows = await tx.sql<HeldRow>(
      `SELECT id, version, jobseeker_id AS "jobseekerId", case_id AS "caseId", case_number AS number, role, starts_on AS "startsOn", ends_on AS "endsOn", team
       FROM held_assignments($1)`,
      [staffId],
    );
    return rows.map((row) => {
      const { id, version, jobseekerId, caseId, number, role } = row;
      return {
        work: { kind: 'assignment', id, version, jobseekerId, caseId, number, role, dueOn: null },
        passOn: (inTx, passing) => this.passOn(inTx, row, passing),
      };
    });
  }

  private async passOn(tx: Tx, row: HeldRow, { staffId, successorId, leavesOn }: PassingOn): Promise<PassedOn> {
    const { id, version, jobseekerId, caseId, role, startsOn, endsOn, team } = row;
    const leaver = { staffId, organisationId: tx.actor.organisationId, role, startsOn, endsOn };
    const started = successorId === null ? null : succeedingAssignment(leaver, successorId, leavesOn, team, SOLE_ROLES);
    const startedId = started === null ? null : uuid();
    const [passed] = await tx.sql<{ done: boolean }>('SELECT pass_on_assignment($1, $2, $3, $4, $5, $6, $7) AS done', [
      id,
      version,
      leavesOn,
      ja.departure.handoverReason,
      successorId,
      startedId,
      started?.endsOn ?? null,
    ]);
    if (!passed?.done) return { done: false, startedId: null };
    const fact = { jobseekerId, supportCaseId: caseId, occurredOn: leavesOn };
    if (startedId === null || successorId === null)
      tx.record({
        ...fact,
        kind: 'assignment.ended',
        subject: { type: 'case_assignment', id },
        data: { staffId },
      });
    else
      tx.record({
        ...fact,
        kind: 'assignment.handed_over',
        subject: { type: 'case_assignment', id: startedId },
        data: { fromStaffId: staffId, toStaffId: successorId },
      });
    return { done: true, startedId };
  }

  private async giveBack(tx: Tx, staffId: string, { subjectId, startedId }: PassedItem): Promise<boolean> {
    const resumedId = uuid();
    const [given] = await tx.sql<{ jobseekerId: string; supportCaseId: string; assignmentId: string }>(
      `SELECT jobseeker_id AS "jobseekerId", case_id AS "supportCaseId", assignment_id AS "assignmentId" FROM give_back_assignment($1, $2, $3)`,
      [subjectId, startedId, resumedId],
    );
    if (!given) return false;
    const { assignmentId, ...of } = given;
    tx.record({
      ...of,
      kind: 'assignment.resumed',
      subject: { type: 'case_assignment', id: assignmentId },
      data: { staffId },
    });
    return true;
  }

  private async load(tx: Tx): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.sql<{ staffId: string; cases: number }>(
      'SELECT staff_id AS "staffId", cases FROM open_cases_by_staff()',
    );
    return new Map(rows.map(({ staffId, cases }) => [staffId, cases]));
  }
}
