import { Injectable } from '@nestjs/common';
import type { Side, StaffActor } from '#access';
import type { Transaction } from '../../platform/unit-of-work/index.js';

/** Work of one member of staff, as the supervisor sees it. */
export interface WorkloadLine {
  readonly name: string;
  readonly title: string;
  readonly side: Side;
  readonly cases: number;
  readonly overdue: number;
}

/** What waits on each side of the site. */
export interface WaitingLine {
  readonly side: Side;
  readonly requests: number;
  readonly overdue: number;
}

export interface SiteOverview {
  readonly workload: readonly WorkloadLine[];
  readonly waiting: readonly WaitingLine[];
}

/** 監督者のホーム: caseload per worker and what waits on each side, as far as the viewer sees records. */
@Injectable()
export class SiteOverviewQuery {
  async read(tx: Transaction, actor: StaffActor): Promise<SiteOverview> {
    const parameters = [actor.siteId, tx.today];
    const workload = await tx.sql<WorkloadLine>(
      `WITH cases AS (
         SELECT a.staff_id, count(DISTINCT c.id)::int AS n FROM case_assignment a JOIN support_case c ON c.id = a.support_case_id AND c.status <> 'closed'
         WHERE a.site_id = $1 AND a.starts_on <= $2 AND (a.ends_on IS NULL OR a.ends_on > $2) GROUP BY a.staff_id),
       overdue AS (SELECT owner_staff_id AS staff_id, count(*)::int AS n FROM due_work WHERE site_id = $1 AND due_on < $2 AND owner_side IS DISTINCT FROM 'jobseeker' GROUP BY owner_staff_id)
       SELECT s.name, s.title, o.side, coalesce(cases.n, 0) AS cases, coalesce(overdue.n, 0) AS overdue
       FROM staff s JOIN organisation o ON o.id = s.organisation_id LEFT JOIN cases ON cases.staff_id = s.id LEFT JOIN overdue ON overdue.staff_id = s.id
       WHERE s.role IN ('case_staff', 'supervisor') AND (s.employed_until IS NULL OR s.employed_until > $2)
         AND EXISTS (SELECT 1 FROM staff_site ss WHERE ss.staff_id = s.id AND ss.site_id = $1)
       ORDER BY o.side, cases DESC, s.name_kana`,
      parameters,
    );
    const waiting = await tx.sql<WaitingLine>(
      `SELECT sides.side,
         (SELECT count(*)::int FROM support_request r JOIN organisation o ON o.id = r.to_org_id AND o.side = sides.side JOIN support_case c ON c.id = r.support_case_id
          WHERE r.site_id = $1 AND r.status = 'requested' AND c.status <> 'closed') AS requests,
         (SELECT count(*)::int FROM due_work w LEFT JOIN staff s ON s.id = w.owner_staff_id LEFT JOIN organisation o ON o.id = s.organisation_id
          WHERE w.site_id = $1 AND w.due_on < $2 AND coalesce(w.owner_side, o.side) = sides.side) AS overdue
       FROM (VALUES ('municipal'), ('national')) AS sides(side)`,
      parameters,
    );
    return { workload, waiting };
  }
}
