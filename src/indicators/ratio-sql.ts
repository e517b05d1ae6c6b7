import type { IsoDate } from '#kernel';
import type { RatioDefinition, Window } from '#indicators';
import { dateColumn, factsSql, type Parameters, valueSql } from './count-sql.js';

/** The people of a rate's denominator with the day they entered it: columns jobseeker_id, entered. */
function cohortSql(
  ratio: RatioDefinition,
  siteId: number,
  window: Window,
  asOf: IsoDate,
  parameters: Parameters,
): string {
  return `SELECT f.jobseeker_id, min(${dateColumn(ratio.denominator)}) AS entered ${factsSql(ratio.denominator, siteId, window, asOf, parameters)} AND f.jobseeker_id IS NOT NULL GROUP BY f.jobseeker_id`;
}

/** `FROM … WHERE …` of the facts in a rate's numerator (alias f): those of the window, or those the cohort reached since. */
export function numeratorFactsSql(
  ratio: RatioDefinition,
  siteId: number,
  window: Window,
  asOf: IsoDate,
  parameters: Parameters,
): string {
  if (ratio.style !== 'cohort') return factsSql(ratio.numerator, siteId, window, asOf, parameters);
  const sinceEver = { from: '0001-01-01', to: asOf };
  // From the few people of the cohort to their facts, not the other way round.
  const cohort = ` JOIN (${cohortSql(ratio, siteId, window, asOf, parameters)}) cohort ON cohort.jobseeker_id = f.jobseeker_id`;
  return `${factsSql(ratio.numerator, siteId, sinceEver, asOf, parameters, cohort)} AND ${dateColumn(ratio.numerator)} >= cohort.entered`;
}

/** `SELECT <value>` of a rate's numerator. A cohort counts people: a second placement of one person adds nothing. */
export function numeratorSql(
  ratio: RatioDefinition,
  siteId: number,
  window: Window,
  asOf: IsoDate,
  parameters: Parameters,
): string {
  if (ratio.style !== 'cohort') return valueSql(ratio.numerator, siteId, window, asOf, parameters);
  return `SELECT count(DISTINCT f.jobseeker_id) ${numeratorFactsSql(ratio, siteId, window, asOf, parameters)}`;
}

/** `SELECT` of the people in the numerator who are not in the denominator: what explains a rate above 100 %. */
export function outsideDenominatorSql(
  ratio: RatioDefinition,
  siteId: number,
  window: Window,
  asOf: IsoDate,
  parameters: Parameters,
): string {
  return `SELECT count(DISTINCT f.jobseeker_id) ${numeratorFactsSql(ratio, siteId, window, asOf, parameters)}
    AND f.jobseeker_id NOT IN (SELECT c.jobseeker_id FROM (${cohortSql(ratio, siteId, window, asOf, parameters)}) c)`;
}

/** `SELECT` of the people of the denominator who are under support on the as-of day: what makes a rate provisional. */
export function stillSupportedSql(
  ratio: RatioDefinition,
  siteId: number,
  window: Window,
  asOf: IsoDate,
  parameters: Parameters,
): string {
  const day = parameters.add(asOf, 'date');
  return `SELECT count(*) FROM (${cohortSql(ratio, siteId, window, asOf, parameters)}) c
    WHERE EXISTS (SELECT 1 FROM fact_support s WHERE s.jobseeker_id = c.jobseeker_id AND s.occurred_on <= ${day} AND (s.until IS NULL OR s.until > ${day}))`;
}
