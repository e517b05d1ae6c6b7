import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Role, Side } from '#access';
import type { Assignment } from '#domain/organisation';
import { type IsoDate, NotFound } from '#kernel';
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
  /** What ended it besides a person: the case was closed, the colleague left; null while it runs or where somebody ended it. */
  readonly endedWith: 'closing' | 'departure' | 'withdrawal' | null;
  readonly handoverReason: string | null;
  readonly handoverNote: string | null;
  readonly version: number;
}

/** The team of a case on which somebody is whom its organisation shows it no more. */
export interface ExpiredTeam {
  readonly supportCaseId: string;
  readonly jobseekerId: string;
  /** Whose case it is. */
  readonly organisationId: number;
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
    a.starts_on AS "startsOn", a.ends_on AS "endsOn", a.ended_with AS "endedWith",
    a.handover_reason AS "handoverReason", a.handover_note AS "handoverNote", a.version
  FROM case_assignment a JOIN staff_head s ON s.id = a.staff_id JOIN organisation_name o ON o.id = a.staff_org_id`;

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

  /**
   * 引継ぎ in one statement: whoever hands over a protected record loses sight of it with the old row, and the new one may not
   * begin before the old one has ended.
   * @returns the id of the new assignment; null when the old one is no longer in that version
   */
  async handOver(
    tx: Transaction,
    { id, version }: Pick<AssignmentLine, 'id' | 'version'>,
    { endsOn }: Pick<Assignment, 'endsOn'>,
    { staffId, reason, note }: { readonly staffId: string; readonly reason: string; readonly note: string },
  ): Promise<string | null> {
    const [started] = await tx.sql<{ id: string }>(
      `WITH ended AS (
         UPDATE case_assignment SET ends_on = $3, handover_reason = $4, handover_note = $5, version = version + 1, updated_at = $6, updated_by = app_staff()
         WHERE id = $1 AND version = $2 RETURNING site_id, jobseeker_id, support_case_id, staff_org_id, role, ends_on)
       INSERT INTO case_assignment (id, site_id, org_id, jobseeker_id, support_case_id, staff_id, staff_org_id, role, starts_on)
       SELECT $7, site_id, (app_orgs())[1], jobseeker_id, support_case_id, $8, staff_org_id, role, ends_on FROM ended RETURNING id`,
      [id, version, endsOn, reason, note, tx.now, uuid(), staffId],
    );
    return started?.id ?? null;
  }

  /** Ends the team of a case that has been closed, also those of it who are out of the actor's sight. @returns how many */
  async endAll(tx: Transaction, caseId: string, on: IsoDate): Promise<number> {
    const [row] = await tx.sql<{ members: number }>('SELECT end_team_of_closed_case($1, $2) AS members', [caseId, on]);
    return row?.members ?? 0;
  }

  /** Gives the team back to a case whose closing was a mistake, also those of it who are out of the actor's sight. */
  async resumeAll(tx: Transaction, caseId: string): Promise<{ assignmentId: string; staffId: string }[]> {
    return tx.sql('SELECT id AS "assignmentId", staff_id AS "staffId" FROM resume_team_of_reopened_case($1)', [caseId]);
  }

  /** Ends the assignments of a person's cases by which somebody would be on the team of a case that their organisation may not see any more. */
  async endOutOfSight(
    tx: Transaction,
    jobseekerId: string,
    on: IsoDate,
  ): Promise<{ assignmentId: string; supportCaseId: string; staffId: string }[]> {
    return tx.sql(
      'SELECT id AS "assignmentId", case_id AS "supportCaseId", staff_id AS "staffId" FROM end_team_out_of_sight($1, $2)',
      [jobseekerId, on],
    );
  }

  /** The teams of a site on which somebody is whose sight of the case ended by its last day; asked by the worker. */
  async expired(tx: Transaction, siteId: number): Promise<ExpiredTeam[]> {
    return tx.sql(
      `SELECT case_id AS "supportCaseId", jobseeker_id AS "jobseekerId", organisation_id AS "organisationId" FROM expired_teams($1)
       ORDER BY case_id`,
      [siteId],
    );
  }

  /** Ends the assignments of these to a case, as of that day. */
  async endExpired(
    tx: Transaction,
    caseId: string,
  ): Promise<{ assignmentId: string; staffId: string; endsOn: IsoDate }[]> {
    return tx.sql(
      'SELECT id AS "assignmentId", staff_id AS "staffId", ends_on::text AS "endsOn" FROM end_expired_team($1)',
      [caseId],
    );
  }

  /** Case staff and supervisors who work at the site today. */
  async choices(tx: Transaction, siteId: number): Promise<StaffChoice[]> {
    return tx.sql<StaffChoice>(
      `SELECT s.staff_id AS id, s.name, s.title, s.role, s.organisation_id AS "organisationId", o.name AS "organisationName", o.side
       FROM staff_at_work s JOIN organisation_name o ON o.id = s.organisation_id
       WHERE s.site_id = $1 AND s.role IN ('case_staff', 'supervisor') ORDER BY o.side, o.id, s.name_kana`,
      [siteId],
    );
  }
}
