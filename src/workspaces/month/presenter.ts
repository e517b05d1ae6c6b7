import { type YearMonth, formatRate, halfUp } from '#kernel';
import type { CountDefinition, CountedNumber, Figure, IndicatorDefinition, RateNote } from '#indicators';
import { fill, ja } from '#messages';
import type { FigureTileProps, FigureValue, SparklinePoint } from '#ui';
import type { IndicatorFigure } from '../../indicators/index.js';

/** What a tile needs beside the figure of the month. */
export interface TileContext {
  readonly month: YearMonth;
  /** Whether the viewer may open figures to their records. */
  readonly mayOpen: boolean;
  readonly trend: readonly IndicatorFigure[];
  readonly yearBefore: IndicatorFigure | undefined;
}

/** A figure of an indicator in the words of the council's table. */
export function tileOf(line: IndicatorFigure, context: TileContext): FigureTileProps {
  const { indicator, figure } = line;
  const main = line.targets[0];
  const progress = main?.progress.comparable ? main.progress : undefined;
  return {
    name: indicator.name,
    href: context.mayOpen ? openHref(line) : undefined,
    figure: valueOf(figure),
    unit: figure.state === 'rate' && figure.percent === null ? '' : indicator.unit,
    counting: countingText(indicator.definition),
    target: progress ? (progress.whole ?? progress.expected) : undefined,
    pace: progress && progress.basis !== 'fixed' ? { value: halfUp(progress.expected, 1), basis: ja.figure.paceBasis[progress.basis] } : undefined,
    progress: progress && progress.expected > 0 ? formatRate((progress.actual / progress.expected) * 100) : undefined,
    state: 'provisional',
    rate: figure.state === 'rate' ? { kind: ja.figure.rateStyle[figure.style], numerator: figure.numerator.value, denominator: figure.denominator.value } : undefined,
    notes: [...notesOf(figure), ...furtherTargets(line), ...yearBeforeText(context.yearBefore, indicator.unit), ...indicator.settings.map(({ note }) => note)],
    trend: context.trend.length > 1 ? context.trend.map(pointOf) : undefined,
  };
}

export function openHref({ indicator, window, figure }: IndicatorFigure): string {
  const part = figure.state === 'rate' ? 'numerator' : figure.state === 'sum' ? 'term-0' : 'value';
  return `/figures/${encodeURIComponent(indicator.code)}?from=${window.from}&to=${window.to}&part=${part}`;
}

export function valueOf(figure: Figure<CountedNumber>): FigureValue {
  switch (figure.state) {
    case 'not_yet_held':
      return { missing: 'not_held' };
    case 'no_data':
      return { missing: 'no_data' };
    case 'rate':
      // The unit is written behind the number by whoever shows it.
      return { value: figure.percent ?? 0, text: figure.text.replace('%', '') };
    default:
      return { value: figure.value };
  }
}

export function notesOf(figure: Figure<CountedNumber>): string[] {
  return figure.state === 'rate' ? figure.notes.map(noteText) : [];
}

function noteText(note: RateNote): string {
  const { code, ...params } = note;
  return fill(ja.figure.note[code], params);
}

export function countingText(definition: IndicatorDefinition): string | undefined {
  const words = ({ fact, counting }: CountDefinition): string => `${ja.figure.fact[fact]}・${ja.figure.counting[counting]}`;
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

/** The first target is drawn; any further one is told in words. */
function furtherTargets({ targets, indicator }: IndicatorFigure): string[] {
  return targets.slice(1).flatMap(({ target, progress }) => {
    const name = ja.figure.target[target.type];
    if (!progress.comparable) return [];
    return [`${name}の目標 ${halfUp(progress.whole ?? progress.expected, 1)}${indicator.unit}${progress.reached ? '（達成）' : '（未達）'}`];
  });
}

function yearBeforeText(line: IndicatorFigure | undefined, unit: string): string[] {
  if (!line) return [];
  const value = valueOf(line.figure);
  return 'value' in value ? [`前年同月 ${value.text ?? value.value}${unit}`] : [];
}

function pointOf({ window, figure }: IndicatorFigure): SparklinePoint {
  const value = valueOf(figure);
  return { label: `${Number(window.from.slice(5, 7))}月`, value: 'value' in value ? value.value : null };
}
