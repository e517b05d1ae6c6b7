import { Injectable } from '@nestjs/common';
import { type IsoDate, NotFound } from '#kernel';
import type { SupportRequestStatus } from '#domain/support-case';
import { noteOpening } from '../jobseekers/index.js';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** 支援要請 with the names a reader needs. */
export interface SupportRequest {
  readonly id: string;
  readonly supportCaseId: string;
  readonly caseNumber: string;
  readonly jobseekerId: string;
  readonly jobseekerName: string;
  readonly jobseekerKana: string;
  readonly from: { readonly id: number; readonly name: string };
  readonly to: { readonly id: number; readonly name: string };
  readonly requestedOn: IsoDate;
  readonly requestedBy: string | null;
  readonly requestedByStaffId: string | null;
  readonly wanted: string;
  readonly background: string;
  readonly status: SupportRequestStatus;
  readonly decidedOn: IsoDate | null;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly version: number;
}

const REQUEST_COLUMNS = `r.id, r.support_case_id AS "supportCaseId", c.number AS "caseNumber", r.jobseeker_id AS "jobseekerId",
    j.name AS "jobseekerName", j.kana AS "jobseekerKana",
    jsonb_build_object('id', f.id, 'name', f.name) AS "from", jsonb_build_object('id', t.id, 'name', t.name) AS "to",
    r.requested_on AS "requestedOn", asker.name AS "requestedBy", r.created_by AS "requestedByStaffId", r.wanted, r.background, r.status,
    r.decided_on AS "decidedOn", decider.name AS "decidedBy", r.decision_reason AS "decisionReason", r.version`;
const REQUEST_SOURCE = `support_request r
  JOIN case_head c ON c.id = r.support_case_id
  JOIN jobseeker_head j ON j.id = r.jobseeker_id
  JOIN organisation_name f ON f.id = r.org_id
  JOIN organisation_name t ON t.id = r.to_org_id
  LEFT JOIN staff_head asker ON asker.id = r.created_by
  LEFT JOIN staff_head decider ON decider.id = r.decided_by`;

const LATEST_FIRST = 'ORDER BY requested_on DESC, id DESC LIMIT 1';

/** State of the request that counts for the case `c`: the latest. */
export const LATEST_REQUEST_STATUS = `SELECT status FROM support_request WHERE support_case_id = c.id ${LATEST_FIRST}`;

@Injectable()
export class SupportRequestsRepository {
  /** @throws NotFound when there is none, or none the actor may see */
  async find(tx: Transaction, id: string): Promise<SupportRequest> {
    const [found] = await tx.sql<SupportRequest & { readonly protectedUntil: IsoDate | null }>(
      `SELECT ${REQUEST_COLUMNS}, j.protected_until AS "protectedUntil" FROM ${REQUEST_SOURCE} WHERE r.id = $1`,
      [id],
    );
    if (!found) throw new NotFound('support_request');
    const { protectedUntil, ...request } = found;
    noteOpening(tx, { id: request.jobseekerId, protectedUntil });
    return request;
  }

  /** The request that counts for a case: the latest. */
  async latestOf(tx: Transaction, caseId: string): Promise<Pick<SupportRequest, 'id' | 'status'> | null> {
    const [latest] = await tx.sql<Pick<SupportRequest, 'id' | 'status'>>(
      `SELECT id, status FROM support_request WHERE support_case_id = $1 ${LATEST_FIRST}`,
      [caseId],
    );
    return latest ?? null;
  }

  /** Requests of running cases still to be answered, the longest waiting first. */
  async waiting(tx: Transaction, siteId: number, limit: number): Promise<SupportRequest[]> {
    return tx.sql<SupportRequest>(
      `SELECT ${REQUEST_COLUMNS} FROM ${REQUEST_SOURCE} WHERE r.site_id = $1 AND r.status = 'requested' AND c.status <> 'closed'
        ORDER BY r.requested_on, r.id LIMIT $2`,
      [siteId, limit],
    );
  }

  /** Answered requests, the latest answer first. */
  async answered(tx: Transaction, siteId: number, limit: number): Promise<SupportRequest[]> {
    return tx.sql<SupportRequest>(
      `SELECT ${REQUEST_COLUMNS} FROM ${REQUEST_SOURCE} WHERE r.site_id = $1 AND r.status <> 'requested' ORDER BY r.decided_on DESC, r.id DESC LIMIT $2`,
      [siteId, limit],
    );
  }
}
