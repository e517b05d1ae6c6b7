import { attributeText } from '../text/safe-url.js';
import { formatCount } from './scale.js';
import { words } from '../words.js';

export interface SparklinePoint {
  label: string;
  /** `null`: no data. */
  value: number | null;
  /** The numbers behind a percentage: 9 ÷ 4. */
  operands?: string | undefined;
}

const size = { width: 120, height: 32, edge: 4 };

/** A small line of one figure over time; gaps stay gaps. */
export function Sparkline({ label, points }: { label: string; points: readonly SparklinePoint[] }): JSX.Element {
  const marks = place(points);
  const last = marks.filter((mark) => mark !== null).at(-1);
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={String(size.width)}
      height={String(size.height)}
      role="img"
      aria-label={attributeText(spokenPoints(label, points))}
    >
      <path class="sparkline-line" d={linePath(marks)} />
      {last === undefined ? null : <circle class="sparkline-end" cx={String(last.x)} cy={String(last.y)} r="3" />}
    </svg>
  );
}

type Mark = { x: number; y: number } | null;

function place(points: readonly SparklinePoint[]): Mark[] {
  const values = points.map((point) => point.value).filter((value) => value !== null);
  const lowest = Math.min(0, ...values);
  const span = Math.max(...values, lowest + 1) - lowest;
  const step = (size.width - 2 * size.edge) / Math.max(1, points.length - 1);
  return points.map(({ value }, index) =>
    value === null
      ? null
      : {
          x: round(size.edge + index * step),
          y: round(size.height - size.edge - ((value - lowest) / span) * (size.height - 2 * size.edge)),
        },
  );
}

function linePath(marks: readonly Mark[]): string {
  return marks
    .map((mark, index) => {
      if (mark === null) return '';
      const before = marks[index - 1];
      return `${before === null || before === undefined ? 'M' : 'L'}${mark.x} ${mark.y}`;
    })
    .filter((command) => command !== '')
    .join(' ');
}

function spokenPoints(label: string, points: readonly SparklinePoint[]): string {
  return `${label}：${points.map((point) => `${point.label} ${pointText(point) ?? words.noPoint}`).join('、')}`;
}

/** 「225（9 ÷ 4）」; nothing where there is no data. */
export function pointText({ value, operands }: SparklinePoint): string | undefined {
  if (value === null) return undefined;
  return operands === undefined ? formatCount(value) : `${formatCount(value)}（${operands}）`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
