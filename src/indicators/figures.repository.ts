import { Injectable } from '@nestjs/common';
import type { IsoDate } from '#kernel';
import {
  type CountDefinition,
  type CountedNumber,
  type Figure,
  type IndicatorDefinition,
  rateFigure,
  type RatioDefinition,
  type Window,
} from '#indicators';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { Parameters, valueSql } from './count-sql.js';
import { numeratorSql, outsideDenominatorSql, stillSupportedSql } from './ratio-sql.js';

/** One figure asked for: a definition over a window, as known on a day. */
export interface FigureWanted {
  readonly definition: IndicatorDefinition;
  readonly window: Window;
  readonly asOf: IsoDate;
  /** For a manual figure: what was typed in. */
  readonly manual?: number | undefined;
}

/**
 * Evaluates definitions in the database. Everything wanted goes into one statement of scalar subqueries, so that a month's
 * page costs one round trip whatever the number of its indicators.
 */
@Injectable()
export class FiguresRepository {
  async evaluate(tx: Transaction, siteId: number, wanted: readonly FigureWanted[]): Promise<Figure<CountedNumber>[]> {
    const parameters = new Parameters();
    const plans = wanted.map((figure) => planOf(figure, siteId, parameters));
    const scalars = plans.flatMap((plan) => plan.scalars);
    const values = scalars.length === 0 ? [] : await this.scalars(tx, scalars, parameters);
    let next = 0;
    return plans.map((plan) => plan.assemble(plan.scalars.map(() => values[next++] ?? 0)));
  }

  private async scalars(tx: Transaction, scalars: readonly string[], parameters: Parameters): Promise<number[]> {
    const columns = scalars.map((sql, index) => `(${sql})::float8 AS c${index}`);
    const [row] = await tx.sql<Record<string, number>>(`SELECT ${columns.join(',\n')}`, parameters.values);
    return scalars.map((_, index) => row?.[`c${index}`] ?? 0);
  }
}

/** The scalar subqueries a figure needs, and how their values become the figure. */
interface FigurePlan {
  readonly scalars: readonly string[];
  assemble(values: readonly number[]): Figure<CountedNumber>;
}

function planOf(
  { definition, window, asOf, manual }: FigureWanted,
  siteId: number,
  parameters: Parameters,
): FigurePlan {
  if (definition.type === 'manual') {
    return {
      scalars: [],
      assemble: () =>
        manual === undefined ? { state: 'no_data' } : { state: 'manual', value: manual, source: definition.source },
    };
  }
  if (asOf < window.from) return { scalars: [], assemble: () => ({ state: 'not_yet_held' }) };
  const value = (count: CountDefinition): string => valueSql(count, siteId, window, asOf, parameters);
  switch (definition.type) {
    case 'count':
      return {
        scalars: [value(definition)],
        assemble: ([counted = 0]) => ({ state: 'count', fact: definition.fact, value: counted }),
      };
    case 'sum':
      return { scalars: definition.terms.map(value), assemble: (values) => sumOf(definition.terms, values) };
    case 'ratio':
      return ratioPlan(definition, window, asOf, siteId, parameters);
  }
}

function sumOf(terms: readonly CountDefinition[], values: readonly number[]): Figure<CountedNumber> {
  const counted = terms.map(({ fact }, index) => ({ fact, value: values[index] ?? 0 }));
  return { state: 'sum', value: counted.reduce((total, term) => total + term.value, 0), terms: counted };
}

function ratioPlan(
  ratio: RatioDefinition,
  window: Window,
  asOf: IsoDate,
  siteId: number,
  parameters: Parameters,
): FigurePlan {
  const sql = [numeratorSql, outsideDenominatorSql, ...(ratio.style === 'period' ? [] : [stillSupportedSql])].map(
    (part) => part(ratio, siteId, window, asOf, parameters),
  );
  return {
    scalars: [valueSql(ratio.denominator, siteId, window, asOf, parameters), ...sql],
    assemble: ([denominator = 0, numerator = 0, outsideDenominator = 0, stillSupported = 0]) =>
      rateFigure(
        ratio,
        { fact: ratio.numerator.fact, value: numerator },
        { fact: ratio.denominator.fact, value: denominator },
        {
          windowOver: window.to <= asOf,
          stillSupported,
          outsideDenominator,
        },
      ),
  };
}
