import { Injectable } from '@nestjs/common';
import type { Side, StaffActor } from '#access';
import type { Transaction } from '../../platform/unit-of-work/index.js';

/** Work of one member of staff, as the supervisor sees it. */
export interface WorkloadLine {
  readonly name: string;
  readonly title: string;
  readonly side: Side;
  readonly cases: number;
  /** What is late and theirs to see to, as their own home shows it. */
  readonly overdue: number;
  /** Works here today; who has gone is listed as long as open cases are in their name. */
  readonly isHere: boolean;
}

/** What waits on each side of the site. */
interface WaitingLine {
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
    // What is late is found once: by who sees to it, and by the side it is of.
    const [overview] = await tx.sql<SiteOverview>(
      `WITH open AS MATERIALIZED (SELECT c.id FROM case_head c WHERE c.site_id = $1 AND c.status <> 'closed'),
       cases AS MATERIALIZED (
         SELECT a.staff_id, count(DISTINCT a.support_case_id)::int AS n FROM case_team a JOIN open c ON c.id = a.support_case_id
         WHERE a.site_id = $1 AND a.starts_on <= $2 AND a.until > $2 GROUP BY a.staff_id),
       late AS MATERIALIZED (
         SELECT w.kind, w.subject_id, w.owner_side, w.staff_id FROM due_work_of_staff w WHERE w.site_id = $1 AND w.due_on < $2),
       late_of_staff AS (SELECT l.staff_id, count(*)::int AS n FROM late l GROUP BY l.staff_id),
       late_of_side AS (
         SELECT coalesce(l.owner_side, s.side) AS side, count(DISTINCT (l.kind, l.subject_id))::int AS n
         FROM late l LEFT JOIN staff_head s ON s.id = l.staff_id GROUP BY 1),
       requested AS (
         SELECT o.side, count(*)::int AS n FROM support_request_head r JOIN organisation_name o ON o.id = r.to_organisation_id
           JOIN open c ON c.id = r.support_case_id
         WHERE r.site_id = $1 AND r.status = 'requested' GROUP BY o.side),
       -- Who has gone but is still on a team stays in the table: their cases wait for a successor.
       people AS (
         SELECT h.staff_id, true AS is_here FROM staff_at_work h WHERE h.site_id = $1 AND h.role IN ('case_staff', 'supervisor')
         UNION ALL
         SELECT c.staff_id, false FROM cases c WHERE NOT EXISTS (SELECT 1 FROM staff_at_work h WHERE h.site_id = $1 AND h.staff_id = c.staff_id))
       SELECT
         (SELECT coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'title', s.title, 'side', s.side, 'cases', coalesce(c.n, 0),
           'overdue', coalesce(l.n, 0), 'isHere', p.is_here)
            ORDER BY s.side, coalesce(c.n, 0) DESC, s.name_kana, s.id), '[]')
          FROM people p JOIN staff_head s ON s.id = p.staff_id
          LEFT JOIN cases c ON c.staff_id = s.id LEFT JOIN late_of_staff l ON l.staff_id = s.id) AS workload,
         (SELECT jsonb_agg(jsonb_build_object('side', sides.side, 'requests', coalesce(r.n, 0), 'overdue', coalesce(l.n, 0)) ORDER BY sides.side)
          FROM (VALUES ('municipal'), ('national')) AS sides(side) LEFT JOIN requested r ON r.side = sides.side
            LEFT JOIN late_of_side l ON l.side = sides.side) AS waiting`,
      parameters,
    );
    if (!overview) throw new Error('a statement of one row answered none');
    return overview;
  }
}
