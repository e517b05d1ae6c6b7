import type { IsoDate } from '#kernel';
import type { RatioDefinition, Window } from '#indicators';
import { countedFacts, dateColumn } from './count-sql.js';
import { factRelation } from './fact-relation.js';
import type { Parameters } from './parameters.js';

/** The people of a rate's denominator with the day they entered it: columns jobseeker_id, entered. */
function cohortSql(
  ratio: RatioDefinition,
  siteId: number,
  window: Window,
  asOf: IsoDate,
  parameters: Parameters,
): string {
  return `SELECT f.jobseeker_id, min(${dateColumn(ratio.denominator)}) AS entered
    FROM ${factRelation(ratio.denominator.fact)} f${countedFacts(ratio.denominator, siteId, window, asOf, parameters)} AND f.jobseeker_id IS NOT NULL
      GROUP BY f.jobseeker_id`;
}

/** What follows `FROM fact_… f` for the facts in a rate’s numerator: those of the window, or those the cohort reached since. */
export function countedNumerator(
  ratio: RatioDefinition,
  siteId: number,
  window: Window,
  asOf: IsoDate,
  parameters: Parameters,
): string {
  if (ratio.style !== 'cohort') return countedFacts(ratio.numerator, siteId, window, asOf, parameters);
  const sinceEver = { from: '0001-01-01', to: asOf };
  // From the few people of the cohort to their facts, not the other way round.
  const cohort = ` JOIN (${cohortSql(ratio, siteId, window, asOf, parameters)}) cohort ON cohort.jobseeker_id = f.jobseeker_id`;
  return `${countedFacts(ratio.numerator, siteId, sinceEver, asOf, parameters, cohort)} AND ${dateColumn(ratio.numerator)} >= cohort.entered`;
}
