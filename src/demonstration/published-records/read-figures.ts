import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedFigure } from './published-figure.js';

/** '-' in a cell: there is nothing to say. */
const NOTHING = '-';

/**
 * Reads the list of printed numbers, which is a file of the tests; see its header for the columns.
 * @param root folder of the checkout
 */
export function readFigures(root: string): PublishedFigure[] {
  return parseFigures(readFileSync(join(root, 'test', 'published-figures', 'figures.tsv'), 'utf8'));
}

/** @throws Error on a row with missing cells or a number that is none */
export function parseFigures(text: string): PublishedFigure[] {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const columns = header.split('\t');
  return lines.map((line, index) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length)
      throw new Error(`line ${index + 2}: ${cells.length} cells instead of ${columns.length}`);
    const cell = (column: string): string => cells[columns.indexOf(column)] ?? NOTHING;
    const optional = (column: string): string | null => (cell(column) === NOTHING ? null : cell(column));
    return {
      kpi: cell('kpi'),
      site: cell('site'),
      fiscalYear: number(cell('fiscal_year'), index),
      from: cell('from'),
      to: cell('to'),
      asOf: optional('as_of'),
      indicator: cell('indicator'),
      what: what(cell('what'), index),
      target: optional('target'),
      printed: cell('printed'),
      number: number(cell('number'), index),
      operandsPrinted: optional('operands_printed') === null ? null : cell('operands_printed') === 'yes',
      operands: operands(optional('operands'), index),
      setting: optional('setting'),
    };
  });
}

const WHAT: readonly PublishedFigure['what'][] = ['target', 'actual', 'rate', 'numerator', 'denominator'];

function what(cell: string, index: number): PublishedFigure['what'] {
  const found = WHAT.find((known) => known === cell);
  if (found === undefined) throw new Error(`line ${index + 2}: ${cell} is not printed anywhere`);
  return found;
}

function operands(cell: string | null, index: number): PublishedFigure['operands'] {
  if (cell === null) return null;
  const [numerator, denominator] = cell.split('/').map((operand) => number(operand, index));
  if (numerator === undefined || denominator === undefined)
    throw new Error(`line ${index + 2}: ${cell} is no pair of operands`);
  return { numerator, denominator };
}

function number(cell: string, index: number): number {
  const value = Number(cell);
  if (cell === '' || !Number.isFinite(value)) throw new Error(`line ${index + 2}: ${cell} is no number`);
  return value;
}
