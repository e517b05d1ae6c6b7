import type { IsoDate } from '#kernel';
import {
  type CountedNumber,
  type Figure,
  type IndicatorDefinition,
  rateFigure,
  type RatioDefinition,
  waitsForSupport,
  type Window,
} from '#indicators';
import type { OnePassStatement } from './one-pass-statement.js';
import type { Results } from './results.js';

/** One figure asked for: a definition over a window, as known on a day. */
export interface FigureWanted {
  readonly definition: IndicatorDefinition;
  readonly window: Window;
  readonly asOf: IsoDate;
  /** For a manual figure: what was typed in. */
  readonly manual?: number | undefined;
}

/** Puts a site's figure together from the results of the statement. */
export type Assembling = (results: Results, siteId: number) => Figure<CountedNumber>;

/** Whether anything is to be counted for a figure: not for numbers typed in, nor for a window that has not begun. */
export function isCounted({ definition, window, asOf }: FigureWanted): boolean {
  return definition.type !== 'manual' && window.from <= asOf;
}

/** A figure nobody counts: typed in, or not yet held. */
export function uncounted({ definition, manual }: FigureWanted): Figure<CountedNumber> {
  if (definition.type !== 'manual') return { state: 'not_yet_held' };
  return manual === undefined ? { state: 'no_data' } : { state: 'manual', value: manual, source: definition.source };
}

/** Asks the statement for the numbers of a figure. */
export function ask(statement: OnePassStatement, { definition, window, asOf }: FigureWanted): Assembling {
  switch (definition.type) {
    case 'count': {
      const read = statement.count(definition, window);
      return (results, site) => ({ state: 'count', fact: definition.fact, value: read(results, site) });
    }
    case 'sum': {
      const terms = definition.terms.map((term) => ({ fact: term.fact, read: statement.count(term, window) }));
      return (results, site) => {
        const counted = terms.map(({ fact, read }) => ({ fact, value: read(results, site) }));
        return { state: 'sum', value: counted.reduce((total, { value }) => total + value, 0), terms: counted };
      };
    }
    case 'ratio':
      return askRate(statement, definition, window, asOf);
    case 'manual':
      return () => uncounted({ definition, window, asOf });
  }
}

function askRate(statement: OnePassStatement, ratio: RatioDefinition, window: Window, asOf: IsoDate): Assembling {
  const numerator = statement.numerator(ratio, window);
  const denominator = statement.count(ratio.denominator, window);
  const outside = statement.outsideDenominator(ratio, window);
  const supported = waitsForSupport(ratio.style) ? statement.stillSupported(ratio, window) : () => 0;
  return (results, site) =>
    rateFigure(
      ratio,
      { fact: ratio.numerator.fact, value: numerator(results, site) },
      { fact: ratio.denominator.fact, value: denominator(results, site) },
      {
        windowOver: window.to <= asOf,
        stillSupported: supported(results, site),
        outsideDenominator: outside(results, site),
      },
    );
}
