import { Injectable } from '@nestjs/common';
import { type IsoDate, NotFound } from '#kernel';
import type { Side } from '#access';
import type { CaseAction, CaseStatus, CloseReason, OpenCaseStatus, OptionalStep } from '#domain/support-case';
import { noteOpening } from '../jobseekers/index.js';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** A support period (支援期間) with the names its ids stand for. */
export interface SupportCase {
  readonly id: string;
  /** 支援番号: 'S' and six digits. */
  readonly number: string;
  readonly orgId: number;
  readonly jobseekerId: string;
  readonly programme: {
    readonly id: number;
    readonly code: string;
    readonly name: string;
    readonly optionalSteps: readonly OptionalStep[];
  };
  readonly desk: { readonly id: number; readonly name: string } | null;
  readonly status: CaseStatus;
  readonly statusSince: IsoDate;
  readonly openedOn: IsoDate;
  /** チーム支援の開始日; null while one side works alone. */
  readonly teamSupportSince: IsoDate | null;
  readonly interviewHeldOn: IsoDate | null;
  readonly conferenceHeldOn: IsoDate | null;
  /** 中断中の見直し日. */
  readonly reviewOn: IsoDate | null;
  readonly suspendedFrom: OpenCaseStatus | null;
  readonly closedOn: IsoDate | null;
  readonly closeReason: CloseReason | null;
  readonly version: number;
}

/** A change of state as it is told. */
export interface TransitionLine {
  readonly id: string;
  readonly fromStatus: CaseStatus | null;
  readonly toStatus: CaseStatus;
  readonly action: CaseAction | 'open' | 'withdraw_closing';
  readonly happenedOn: IsoDate;
  readonly reason: string | null;
  readonly note: string | null;
  readonly by: { readonly name: string; readonly side: Side } | null;
}

export interface CaseListScope {
  readonly jobseekerId?: string | undefined;
  readonly status?: CaseStatus | 'open' | undefined;
  /** Only cases this staff member is assigned to today, or was when they were closed. */
  readonly assignedTo?: string | undefined;
  /** The id of the last case of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

const CASE_COLUMNS = `c.id, c.number, c.org_id AS "orgId", c.jobseeker_id AS "jobseekerId",
    jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name, 'optionalSteps', p.optional_steps) AS programme,
    CASE WHEN d.id IS NULL THEN NULL ELSE jsonb_build_object('id', d.id, 'name', d.name) END AS desk,
    c.status, c.status_since AS "statusSince", c.opened_on AS "openedOn", c.team_support_since AS "teamSupportSince",
    c.interview_held_on AS "interviewHeldOn", c.conference_held_on AS "conferenceHeldOn", c.review_on AS "reviewOn",
    c.suspended_from AS "suspendedFrom", c.closed_on AS "closedOn", c.close_reason AS "closeReason", c.version`;
const CASE_SOURCE =
  'support_case c JOIN programme_name p ON p.id = c.programme_id LEFT JOIN desk_name d ON d.id = c.desk_id';

/** The change of state with which the last job of the case `c` was left (離職). */
export const LAST_LEAVING = `SELECT jsonb_build_object('id', t.id, 'from', t.from_status) FROM case_transition t
  WHERE t.support_case_id = c.id AND t.action = 'record_leaving'
  ORDER BY t.happened_on DESC, t.id DESC LIMIT 1`;

@Injectable()
export class SupportCasesRepository {
  /** @throws NotFound when there is no such case, or none the actor may see */
  async find(tx: Transaction, id: string): Promise<SupportCase> {
    const [found] = await tx.sql<SupportCase & { readonly protectedUntil: IsoDate | null }>(
      `SELECT ${CASE_COLUMNS}, j.protected_until AS "protectedUntil" FROM ${CASE_SOURCE} JOIN jobseeker_head j ON j.id = c.jobseeker_id WHERE c.id = $1`,
      [id],
    );
    if (!found) throw new NotFound('support_case');
    const { protectedUntil, ...supportCase } = found;
    noteOpening(tx, { id: supportCase.jobseekerId, protectedUntil });
    return supportCase;
  }

  /** Whether the actor sees the case. */
  async isVisible(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.sql('SELECT id FROM support_case WHERE id = $1', [id])).length > 0;
  }

  /** Newest first, `limit` at most. */
  async list(
    tx: Transaction,
    siteId: number,
    { jobseekerId, status, assignedTo, after, limit }: CaseListScope,
  ): Promise<SupportCase[]> {
    return tx.sql<SupportCase>(
      `SELECT ${CASE_COLUMNS} FROM ${CASE_SOURCE}
       WHERE c.site_id = $1
         AND ($2::uuid IS NULL OR c.jobseeker_id = $2)
         AND ($3::text IS NULL OR c.status = $3 OR ($3 = 'open' AND c.status <> 'closed'))
         AND ($4::uuid IS NULL OR EXISTS (SELECT 1 FROM case_team a WHERE a.support_case_id = c.id AND a.staff_id = $4
              AND (a.ended_with = 'closing' OR (a.starts_on <= $5 AND (a.ends_on IS NULL OR a.ends_on > $5)))))
         AND ($6::uuid IS NULL OR c.id < $6)
       ORDER BY c.id DESC LIMIT $7`,
      [siteId, jobseekerId ?? null, status ?? null, assignedTo ?? null, tx.today, after ?? null, limit],
    );
  }

  /** The changes of state of a case, in the order they were made. */
  async transitions(tx: Transaction, caseId: string): Promise<TransitionLine[]> {
    return tx.sql<TransitionLine>(
      `SELECT t.id, t.from_status AS "fromStatus", t.to_status AS "toStatus", t.action, t.happened_on AS "happenedOn", t.reason, t.note,
         CASE WHEN s.id IS NULL THEN NULL ELSE jsonb_build_object('name', s.name, 'side', s.side) END AS by
       FROM case_transition t LEFT JOIN staff_head s ON s.id = t.created_by
       WHERE t.support_case_id = $1 ORDER BY t.happened_on, t.id`,
      [caseId],
    );
  }

  /**
   * Holds the case until the end of the transaction, so that what is decided by its records and its team still holds when it
   * is written. Also one that the actor only keeps: what it writes there itself waits for the others as theirs does for it.
   * @throws NotFound when there is no such case, or none the actor may see
   */
  async lock(tx: Transaction, id: string): Promise<void> {
    const found = await tx.sql('SELECT id, hold_case(id) FROM support_case WHERE id = $1', [id]);
    if (found.length === 0) throw new NotFound('support_case');
  }

  async statusesOf(tx: Transaction, jobseekerId: string): Promise<{ readonly status: CaseStatus }[]> {
    return tx.sql('SELECT status FROM support_case WHERE jobseeker_id = $1', [jobseekerId]);
  }

  /** Whether another period of the person is later than this one: it runs, or was opened after it. */
  async hasLaterPeriod(tx: Transaction, jobseekerId: string, caseId: string): Promise<boolean> {
    const later = await tx.sql(
      `SELECT c.id FROM support_case c JOIN support_case this ON this.id = $2
       WHERE c.jobseeker_id = $1 AND c.id <> $2 AND (c.status <> 'closed' OR (c.opened_on, c.id) > (this.opened_on, this.id)) LIMIT 1`,
      [jobseekerId, caseId],
    );
    return later.length > 0;
  }

  /** A 支援番号 that no case has. */
  async freshNumber(tx: Transaction): Promise<string> {
    const [row] = await tx.sql<{ number: string }>('SELECT fresh_support_case_number() AS number');
    if (!row) throw new Error('no number was drawn');
    return row.number;
  }
}
