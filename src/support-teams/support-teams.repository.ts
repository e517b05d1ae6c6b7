import { Injectable } from '@nestjs/common';
import type { Role, Side } from '#access';
import type { Assignment } from '#domain/organisation';
import { NotFound } from '#kernel';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** 担当 as it is told: who, of which side, in which role, from when to when. */
export interface AssignmentLine extends Assignment {
  readonly id: string;
  readonly supportCaseId: string;
  readonly jobseekerId: string;
  readonly staffName: string;
  readonly staffTitle: string;
  readonly organisationName: string;
  readonly side: Side;
  readonly handoverReason: string | null;
  readonly handoverNote: string | null;
  readonly version: number;
}

/** Somebody who may be put on a team (担当になれる職員). */
export interface StaffChoice {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly role: Extract<Role, 'case_staff' | 'supervisor'>;
  readonly organisationId: number;
  readonly organisationName: string;
  readonly side: Side;
}

const SELECT_ASSIGNMENT = `
  SELECT a.id, a.support_case_id AS "supportCaseId", a.jobseeker_id AS "jobseekerId", a.staff_id AS "staffId", s.name AS "staffName",
    s.title AS "staffTitle", a.staff_org_id AS "organisationId", o.name AS "organisationName", o.side, a.role,
    a.starts_on AS "startsOn", a.ends_on AS "endsOn", a.handover_reason AS "handoverReason", a.handover_note AS "handoverNote", a.version
  FROM case_assignment a JOIN staff s ON s.id = a.staff_id JOIN organisation o ON o.id = a.staff_org_id`;

@Injectable()
export class SupportTeamsRepository {
  /** @throws NotFound when there is none, or none the actor may see */
  async find(tx: Transaction, id: string): Promise<AssignmentLine> {
    const [found] = await tx.sql<AssignmentLine>(`${SELECT_ASSIGNMENT} WHERE a.id = $1`, [id]);
    if (!found) throw new NotFound('case_assignment');
    return found;
  }

  /** Everyone who was ever on the team of a case, the running assignments first. */
  async ofCase(tx: Transaction, caseId: string): Promise<AssignmentLine[]> {
    return tx.sql<AssignmentLine>(
      `${SELECT_ASSIGNMENT} WHERE a.support_case_id = $1 ORDER BY (a.ends_on IS NOT NULL AND a.ends_on <= $2), o.side, a.starts_on, a.id`,
      [caseId, tx.today],
    );
  }

  /** Case staff and supervisors who work at the site today. */
  async choices(tx: Transaction, siteId: number): Promise<StaffChoice[]> {
    return tx.sql<StaffChoice>(
      `SELECT s.id, s.name, s.title, s.role, s.organisation_id AS "organisationId", o.name AS "organisationName", o.side
       FROM staff s JOIN organisation o ON o.id = s.organisation_id
       WHERE s.role IN ('case_staff', 'supervisor') AND (s.employed_until IS NULL OR s.employed_until > $2)
         AND EXISTS (SELECT 1 FROM staff_site ss WHERE ss.staff_id = s.id AND ss.site_id = $1 AND ss.starts_on <= $2 AND (ss.ends_on IS NULL OR ss.ends_on > $2))
       ORDER BY o.side, o.id, s.name_kana`,
      [siteId, tx.today],
    );
  }
}
