import type { ComputedFigure } from './compute.js';

const HEAD = ['kpi', 'site', 'window', 'indicator', 'printed', 'computed', 'numerator/denominator', '', 'setting'];

/** The figures as lines of aligned columns, the printed number beside the computed one. */
export function tableOf(figures: readonly ComputedFigure[]): string[] {
  const lines = [HEAD, ...figures.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => widthOf(cells[column] ?? ''))));
  return lines.map((cells) =>
    cells
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** The last line: 'reproduced N of N'. */
export function summaryOf(figures: readonly ComputedFigure[]): string {
  return `reproduced ${figures.filter(({ reproduced }) => reproduced).length} of ${figures.length}`;
}

function cellsOf({ row, computed, operands, reproduced }: ComputedFigure): string[] {
  const { kpi, site, from, to, indicator, what, target, printed, operandsPrinted, setting } = row;
  const known = operandsPrinted === null ? '' : operandsPrinted ? ' (printed)' : ' (not printed)';
  return [
    kpi,
    site,
    `${from}..${to}`,
    what === 'target' ? `${indicator} target ${target}` : `${indicator} ${what}`,
    printed,
    computed ?? '—',
    operands === null ? '' : `${operands}${known}`,
    reproduced ? 'OK' : 'differs',
    setting ?? '',
  ];
}

/** Columns a text takes on a terminal: Japanese characters take two. */
function widthOf(text: string): number {
  return [...text].reduce(
    (width, character) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character)
        ? 2
        : 1),
    0,
  );
}
