import { daysBetween, firstDay, formatBoth, monthOf, monthsBetween } from '#kernel';
import { fill } from '#messages';
import type { Phase } from '../badges/status-badge.js';
import { Disclosure } from '../layout/boxes.js';
import { attributeText } from '../text/safe-url.js';
import { words } from '../words.js';
import { placeLabels, share, textWidth } from './scale.js';

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

const axis = { width: 960, barY: 20, barHeight: 24, markRow: 22, fontSize: 13 };

/** The states of a case on a time axis, with a list of the same. */
export function CaseAxis(props: CaseAxisProps): JSX.Element {
  const { title, from, to, today, stretches, marks = [] } = props;
  const days = Math.max(1, daysBetween(from, to));
  const at = (date: string): number => share(daysBetween(from, date), days, axis.width);
  const placed = placeLabels(
    marks.map(({ label, date }) => ({ x: at(date), width: textWidth(label, axis.fontSize) + 24 })),
  );
  const rows = Math.max(0, ...placed.map((row) => row + 1));
  const ticksY = axis.barY + axis.barHeight + rows * axis.markRow + 4;
  return (
    <figure class="chart">
      <figcaption safe>{title}</figcaption>
      <div class="chart-frame" role="region" tabindex="0" aria-label={attributeText(title)}>
        <svg class="case-axis" viewBox={`0 0 ${axis.width} ${ticksY + 22}`} aria-hidden="true">
          {monthStarts(from, to).map((day) => (
            <MonthTick x={at(day)} day={day} bottom={ticksY} />
          ))}
          {stretches.map((stretch) => (
            <Stretch stretch={stretch} x={at(stretch.from)} end={at(stretch.to ?? today)} />
          ))}
          {marks.map((mark, index) => (
            <Mark
              mark={mark}
              x={at(mark.date)}
              y={axis.barY + axis.barHeight + ((placed[index] ?? 0) + 0.6) * axis.markRow}
            />
          ))}
          {today >= from && today <= to ? <TodayLine x={at(today)} bottom={ticksY} /> : null}
        </svg>
      </div>
      <Disclosure title={words.asList}>
        <AxisList stretches={stretches} marks={marks} />
      </Disclosure>
    </figure>
  );
}

function AxisList({
  stretches,
  marks,
}: {
  stretches: readonly AxisStretch[];
  marks: readonly AxisMark[];
}): JSX.Element {
  return (
    <ul class="axis-list">
      {stretches.map(({ label, from, to }) => (
        <li safe>
          {fill(words.stretch, {
            label,
            from: formatBoth(from),
            end: to === undefined ? '' : fill(words.until, { day: formatBoth(to) }),
          })}
        </li>
      ))}
      {marks.map(({ label, date }) => (
        <li safe>{`${label}：${formatBoth(date)}`}</li>
      ))}
    </ul>
  );
}

/** First days of the months inside the axis; only Aprils and Octobers when there are too many to write. */
function monthStarts(from: string, to: string): string[] {
  const starts = monthsBetween(monthOf(from), monthOf(to))
    .map(firstDay)
    .filter((day) => day >= from);
  return starts.length <= 18 ? starts : starts.filter((day) => ['04', '10'].includes(day.slice(5, 7)));
}

function MonthTick({ x, day, bottom }: { x: number; day: string; bottom: number }): JSX.Element {
  const month = Number(day.slice(5, 7));
  return (
    <>
      <line class="axis-tick" x1={String(x)} x2={String(x)} y1={String(axis.barY)} y2={String(bottom + 4)} />
      <text class="axis-text" x={String(x + 3)} y={String(bottom + 16)} safe>
        {month === 1 || month === 4
          ? fill(words.yearAndMonth, { year: day.slice(0, 4), month })
          : fill(words.monthNumber, { month })}
      </text>
    </>
  );
}

function Stretch({ stretch, x, end }: { stretch: AxisStretch; x: number; end: number }): JSX.Element {
  const { label, phase } = stretch;
  const length = Math.max(2, end - x);
  return (
    <g>
      <title safe>{label}</title>
      <rect
        class={`stretch stretch-${phase}`}
        x={String(x)}
        y={String(axis.barY)}
        width={String(length)}
        height={String(axis.barHeight)}
      />
      {textWidth(label, axis.fontSize) + 10 <= length ? (
        <text class={`stretch-text stretch-text-${phase}`} x={String(x + 6)} y={String(axis.barY + 17)} safe>
          {label}
        </text>
      ) : null}
    </g>
  );
}

function Mark({ mark, x, y }: { mark: AxisMark; x: number; y: number }): JSX.Element {
  const before = x + 14 + textWidth(mark.label, axis.fontSize) > axis.width;
  return (
    <>
      <path
        class={`axis-mark axis-mark-${mark.tone ?? 'plain'}`}
        d={`M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z`}
      />
      <text
        class="mark-text"
        x={String(before ? x - 11 : x + 11)}
        y={String(y + 5)}
        text-anchor={before ? 'end' : 'start'}
        safe
      >
        {mark.label}
      </text>
    </>
  );
}

function TodayLine({ x, bottom }: { x: number; bottom: number }): JSX.Element {
  const anchor = x > axis.width - 40 ? 'end' : x < 40 ? 'start' : 'middle';
  return (
    <>
      <line class="axis-today" x1={String(x)} x2={String(x)} y1="16" y2={String(bottom)} />
      <text class="axis-text" x={String(x)} y="12" text-anchor={anchor}>
        {words.today}
      </text>
    </>
  );
}
