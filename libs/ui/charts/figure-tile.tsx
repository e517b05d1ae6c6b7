import { fill } from '#messages';
import { Link } from '../text/link.js';
import { safeUrl } from '../text/safe-url.js';
import { words } from '../words.js';
import { formatCount } from './scale.js';
import { Sparkline, type SparklinePoint } from './sparkline.js';
import { TargetBar } from './target-bar.js';

/** A figure, or why there is none: true zero, 未開催, 未取得, 未合意 and 非表示 are different things. */
export type FigureValue =
  { value: number; text?: string | undefined } | { missing: 'not_held' | 'no_data' | 'not_agreed' | 'own_days' };

export interface FigureTileProps {
  name: string;
  /** Opens the records behind the figure. */
  href?: string | undefined;
  figure: FigureValue;
  unit?: string | undefined;
  /** How it was counted: 延べ件, 実人数 … */
  counting?: string | undefined;
  /** Drawn beside the figure. */
  target?: number | undefined;
  /** The target in words, where it is not simply `target`: a year's target beside the figure of a month. */
  targetText?: string | undefined;
  /** Where it should be by now, and after which profile: 月別計画, 均等割. */
  pace?: { value: number; basis: string } | undefined;
  /** 進捗率 in words. */
  progress?: string | undefined;
  /** Absent where the page says it once for all its figures. */
  state?: 'provisional' | 'final' | undefined;
  /** The figure of a year before, in words. */
  yearBefore?: string | undefined;
  /** Numerator and denominator behind a percentage, and which of the rates it is. */
  rate?: { kind: string; numerator: number; denominator: number } | undefined;
  /** Why the figure is unusual: a rate above 100 %, withheld records, a restatement. */
  notes?: readonly string[] | undefined;
  trend?: readonly SparklinePoint[] | undefined;
}

/** One indicator of a month: actual, target, pace, progress. */
export function FigureTile(props: FigureTileProps): JSX.Element {
  const { name, href, figure, unit = '', state, target, pace, rate, notes = [], trend } = props;
  return (
    <article class="figure">
      <header class="figure-head">
        <h3 class="figure-name">{href === undefined ? <span safe>{name}</span> : <Link href={href} text={name} />}</h3>
        {state === undefined ? null : (
          <span class={`badge badge-${state === 'final' ? 'success' : 'neutral'}`}>{words[state]}</span>
        )}
      </header>
      <div class="figure-values">
        <Actual figure={figure} unit={unit} href={href} />
        {trend === undefined ? null : <Sparkline label={fill(words.trendOf, { name })} points={trend} />}
      </div>
      {'value' in figure && (target !== undefined || pace !== undefined) ? (
        <TargetBar label={name} actual={figure.value} target={target} pace={pace?.value} unit={unit} />
      ) : null}
      <p class="figure-target">
        {targetTexts(props).map((text) => (
          <span safe>{text}</span>
        ))}
      </p>
      {rate === undefined ? null : (
        <p class="figure-rate">
          <span safe>{rate.kind}</span>
          <span class="figure-operands" safe>
            {`${formatCount(rate.numerator)} ÷ ${formatCount(rate.denominator)}`}
          </span>
        </p>
      )}
      {notes.map((note) => (
        <p class="figure-note" safe>
          {note}
        </p>
      ))}
    </article>
  );
}

const MISSING = {
  not_held: words.notHeld,
  no_data: words.noData,
  not_agreed: words.notAgreed,
  own_days: words.notTold,
} as const;

function Actual({ figure, unit, href }: { figure: FigureValue; unit: string; href: string | undefined }): JSX.Element {
  if ('missing' in figure) {
    return <p class="figure-actual figure-missing">{MISSING[figure.missing]}</p>;
  }
  const number = (
    <>
      <span class="figure-number" safe>
        {figure.text ?? formatCount(figure.value)}
      </span>
      <span class="figure-unit" safe>
        {unit}
      </span>
    </>
  );
  return (
    <p class="figure-actual">
      {href === undefined ? (
        <>{number}</>
      ) : (
        <a href={safeUrl(href)}>
          <>{number}</>
        </a>
      )}
    </p>
  );
}

function targetTexts({
  target,
  targetText,
  unit = '',
  pace,
  progress,
  counting,
  yearBefore,
}: FigureTileProps): string[] {
  const parts = [
    targetText ?? (target === undefined ? words.noTarget : fill(words.targetOf, { target: formatCount(target), unit })),
  ];
  if (pace !== undefined) parts.push(fill(words.paceOf, { pace: formatCount(pace.value), unit, basis: pace.basis }));
  if (progress !== undefined)
    parts.push(pace === undefined ? fill(words.progress, { progress }) : fill(words.progressByPace, { progress }));
  if (counting !== undefined) parts.push(counting);
  if (yearBefore !== undefined) parts.push(yearBefore);
  return parts;
}
