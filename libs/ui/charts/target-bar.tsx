import { fill } from '#messages';
import { attributeText } from '../text/safe-url.js';
import { formatCount, niceMaximum, share } from './scale.js';
import { words } from '../words.js';

export interface TargetBarProps {
  /** What is measured; read out with the values. */
  label: string;
  actual: number;
  /** Absent for a figure without a target. */
  target?: number | undefined;
  /** Where the figure should be by now. */
  pace?: number | undefined;
  unit?: string | undefined;
  /** Several bars below each other share one end. */
  maximum?: number | undefined;
}

const width = 1000;

/** Actual against target, with a line where it should be by now. */
export function TargetBar({ label, actual, target, pace, unit = '', maximum }: TargetBarProps): JSX.Element {
  const end = maximum ?? niceMaximum(Math.max(actual, target ?? 0, pace ?? 0));
  const behind = pace !== undefined && actual < pace;
  return (
    <svg
      class={`target-bar ${behind ? 'target-bar-behind' : 'target-bar-on'}`}
      viewBox={`0 0 ${width} 24`}
      preserveAspectRatio="none"
      role="img"
      aria-label={attributeText(barText({ label, actual, target, pace, unit }))}
    >
      <rect class="bar-ground" x="0" y="6" width={String(width)} height="12" />
      {target === undefined ? null : (
        <rect class="bar-target" x="0" y="6" width={String(share(target, end, width))} height="12" />
      )}
      <rect class="bar-actual" x="0" y="9" width={String(share(actual, end, width))} height="6" />
      {target === undefined ? null : <Line kind="target" x={share(target, end, width)} />}
      {pace === undefined ? null : <Line kind="pace" x={share(pace, end, width)} />}
    </svg>
  );
}

function Line({ kind, x }: { kind: 'target' | 'pace'; x: number }): JSX.Element {
  const [from, to] = kind === 'pace' ? ['0', '24'] : ['3', '21'];
  return <line class={`bar-line-${kind}`} x1={String(x)} x2={String(x)} y1={from} y2={to} />;
}

/** The bar in words. */
export function barText({ label, actual, target, pace, unit = '' }: TargetBarProps): string {
  const parts = [fill(words.actualOf, { label, actual: formatCount(actual), unit })];
  if (target !== undefined) parts.push(fill(words.targetOf, { target: formatCount(target), unit }));
  if (pace !== undefined) parts.push(fill(words.paceAlone, { pace: formatCount(pace), unit }));
  return parts.join('、');
}
