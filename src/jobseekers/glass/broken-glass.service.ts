import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { NotFound, refuseBlocked, refuseInvalid } from '#kernel';
import { tellMessage, UnitOfWork } from '../../platform/unit-of-work/index.js';
import type { BreakGlass, ReviewGlass } from './broken-glass.dto.js';

type ReviewState = 'pending' | 'approved' | 'flagged';

/** 緊急の閲覧, as an auditor reviews it. */
export interface BrokenGlass {
  readonly id: string;
  readonly openedBy: string;
  readonly organisationName: string;
  /** 整理番号 of the record. */
  readonly number: string;
  readonly reason: string;
  readonly openedAt: Date;
  readonly until: Date;
  readonly state: ReviewState;
  readonly note: string | null;
  readonly reviewedBy: string | null;
}

/** What was opened, and for how long. */
export interface OpenedRecord {
  readonly id: string;
  readonly jobseekerId: string;
  readonly until: Date;
}

/**
 * 緊急の閲覧 (break-glass): a record in hiding is opened with a reason, for the minutes the site allows. The policies read the row this writes: what is not
 * committed, with its audit line and its notice, opens nothing.
 */
@Injectable()
export class BrokenGlassService {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * @throws InvalidInput `no_record_of_number`, also of a record that would be out of sight without the protection; Blocked `record_in_sight`
   */
  async open(actor: StaffActor, { number, reason }: BreakGlass): Promise<OpenedRecord> {
    return this.work.write(actor, { purpose: 'jobseeker.break_glass' }, async (tx) => {
      const [row] = await tx.sql<{
        outcome: 'unknown' | 'in_sight' | 'opened';
        id: string | null;
        jobseeker_id: string | null;
        protector_org: number | null;
        until: Date | null;
      }>('SELECT outcome, id, jobseeker_id, protector_org, until FROM break_glass($1, $2)', [number, reason]);
      if (row?.outcome === 'in_sight') refuseBlocked([{ code: 'record_in_sight' }]);
      if (!row?.id || !row.jobseeker_id || !row.protector_org || !row.until) return refuseUnknown();
      const { id, jobseeker_id: jobseekerId, protector_org: registeredBy, until } = row;
      tx.record({
        kind: 'jobseeker.glass_broken',
        subject: { type: 'jobseeker', id: jobseekerId },
        jobseekerId,
        data: { registeredBy },
      });
      const { siteId, organisationId } = actor;
      const to = [...new Set([organisationId, registeredBy])].map((each) => ({
        role: 'auditor' as const,
        organisationId: each,
        siteId,
      }));
      tx.send(tellMessage({ kind: 'glass_to_review', subjectType: 'broken_glass', subjectId: id, to }));
      return { id, jobseekerId, until };
    });
  }

  /** Those of the actor's organisation, and of persons it registered: to be reviewed first, then the latest. */
  async list(actor: StaffActor): Promise<BrokenGlass[]> {
    return this.work.read(actor, (tx) =>
      tx.sql<BrokenGlass>(
        `SELECT b.id, s.name AS "openedBy", o.name AS "organisationName", b.number, b.reason, b.opened_at AS "openedAt", b.until,
           b.review_state AS state, b.review_note AS note, r.name AS "reviewedBy"
         FROM broken_glass b JOIN staff_head s ON s.id = b.staff_id JOIN organisation_name o ON o.id = b.org_id LEFT JOIN staff_head r ON r.id = b.reviewed_by
         ORDER BY b.review_state <> 'pending', b.opened_at DESC, b.id LIMIT 200`,
      ),
    );
  }

  /**
   * Says whether it was right to open it; a slip is mended by the other answer.
   * @throws NotFound of one that `list` keeps from the actor; Blocked `glass_reviewed` when that is the answer already
   */
  async review(actor: StaffActor, id: string, { state, note }: ReviewGlass): Promise<void> {
    await this.work.write(actor, { purpose: 'jobseeker.review_glass' }, async (tx) => {
      const [glass] = await tx.sql<{
        jobseeker_id: string;
        org_id: number;
        protector_org: number;
        review_state: ReviewState;
      }>('SELECT jobseeker_id, org_id, protector_org, review_state FROM broken_glass WHERE id = $1', [id]);
      if (!glass) throw new NotFound('broken_glass');
      const reviewed = await tx.sql(
        `UPDATE broken_glass SET review_state = $2, review_note = $3, reviewed_at = app_now(), reviewed_by = app_staff()
         WHERE id = $1 AND review_state <> $2 RETURNING id`,
        [id, state, note],
      );
      if (reviewed.length === 0) refuseBlocked([{ code: 'glass_reviewed' }]);
      const { jobseeker_id: jobseekerId, org_id: openedBy, protector_org: registeredBy } = glass;
      const of = {
        subject: { type: 'jobseeker' as const, id: jobseekerId },
        jobseekerId,
        changes: { reviewState: { from: glass.review_state, to: state } },
      };
      if (state === 'flagged') tx.record({ kind: 'jobseeker.glass_flagged', ...of, data: { registeredBy, openedBy } });
      else tx.record({ kind: 'jobseeker.glass_approved', ...of });
    });
  }
}

function refuseUnknown(): never {
  refuseInvalid([{ field: 'number', code: 'no_record_of_number' }]);
  throw new NotFound('jobseeker');
}
