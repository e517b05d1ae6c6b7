import type { INestApplicationContext } from '@nestjs/common';
import { type CountedNumber, type Figure, numberOf, type Target } from '#indicators';
import { FiguresService, type IndicatorFigure } from '../../indicators/index.js';
import type { PublishedFigure } from '../published-records/index.js';
import { PublishedSites } from './published-sites.js';

/** A printed number beside what the application says. */
export interface ComputedFigure {
  readonly row: PublishedFigure;
  /** As the application prints it: '170%', '17', '—'; null when it has no such number. */
  readonly computed: string | null;
  /** Numerator and denominator of a rate, as counted. */
  readonly operands: string | null;
  /** The same number, of the operands printed or chosen; a target also of the same window. */
  readonly reproduced: boolean;
}

/** Asks the application for every printed number: targets of the imported plans, actuals over the row's window on its as-of day. */
export async function computeFigures(
  app: INestApplicationContext,
  rows: readonly PublishedFigure[],
): Promise<ComputedFigure[]> {
  const figures = app.get(FiguresService, { strict: false });
  const sites = await PublishedSites.of(app);
  const computed: ComputedFigure[] = [];
  for (const row of rows) {
    const { site, fiscalYear, indicator, from, to, asOf } = row;
    const [line] = await figures.ofIndicator(
      sites.reporter(site),
      sites.id(site),
      fiscalYear,
      indicator,
      [{ from, to }],
      asOf ?? to,
    );
    computed.push(row.what === 'target' ? computedTarget(row, line) : computedActual(row, line?.figure));
  }
  return computed;
}

function computedTarget(row: PublishedFigure, line: IndicatorFigure | undefined): ComputedFigure {
  const promised = line?.targets.find(({ target }) => target.type === row.target);
  const value = promised && valueOf(promised.target);
  // A yearly target whose whole window is the row's is expected in full at its end.
  const inWhole =
    promised?.progress.comparable !== true ||
    promised.progress.whole === null ||
    promised.progress.expected === promised.progress.whole;
  return { row, computed: value?.toString() ?? null, operands: null, reproduced: value === row.number && inWhole };
}

function computedActual(row: PublishedFigure, figure: Figure<CountedNumber> | undefined): ComputedFigure {
  if (figure === undefined) return { row, computed: null, operands: null, reproduced: false };
  if (figure.state !== 'rate') {
    const value = numberOf(figure);
    return {
      row,
      computed: value?.toString() ?? null,
      operands: null,
      reproduced: row.what === 'actual' && value === row.number,
    };
  }
  const { numerator, denominator, percent, text } = figure;
  const operands = `${numerator.value}/${denominator.value}`;
  if (row.what === 'rate') {
    const chosen = row.operands === null || operands === `${row.operands.numerator}/${row.operands.denominator}`;
    return { row, computed: text, operands, reproduced: percent === row.number && chosen };
  }
  const { value } = row.what === 'numerator' ? numerator : denominator;
  return { row, computed: value.toString(), operands, reproduced: row.what !== 'actual' && value === row.number };
}

function valueOf(target: Target): number | null {
  switch (target.type) {
    case 'rate':
      return target.percent;
    case 'profile':
      return null;
    default:
      return target.value;
  }
}
