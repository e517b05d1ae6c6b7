import { daysBetween, formatBoth } from '#kernel';
import type { Phase } from '../badges/status-badge.js';
import { Disclosure } from '../layout/boxes.js';
import { attributeText } from '../text/safe-url.js';
import { words } from '../words.js';
import { share } from './scale.js';

/** A stretch of time in one state. */
export interface AxisStretch {
  label: string;
  phase: Phase;
  /** First day (YYYY-MM-DD). */
  from: string;
  /** The day the next state began; absent while it lasts. */
  to?: string | undefined;
}

/** A moment worth a mark: interview, offer, placement, end of a benefit. */
export interface AxisMark {
  label: string;
  date: string;
  tone?: 'plain' | 'success' | 'deadline' | undefined;
}

export interface CaseAxisProps {
  title: string;
  /** First and last day of the axis (YYYY-MM-DD). */
  from: string;
  to: string;
  today: string;
  stretches: readonly AxisStretch[];
  marks?: readonly AxisMark[] | undefined;
}

const axis = { width: 960, barY: 30, barHeight: 22, height: 76 };

/** The states of a case on a time axis, with a list of the same. */
export function CaseAxis({ title, from, to, today, stretches, marks = [] }: CaseAxisProps): JSX.Element {
  const days = Math.max(1, daysBetween(from, to));
  const at = (date: string): number => share(daysBetween(from, date), days, axis.width);
  return (
    <figure class="chart">
      <figcaption safe>{title}</figcaption>
      <div class="chart-frame" role="region" tabindex="0" aria-label={attributeText(title)}>
        <svg class="case-axis" viewBox={`0 0 ${axis.width} ${axis.height}`} aria-hidden="true">
          {stretches.map((stretch) => (
            <Stretch stretch={stretch} x={at(stretch.from)} end={at(stretch.to ?? today)} />
          ))}
          {today >= from && today <= to ? <TodayLine x={at(today)} /> : null}
          {marks.map((mark) => (
            <path class={`axis-mark axis-mark-${mark.tone ?? 'plain'}`} d={diamond(at(mark.date), axis.barY + axis.barHeight + 10)} />
          ))}
        </svg>
      </div>
      <Disclosure title="一覧で見る">
        <ul class="axis-list">
          {stretches.map((stretch) => (
            <li safe>{`${stretch.label}：${formatBoth(stretch.from)}から${stretch.to === undefined ? '' : `${formatBoth(stretch.to)}まで`}`}</li>
          ))}
          {marks.map((mark) => (
            <li safe>{`${mark.label}：${formatBoth(mark.date)}`}</li>
          ))}
        </ul>
      </Disclosure>
    </figure>
  );
}

/** Narrower than this there is no room for a word inside the bar. */
const charactersPerWidth = 15;

function Stretch({ stretch, x, end }: { stretch: AxisStretch; x: number; end: number }): JSX.Element {
  const length = Math.max(2, end - x);
  const fits = stretch.label.length * charactersPerWidth + 8 <= length;
  return (
    <>
      <rect class={`stretch stretch-${stretch.phase}`} x={String(x)} y={String(axis.barY)} width={String(length)} height={String(axis.barHeight)} />
      {fits ? (
        <text class={`stretch-text stretch-text-${stretch.phase}`} x={String(x + 6)} y={String(axis.barY + 16)} safe>
          {stretch.label}
        </text>
      ) : null}
    </>
  );
}

function TodayLine({ x }: { x: number }): JSX.Element {
  const anchor = x > axis.width - 40 ? 'end' : x < 40 ? 'start' : 'middle';
  return (
    <>
      <line class="axis-today" x1={String(x)} x2={String(x)} y1="18" y2={String(axis.height)} />
      <text class="axis-text" x={String(x)} y="12" text-anchor={anchor}>
        {words.today}
      </text>
    </>
  );
}

function diamond(x: number, y: number): string {
  return `M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z`;
}
