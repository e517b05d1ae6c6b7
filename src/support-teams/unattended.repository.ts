import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { IsoDate } from '#kernel';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** A running case in which nobody of the actor's organisation answers (担当者不在). */
export interface UnattendedCase {
  readonly caseId: string;
  readonly number: string;
  readonly jobseekerId: string;
  readonly name: string;
  readonly kana: string;
  /** The last 主担当; null when there never was one. */
  readonly lastLead: string | null;
  readonly leftOn: IsoDate | null;
}

/** One screen; one more is read so that the page can say that there are more. */
export const UNATTENDED_MOST = 200;

@Injectable()
export class UnattendedRepository {
  /** Those longest without anybody first. */
  async cases(tx: Transaction<StaffActor>, limit: number = UNATTENDED_MOST + 1): Promise<UnattendedCase[]> {
    return tx.sql<UnattendedCase>(
      `SELECT u.support_case_id AS "caseId", c.number, u.jobseeker_id AS "jobseekerId", j.name,
         j.kana, s.name AS "lastLead", coalesce(u.left_on, s.employed_until) AS "leftOn"
       FROM unattended_case u JOIN case_head c ON c.id = u.support_case_id JOIN jobseeker_head j ON j.id = u.jobseeker_id
       LEFT JOIN staff_head s ON s.id = u.last_lead_id
       WHERE u.site_id = $1 AND u.organisation_id = $2 ORDER BY coalesce(u.left_on, s.employed_until, c.opened_on), c.number LIMIT $3`,
      [tx.actor.siteId, tx.actor.organisationId, limit],
    );
  }

  /** Names of persons, as far as the actor sees them. */
  async names(tx: Transaction<StaffActor>, jobseekerIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.sql<{ id: string; name: string }>(
      'SELECT id, name FROM jobseeker_head WHERE id = ANY ($1::uuid[])',
      [jobseekerIds],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Assignments of the actor's organisation in a case that run although whoever holds them works here no more. */
  async assignmentsOfDeparted(
    tx: Transaction<StaffActor>,
    caseId: string,
  ): Promise<{ id: string; version: number; startsOn: IsoDate }[]> {
    return tx.sql(
      `SELECT a.id, a.version, a.starts_on AS "startsOn" FROM case_assignment a
       WHERE a.support_case_id = $1 AND a.staff_org_id = $2 AND (a.ends_on IS NULL OR a.ends_on > $3)
         AND NOT EXISTS (SELECT 1 FROM staff_at_work here WHERE here.staff_id = a.staff_id AND here.site_id = $4)
       ORDER BY a.starts_on, a.id`,
      [caseId, tx.actor.organisationId, tx.today, tx.actor.siteId],
    );
  }
}
