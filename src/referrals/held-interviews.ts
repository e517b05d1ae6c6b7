import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { StaffActor } from '#access';
import { NotFound } from '#kernel';
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
import { InterviewEntity } from './interview.entity.js';
import { ReferralEntity } from './referral.entity.js';

type Tx = Transaction<StaffActor>;
type HeldInterview = Omit<HeldWork, 'role'> & { readonly referralId: string };

/** Interviews (面接) a leaver was to go along to: what is listed with a departure, passed on and given back, and what waits in 「担当者不在」. */
@Injectable()
export class HeldInterviews implements OnModuleInit {
  constructor(
    private readonly held: HeldWorkSources,
    private readonly leftBehind: LeftBehindTasks,
  ) {}

  onModuleInit(): void {
    this.held.register({
      kinds: ['interview'],
      list: async (tx, staffId) => (await this.of(tx, staffId)).map((interview) => this.entry(interview, staffId)),
      giveBack: (tx, staffId, item) => this.giveBack(tx, staffId, item),
    });
    this.leftBehind.register({
      kinds: ['interview'],
      ofOwners: (tx, asked) => this.ofOwners(tx, asked),
      giveTo: (tx, task, staffId) => this.giveTo(tx, task, staffId),
    });
  }

  private of(tx: Tx, staffId: string): Promise<HeldInterview[]> {
    return tx.sql<HeldInterview>(
      `SELECT kind, id, version, jobseeker_id AS "jobseekerId", case_id AS "caseId", number, due_on AS "dueOn", referral_id AS "referralId"
        FROM held_interviews($1)`,
      [staffId],
    );
  }

  private entry(interview: HeldInterview, staffId: string): HeldEntry {
    const { referralId: _, ...work } = interview;
    return {
      work: { ...work, role: null },
      passOn: async (tx, { successorId }) => ({
        // Without a successor it stays the leaver's, and so stands in the queue from the day they are gone.
        done: successorId === null || (await this.pass(tx, interview, staffId, successorId)),
        startedId: null,
      }),
    };
  }

  private async giveBack(tx: Tx, staffId: string, { subjectId, successorId }: PassedItem): Promise<boolean> {
    if (successorId === null) return true;
    const passed = (await this.of(tx, successorId)).find(({ id }) => id === subjectId);
    return passed !== undefined && (await this.pass(tx, passed, successorId, staffId));
  }

  private async pass(tx: Tx, interview: HeldInterview, from: string, to: string): Promise<boolean> {
    const asked = [interview.id, from, to];
    const [passed] = await tx.sql<{ done: boolean }>('SELECT pass_on_interview($1, $2, $3) AS done', asked);
    if (!passed?.done) return false;
    this.tell(tx, interview, from, to);
    return true;
  }

  private ofOwners(tx: Tx, { ownerIds, limit, id }: OwnersAsked): Promise<LeftBehindTask[]> {
    return tx.sql<LeftBehindTask>(
      `SELECT 'interview' AS kind, i.id, i.version, i.jobseeker_id AS "jobseekerId", i.support_case_id AS "caseId", d.title,
        i.interview_on AS "dueOn", i.accompanied_by AS "ownerId"
       FROM interview_due d JOIN interview i ON i.id = d.id
       WHERE i.site_id = $1 AND i.accompanied_by = ANY ($2::uuid[]) AND ($3::uuid IS NULL OR i.id = $3) ORDER BY i.interview_on, i.id LIMIT $4`,
      [tx.actor.siteId, ownerIds, id, limit],
    );
  }

  /** On the version of the referral, as every change of an interview. */
  private async giveTo(tx: Tx, task: LeftBehindTask, staffId: string): Promise<void> {
    const [referral] = await tx.sql<{ id: string; version: number }>(
      'SELECT r.id, r.version FROM referral r JOIN interview i ON i.referral_id = r.id WHERE i.id = $1',
      [task.id],
    );
    if (referral === undefined) throw new NotFound('interview');
    await tx.update(ReferralEntity, referral.id, referral.version, {});
    await tx.update(InterviewEntity, task.id, task.version, { accompaniedBy: staffId });
    this.tell(tx, { ...task, referralId: referral.id }, task.ownerId, staffId);
  }

  private tell(
    tx: Tx,
    { referralId, jobseekerId, caseId, dueOn }: Pick<HeldInterview, 'referralId' | 'jobseekerId' | 'caseId' | 'dueOn'>,
    from: string,
    to: string,
  ): void {
    tx.record({
      kind: 'referral.interview_handed_over',
      subject: { type: 'referral', id: referralId },
      jobseekerId,
      supportCaseId: caseId,
      data: { fromStaffId: from, toStaffId: to, interviewOn: dueOn },
      changes: { accompaniedBy: { from, to } },
    });
  }
}
