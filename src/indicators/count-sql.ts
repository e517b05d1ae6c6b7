import type { IsoDate } from '#kernel';
import { type CountDefinition, overlap, type Window } from '#indicators';
import { DATES, filterConditions, GROUP_MEMBERSHIPS } from './fact-relation.js';
import type { Parameters } from './parameters.js';

/** The date column by which a definition places a fact. */
export const dateColumn = (definition: CountDefinition): string => DATES[definition.date];

/**
 * What follows `FROM fact_… f` for the facts a definition counts, the database's counterpart of `countOver` in #indicators; the
 * two are held together by property tests.
 * @param join a further join that narrows f
 */
export function countedFacts(
  definition: CountDefinition,
  siteId: number,
  window: Window,
  asOf: IsoDate,
  parameters: Parameters,
  join = '',
): string {
  const seen = overlap(window, { from: window.from, to: asOf });
  if (seen === null) return `${join} WHERE false`;
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
  return `${join} WHERE ${conditions.join(' AND ')}`;
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
    `EXISTS (SELECT 1 FROM ${GROUP_MEMBERSHIPS} m WHERE m.jobseeker_id = f.jobseeker_id
       AND m.group_code = ANY (${parameters.add(groups.anyOf, 'text[]')}) AND m.starts_on <= ${to}${stillBelongs})`,
  ];
}
