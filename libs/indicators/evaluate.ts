import type { IsoDate } from '#kernel';
import { countOver } from './count-over.js';
import type { IndicatorDefinition } from './definition.js';
import type { Fact, GroupMembership } from './fact.js';
import type { CountedNumber, Figure } from './figure.js';
import { rateOver } from './rates.js';
import type { Window } from './window.js';

/** What is on record at one site. */
export interface Records {
  readonly facts: readonly Fact[];
  readonly memberships: readonly GroupMembership[];
}

/**
 * Evaluates any definition over the records of one site.
 * @param manual the number typed in for this window, for a manual figure; undefined when nobody has told it
 */
export function evaluate(
  definition: IndicatorDefinition,
  records: Records,
  window: Window,
  asOf: IsoDate,
  manual?: number,
): Figure {
  const { facts, memberships } = records;
  if (definition.type === 'manual') {
    return manual === undefined ? { state: 'no_data' } : { state: 'manual', value: manual, source: definition.source };
  }
  if (asOf < window.from) return { state: 'not_yet_held' };
  switch (definition.type) {
    case 'count':
      return { state: 'count', ...countOver(definition, facts, memberships, window, asOf) };
    case 'ratio':
      return rateOver(definition, facts, memberships, window, asOf);
    case 'sum': {
      const terms = definition.terms.map((term) => countOver(term, facts, memberships, window, asOf));
      return { state: 'sum', value: terms.reduce((total, term) => total + term.value, 0), terms };
    }
  }
}

/** The number of a figure, percent for a rate; null when there is none (not yet held, no data, nobody in the denominator). */
export function numberOf(figure: Figure<CountedNumber>): number | null {
  switch (figure.state) {
    case 'count':
    case 'sum':
    case 'manual':
      return figure.value;
    case 'rate':
      return figure.percent;
    case 'not_yet_held':
    case 'no_data':
    case 'withheld':
      return null;
  }
}
