import type { FactDate, FactName } from './fact.js';
import type { RateStyle } from './rate-style.js';

/** How the facts that pass the filters become one number. */
export const COUNTINGS = [
  'occurrences', // 延べ件数: every fact counts one
  'person_occurrences', // 延べ人数: every person of every fact counts one; an anonymous tally counts its quantity
  'distinct_persons', // 実人数
  'distinct_establishments', // 事業所数
  'quantity', // the sum of the number the facts carry
  'people_under_support', // 支援対象者数: distinct persons whose support touches the window; only for the fact `support`
] as const;
export type Counting = (typeof COUNTINGS)[number];

/**
 * On which day a person must belong to one of the groups.
 * - `fact_date`: on the day of the fact (for support: any day of it inside the window)
 * - `window_end`: on the last day of the window, or on the as-of date when that comes first
 * - `ever`: at any time up to the as-of date
 */
export const GROUP_MOMENTS = ['fact_date', 'window_end', 'ever'] as const;
export type GroupMoment = (typeof GROUP_MOMENTS)[number];

/** Narrow the facts that count. Values inside one filter are alternatives, different filters must all hold. */
export interface Filters {
  readonly desks?: readonly string[];
  readonly programmes?: readonly string[];
  /** A union: a person in several of the groups counts once as a person. */
  readonly targetGroups?: { readonly anyOf: readonly string[]; readonly moment: GroupMoment };
  readonly routes?: readonly string[];
  readonly kinds?: readonly string[];
  readonly channels?: readonly string[];
  readonly teamSupportOnly?: boolean;
  readonly staffRoles?: readonly string[];
  readonly staff?: readonly string[];
}

/** Facts × filters × counting × the date that places a fact in the window. */
export interface CountDefinition {
  readonly type: 'count';
  readonly fact: FactName;
  readonly counting: Counting;
  readonly date: FactDate;
  readonly filters: Filters;
}

export interface RatioDefinition {
  readonly type: 'ratio';
  readonly style: RateStyle;
  readonly numerator: CountDefinition;
  readonly denominator: CountDefinition;
}

/** The values of several counts added up, for example over desks; a person counted by two terms counts twice. */
export interface SumDefinition {
  readonly type: 'sum';
  readonly terms: readonly CountDefinition[];
}

/** A number that lives in another system and is typed in, with where it comes from. */
export interface ManualDefinition {
  readonly type: 'manual';
  readonly source: string;
}

/**
 * What an indicator (指標) means. Plain data (JSON), complete in itself: it refers to no other indicator, so that a
 * figure can be frozen together with the definition it was computed by.
 */
export type IndicatorDefinition = CountDefinition | RatioDefinition | SumDefinition | ManualDefinition;

/** What a definition counts: one count, the two of a rate, the terms of a sum; nothing of what is typed in. */
export function countsOf(definition: IndicatorDefinition): readonly CountDefinition[] {
  switch (definition.type) {
    case 'count':
      return [definition];
    case 'ratio':
      return [definition.numerator, definition.denominator];
    case 'sum':
      return definition.terms;
    case 'manual':
      return [];
  }
}
