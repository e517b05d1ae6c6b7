import { formatRate, halfUp } from '#kernel';
import type { CountDefinition, CountedNumber, Figure, IndicatorDefinition, RateNote, Target } from '#indicators';
import { fill, ja } from '#messages';
import type { FigureTileProps, FigureValue, SparklinePoint } from '#ui';
import type { IndicatorFigure } from '../../indicators/index.js';

const screenWords = ja.screens.workspaces;

/** What a tile needs beside its figure. */
export interface TileContext {
  /** Of the month alone, or of the year up to it. */
  readonly period: 'month' | 'to_date';
  /** Whether the viewer may open figures to their records. */
  readonly mayOpen: boolean;
  readonly trend: readonly IndicatorFigure[];
  readonly yearBefore: IndicatorFigure | undefined;
}

/** A figure of an indicator in the words of the council's table. */
export function tileOf(line: IndicatorFigure, { period, mayOpen, trend, yearBefore }: TileContext): FigureTileProps {
  const { indicator, figure } = line;
  const main = line.targets[0];
  const progress = main?.progress.comparable ? main.progress : undefined;
  const grows = progress !== undefined && progress.basis !== 'fixed';
  return {
    name: indicator.name,
    href: mayOpen ? openHref(line) : undefined,
    figure: valueOf(figure),
    unit: figure.state === 'rate' && figure.percent === null ? '' : indicator.unit,
    counting: countingText(indicator.definition),
    // A year's target would dwarf the figure of a month: it is told, and the month's share of it is drawn.
    target:
      progress &&
      (grows ? (period === 'month' ? undefined : (progress.whole ?? progress.expected)) : progress.expected),
    targetText: main && targetText(main, indicator.unit),
    pace:
      progress && progress.basis !== 'fixed'
        ? { value: halfUp(progress.expected, 1), basis: ja.figure.paceBasis[progress.basis] }
        : undefined,
    progress: progress && progress.expected > 0 ? formatRate((progress.actual / progress.expected) * 100) : undefined,
    yearBefore: yearBefore && yearBeforeText(yearBefore, indicator.unit),
    rate:
      figure.state === 'rate'
        ? {
            kind: ja.figure.rateStyle[figure.style],
            numerator: figure.numerator.value,
            denominator: figure.denominator.value,
          }
        : undefined,
    notes: [
      // That the month is not over is said once, above all figures.
      ...notesOf(figure, (note) => note.code !== 'window_not_over'),
      ...notComparedText(main),
      ...furtherTargets(line),
      ...indicator.settings.map(({ note }) => note),
    ],
    trend: trend.length > 1 ? trend.map(pointOf) : undefined,
  };
}

function openHref({ indicator, window, figure }: IndicatorFigure): string {
  const part = figure.state === 'rate' ? 'numerator' : figure.state === 'sum' ? 'term-0' : 'value';
  return `/figures/${encodeURIComponent(indicator.code)}?from=${window.from}&to=${window.to}&part=${part}`;
}

export function valueOf(figure: Figure<CountedNumber>): FigureValue {
  switch (figure.state) {
    case 'not_yet_held':
      return { missing: 'not_held' };
    case 'no_data':
      return { missing: 'no_data' };
    case 'withheld':
      return { missing: figure.because };
    case 'rate':
      // The unit is written behind the number by whoever shows it.
      return { value: figure.percent ?? 0, text: figure.text.replace('%', '') };
    default:
      return { value: figure.value };
  }
}

export function notesOf(figure: Figure<CountedNumber>, wanted: (note: RateNote) => boolean = () => true): string[] {
  return figure.state === 'rate' ? figure.notes.filter(wanted).map(noteText) : [];
}

function noteText(note: RateNote): string {
  const { code, ...params } = note;
  return fill(ja.figure.note[code], params);
}

function countingText(definition: IndicatorDefinition): string | undefined {
  const words = ({ fact, counting }: CountDefinition): string =>
    `${ja.figure.fact[fact]}・${ja.figure.counting[counting]}`;
  switch (definition.type) {
    case 'count':
      return words(definition);
    case 'sum':
      return definition.terms.map(words).join('＋');
    case 'manual':
      return definition.source;
    case 'ratio':
      return undefined;
  }
}

type TargetLine = IndicatorFigure['targets'][number];

/** 「年間目標 88人」「週の目標 70人（月 280人）」 */
function targetText({ target, progress }: TargetLine, unit: string): string {
  const text = `${ja.figure.targetName[target.type]} ${halfUp(targetValue(target), 1)}${unit}`;
  return target.type === 'per_week' && progress.comparable
    ? `${text}${fill(ja.figure.aMonth, { value: `${halfUp(progress.expected, 1)}${unit}` })}`
    : text;
}

function targetValue(target: Target): number {
  switch (target.type) {
    case 'rate':
      return target.percent;
    case 'profile':
      return Object.values(target.months).reduce((sum, month) => sum + month, 0);
    default:
      return target.value;
  }
}

function notComparedText(main: TargetLine | undefined): string[] {
  return main && !main.progress.comparable && main.progress.reason === 'target_is_per_month'
    ? [ja.figure.monthsApart]
    : [];
}

/** The first target is drawn; any further one is told in words. */
function furtherTargets({ targets, indicator }: IndicatorFigure): string[] {
  const { reached, missed } = ja.figure.targetOf;
  return targets
    .slice(1)
    .flatMap((line) =>
      line.progress.comparable
        ? [`${targetText(line, indicator.unit)}${line.progress.reached ? reached : missed}`]
        : [],
    );
}

/** With the numbers behind it where it is a percentage. */
function yearBeforeText({ figure }: IndicatorFigure, unit: string): string | undefined {
  const value = valueOf(figure);
  if (!('value' in value)) return undefined;
  const operands = operandsOf(figure);
  return fill(ja.figure.yearBefore, {
    value: `${value.text ?? value.value}${unit}${operands === undefined ? '' : `（${operands}）`}`,
  });
}

/** 「9 ÷ 4」 */
function operandsOf(figure: IndicatorFigure['figure']): string | undefined {
  return figure.state === 'rate' ? `${figure.numerator.value} ÷ ${figure.denominator.value}` : undefined;
}

function pointOf({ window, figure }: IndicatorFigure): SparklinePoint {
  const value = valueOf(figure);
  return {
    label: fill(screenWords.monthNumber, { month: Number(window.from.slice(5, 7)) }),
    value: 'value' in value ? value.value : null,
    operands: operandsOf(figure),
  };
}
