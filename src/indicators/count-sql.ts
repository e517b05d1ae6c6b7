import type { IsoDate } from '#kernel';
import {
  type CountDefinition,
  type Counting,
  type FactDate,
  type FactName,
  type Filters,
  overlap,
  type Window,
} from '#indicators';

/** Collects the values of one statement; `add` answers the placeholder. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

const VIEWS: Readonly<Record<FactName, string>> = {
  visit: 'fact_visit',
  registration: 'fact_registration',
  consultation: 'fact_consultation',
  support_request: 'fact_support_request',
  plan: 'fact_plan',
  referral: 'fact_referral',
  offer: 'fact_offer',
  placement: 'fact_placement',
  support: 'fact_support',
};

const DATES: Readonly<Record<FactDate, string>> = {
  occurred_on: 'f.occurred_on',
  drawn_up_on: 'f.drawn_up_on',
  asked_on: 'f.asked_on',
  decided_on: 'f.decided_on',
  starts_on: 'f.starts_on',
};

const VALUES: Readonly<Record<Counting, string>> = {
  occurrences: 'count(*)',
  person_occurrences: 'coalesce(sum(CASE WHEN f.jobseeker_id IS NULL THEN coalesce(f.quantity, 0) ELSE 1 END), 0)',
  distinct_persons: 'count(DISTINCT f.jobseeker_id)',
  people_under_support: 'count(DISTINCT f.jobseeker_id)',
  distinct_establishments: 'count(DISTINCT f.establishment_id)',
  quantity: 'coalesce(sum(f.quantity), 0)',
};

/** The date column by which a definition places a fact. */
export const dateColumn = (definition: CountDefinition): string => DATES[definition.date];

/** `SELECT <value>` of a count, as a scalar subquery without the outer parentheses. */
export function valueSql(
  definition: CountDefinition,
  siteId: number,
  window: Window,
  asOf: IsoDate,
  parameters: Parameters,
): string {
  return `SELECT ${VALUES[definition.counting]} ${factsSql(definition, siteId, window, asOf, parameters)}`;
}

/**
 * `FROM … WHERE …` of the facts a definition counts (alias f), the database's counterpart of `countOver` in #indicators;
 * the two are held together by property tests.
 * @param join a further join that narrows f
 */
export function factsSql(
  definition: CountDefinition,
  siteId: number,
  window: Window,
  asOf: IsoDate,
  parameters: Parameters,
  join = '',
): string {
  const seen = overlap(window, { from: window.from, to: asOf });
  const from = `FROM ${VIEWS[definition.fact]} f${join}`;
  if (seen === null) return `${from} WHERE false`;
  const first = parameters.add(seen.from, 'date');
  const last = parameters.add(seen.to, 'date');
  const day = dateColumn(definition);
  const inWindow =
    definition.counting === 'people_under_support'
      ? `f.occurred_on <= ${last} AND coalesce(f.until, ${last}) >= ${first}`
      : `${day} BETWEEN ${first} AND ${last}`;
  const conditions = [
    `f.site_id = ${parameters.add(siteId, 'int')}`,
    inWindow,
    `(f.withdrawn_on IS NULL OR f.withdrawn_on > ${parameters.add(asOf, 'date')})`,
    ...filterConditions(definition.filters, parameters),
    ...groupCondition(definition, seen, asOf, parameters),
  ];
  return `${from} WHERE ${conditions.join(' AND ')}`;
}

function filterConditions(filters: Filters, parameters: Parameters): string[] {
  const anyOf = (column: string, wanted: readonly string[] | undefined): string[] =>
    wanted === undefined ? [] : [`${column} = ANY (${parameters.add(wanted, 'text[]')})`];
  const overlapping = (column: string, wanted: readonly string[] | undefined, type: string): string[] =>
    wanted === undefined ? [] : [`${column} && ${parameters.add(wanted, type)}`];
  return [
    ...anyOf('f.desk', filters.desks),
    ...anyOf('f.programme', filters.programmes),
    ...anyOf('f.route', filters.routes),
    ...anyOf('f.kind', filters.kinds),
    ...anyOf('f.channel', filters.channels),
    ...overlapping('f.staff_roles', filters.staffRoles, 'text[]'),
    ...overlapping('f.staff_ids', filters.staff, 'uuid[]'),
    ...(filters.teamSupportOnly ? ['f.team_support'] : []),
  ];
}

/** Belonging to one of the groups on the days the definition asks about (GROUP_MOMENTS). */
function groupCondition(definition: CountDefinition, seen: Window, asOf: IsoDate, parameters: Parameters): string[] {
  const groups = definition.filters.targetGroups;
  if (groups === undefined) return [];
  const [from, to] = ((): [string | null, string] => {
    switch (groups.moment) {
      case 'ever':
        return [null, parameters.add(asOf, 'date')];
      case 'window_end': {
        const end = parameters.add(seen.to, 'date');
        return [end, end];
      }
      case 'fact_date': {
        if (definition.counting !== 'people_under_support') return [dateColumn(definition), dateColumn(definition)];
        const first = parameters.add(seen.from, 'date');
        const last = parameters.add(seen.to, 'date');
        return [`greatest(f.occurred_on, ${first})`, `least(coalesce(f.until, ${last}), ${last})`];
      }
    }
  })();
  const stillBelongs = from === null ? '' : ` AND (m.ends_on IS NULL OR m.ends_on > ${from})`;
  return [
    `EXISTS (SELECT 1 FROM fact_group_membership m WHERE m.jobseeker_id = f.jobseeker_id
       AND m.group_code = ANY (${parameters.add(groups.anyOf, 'text[]')}) AND m.starts_on <= ${to}${stillBelongs})`,
  ];
}
