import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { IsoDate } from '#kernel';
import { type UnattendedCase, UnattendedRepository } from '../../support-teams/index.js';
import type { DueLine } from './home.query.js';
import type { Transaction } from '../../platform/unit-of-work/index.js';

/** Something promised whose owner works here no more. */
export interface UnattendedTask {
  readonly kind: DueLine['kind'];
  readonly caseId: string | null;
  readonly jobseekerId: string;
  readonly name: string;
  readonly title: string | null;
  readonly dueOn: IsoDate;
  readonly owner: string;
}

export interface Unattended {
  readonly cases: readonly UnattendedCase[];
  readonly tasks: readonly UnattendedTask[];
}

/** Rows of each kind that the home shows; the list of its own shows all cases. */
export const UNATTENDED_SHOWN = 20;

/** 担当者不在 on the supervisor's home: what nobody of the own organisation answers for, as far as the supervisor sees it. */
@Injectable()
export class UnattendedQuery {
  constructor(private readonly unattended: UnattendedRepository) {}

  async read(tx: Transaction<StaffActor>, actor: StaffActor): Promise<Unattended> {
    return {
      cases: await this.unattended.cases(tx, UNATTENDED_SHOWN + 1),
      tasks: await tx.sql<UnattendedTask>(
        `WITH gone AS MATERIALIZED (
           SELECT s.id, s.name FROM staff_head s WHERE s.organisation_id = $2 AND NOT EXISTS (
             SELECT 1 FROM staff_at_work here WHERE here.staff_id = s.id AND here.site_id = $1))
         SELECT w.kind, w.support_case_id AS "caseId", w.jobseeker_id AS "jobseekerId", j.name, w.title, w.due_on::text AS "dueOn", gone.name AS owner
         FROM due_work w JOIN gone ON gone.id = w.named_staff_id JOIN jobseeker_head j ON j.id = w.jobseeker_id
         -- Their own work alone is looked at, by owner; of who is here nothing is read.
         WHERE w.site_id = $1 AND w.named_staff_id = ANY (ARRAY(SELECT gone.id FROM gone)) ORDER BY w.due_on, j.kana_key, w.subject_id LIMIT ${UNATTENDED_SHOWN + 1}`,
        [actor.siteId, actor.organisationId],
      ),
    };
  }
}
