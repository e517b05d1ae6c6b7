import { LEAD_ROLE } from '#domain/support-case';
import { addDays, type IsoDate } from '#kernel';
import type { CaseFilterQuery } from './case-filter.dto.js';

/** The values of a statement in the order of their places; every list of cases begins with the site (`$1`) and today (`$2`). */
export class StatementValues {
  readonly all: unknown[];

  constructor(
    readonly siteId: number,
    readonly today: IsoDate,
  ) {
    this.all = [siteId, today];
  }

  /** Takes a value and answers its place: `$3`. */
  place(value: unknown): string {
    return `$${this.all.push(value)}`;
  }
}

/** A dated row that holds today. */
export const inForce = (alias: string): string =>
  `${alias}.starts_on <= $2 AND (${alias}.ends_on IS NULL OR ${alias}.ends_on > $2)`;

/** Ids of the cases on whose team somebody is today (支援チーム), or was when they were closed; `lead`: those they answer for (主担当). */
export function casesOf(staffId: string, values: StatementValues, { lead = false } = {}): string {
  const role = lead ? ` AND a.role = ${values.place(LEAD_ROLE)}` : '';
  return `SELECT a.support_case_id FROM case_assignment a WHERE a.staff_id = ${values.place(staffId)}${role} AND (a.ended_with = 'closing' OR (${inForce('a')}))`;
}

/**
 * The conditions of every filter but the scope, over `support_case c` and `jobseeker j`.
 * @param turn the expression for the side that has to act
 */
export function filterConditions(filter: CaseFilterQuery, values: StatementValues, turn: string): string[] {
  const { status, programme, desk, group, clockWithin } = filter;
  const where: string[] = [];
  if (status === 'open') where.push(`c.status <> 'closed'`);
  else if (status !== undefined && status !== 'all') where.push(`c.status = ${values.place(status)}`);
  if (programme !== undefined)
    where.push(
      `c.programme_id = (SELECT f.id FROM programme f WHERE f.site_id = $1 AND f.code = ${values.place(programme)})`,
    );
  if (desk !== undefined) where.push(`c.desk_id = ${values.place(desk)}`);
  if (group !== undefined)
    where.push(
      `EXISTS (SELECT 1 FROM group_membership m WHERE m.jobseeker_id = j.id AND m.group_code = ${values.place(group)} AND ${inForce('m')})`,
    );
  if (filter.turn !== undefined) where.push(`${turn} = ${values.place(filter.turn)}`);
  if (clockWithin !== undefined) {
    where.push(
      `EXISTS (SELECT 1 FROM benefit b WHERE b.jobseeker_id = j.id AND b.ends_on BETWEEN $2 AND ${values.place(addDays(values.today, clockWithin))})`,
    );
  }
  return where;
}
