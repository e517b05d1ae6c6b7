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

/** Cases (and their people) on whose team somebody is today (支援チーム), or was when they were closed; `lead`: those they answer for (主担当). */
export function casesOf(staffId: string, values: StatementValues, { lead = false } = {}): string {
  const role = lead ? ` AND a.role = ${values.place(LEAD_ROLE)}` : '';
  return `SELECT DISTINCT a.support_case_id, a.jobseeker_id FROM case_team a
    WHERE a.staff_id = ${values.place(staffId)}${role} AND (a.ended_with = 'closing' OR (${inForce('a')}))`;
}

/** The filters that are conditions on a case; the scope is where a list looks at all. */
type ConditionName = Exclude<keyof CaseFilterQuery, 'scope'>;

/** What each filter asks; a filter that is not in here does not compile. `turn`: the expression for the side that has to act. */
export type FilterConditions = {
  readonly [Name in ConditionName]: (value: Asked[Name], values: StatementValues, turn: string) => string | null;
};
type Asked = { readonly [Name in ConditionName]-?: NonNullable<CaseFilterQuery[Name]> };

const CONDITIONS: FilterConditions = {
  status: (status, values) =>
    status === 'all' ? null : status === 'open' ? `c.status <> 'closed'` : `c.status = ${values.place(status)}`,
  programme: (code, values) =>
    `c.programme_id = (SELECT f.id FROM programme_name f WHERE f.site_id = $1 AND f.code = ${values.place(code)})`,
  group: (code, values) =>
    `EXISTS (SELECT 1 FROM jobseeker_group m WHERE m.jobseeker_id = j.id AND m.group_code = ${values.place(code)} AND ${inForce('m')})`,
  desk: (id, values) => `c.desk_id = ${values.place(id)}`,
  turn: (side, values, turn) => `${turn} = ${values.place(side)}`,
  clockWithin: (days, values) =>
    `EXISTS (SELECT 1 FROM benefit_clock b WHERE b.jobseeker_id = j.id AND b.ends_on BETWEEN $2 AND ${values.place(addDays(values.today, days))})`,
};

/** The conditions of every filter but the scope, over `case_head c` and `jobseeker_head j`. */
export function filterConditions(filter: CaseFilterQuery, values: StatementValues, turn: string): string[] {
  const condition = <Name extends ConditionName>(name: Name): string | null => {
    const value = filter[name];
    return value === undefined ? null : CONDITIONS[name](value as Asked[Name], values, turn);
  };
  return (Object.keys(CONDITIONS) as ConditionName[]).map(condition).filter((text) => text !== null);
}
