import type { FactDate, FactName, Filters } from '#indicators';
import type { Parameters } from './parameters.js';

/**
 * The relation of facts, as everything that counts reads it: one row a fact with the columns of `Fact` in #indicators. This is
 * the only place that says what lies under it.
 */
export const factRelation = (fact: FactName): string => `fact_${fact}`;

/** Who belonged to which target group from when to when; a membership ended on the day it began was a slip and is none. */
export const GROUP_MEMBERSHIPS = '(SELECT * FROM fact_group_membership WHERE ends_on IS NULL OR ends_on > starts_on)';

/** The column of a fact (alias f) that places it in a window. */
export const DATES: Readonly<Record<FactDate, string>> = {
  occurred_on: 'f.occurred_on',
  drawn_up_on: 'f.drawn_up_on',
  asked_on: 'f.asked_on',
  decided_on: 'f.decided_on',
  starts_on: 'f.starts_on',
};

/** The filters on a fact's own columns (alias f), all but the target groups. */
export function filterConditions(filters: Filters, parameters: Parameters): string[] {
  const anyOf = (column: string, wanted: readonly string[] | undefined): string[] =>
    wanted === undefined ? [] : [`${column} = ANY (${parameters.add(wanted, 'text[]')})`];
  return [
    ...anyOf('f.desk', filters.desks),
    ...anyOf('f.programme', filters.programmes),
    ...anyOf('f.route', filters.routes),
    ...anyOf('f.kind', filters.kinds),
    ...anyOf('f.channel', filters.channels),
    ...(filters.staffRoles === undefined ? [] : [`f.staff_roles && ${parameters.add(filters.staffRoles, 'text[]')}`]),
    ...(filters.staff === undefined
      ? []
      : [`f.staff_ids && app_staff_with_logins(${parameters.add(filters.staff, 'text[]')})`]),
    ...(filters.teamSupportOnly ? ['f.team_support'] : []),
  ];
}
