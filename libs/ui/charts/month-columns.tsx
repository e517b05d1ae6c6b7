import { attributeText } from '../text/safe-url.js';
import { Disclosure } from '../layout/boxes.js';
import { Table, type Column } from '../lists/table.js';
import { words } from '../words.js';
import { formatCount, niceMaximum, share } from './scale.js';

export interface MonthColumn {
  /** 4月, 5月 … */
  label: string;
  /** `null`: not there yet or no data. */
  actual: number | null;
  target?: number | null | undefined;
  provisional?: boolean | undefined;
  /** Opens the records behind the column. */
  href?: string | undefined;
}

export interface MonthColumnsProps {
  title: string;
  months: readonly MonthColumn[];
  unit?: string | undefined;
}

const chart = { left: 44, right: 8, top: 16, bottom: 28, width: 720, height: 220 };
const inner = { width: chart.width - chart.left - chart.right, height: chart.height - chart.top - chart.bottom };

/** The months of a year as columns, with a mark for each month's target and a table of the same values. */
export function MonthColumns({ title, months, unit = '' }: MonthColumnsProps): JSX.Element {
  const highest = Math.max(0, ...months.flatMap(({ actual, target }) => [actual ?? 0, target ?? 0]));
  const end = niceMaximum(highest);
  const step = inner.width / Math.max(1, months.length);
  return (
    <figure class="chart">
      <figcaption safe>{unit === '' ? title : `${title}（${unit}）`}</figcaption>
      <div class="chart-frame" role="region" tabindex="0" aria-label={attributeText(title)}>
        <svg class="month-columns" viewBox={`0 0 ${chart.width} ${chart.height}`} aria-hidden="true">
          <Grid end={end} />
          {months.map((month, index) => (
            <MonthMark month={month} x={chart.left + index * step} step={step} end={end} />
          ))}
        </svg>
      </div>
      <p class="chart-legend">
        <span class="legend-actual">{words.actual}</span>
        <span class="legend-provisional">{words.provisional}</span>
        <span class="legend-target">{words.target}</span>
      </p>
      <Disclosure title={words.asTable}>
        <Table caption={title} captionHidden dense columns={columns} rows={months} empty={words.none} />
      </Disclosure>
    </figure>
  );
}

const columns: readonly Column<MonthColumn>[] = [
  { header: words.month, text: (month) => month.label, rowHeader: true },
  {
    header: words.actual,
    align: 'end',
    text: (month) =>
      month.actual === null
        ? null
        : formatCount(month.actual) + (month.provisional === true ? words.provisionalMark : ''),
    href: (month) => month.href,
  },
  {
    header: words.target,
    align: 'end',
    text: (month) => (month.target === null || month.target === undefined ? null : formatCount(month.target)),
  },
];

function Grid({ end }: { end: number }): JSX.Element {
  return (
    <>
      {[0, end / 2, end].map((value) => {
        const y = chart.top + inner.height - share(value, end, inner.height);
        return (
          <>
            <line
              class="grid-line"
              x1={String(chart.left)}
              x2={String(chart.width - chart.right)}
              y1={String(y)}
              y2={String(y)}
            />
            <text class="axis-text" x={String(chart.left - 6)} y={String(y + 4)} text-anchor="end" safe>
              {formatCount(value)}
            </text>
          </>
        );
      })}
    </>
  );
}

function MonthMark({ month, x, step, end }: { month: MonthColumn; x: number; step: number; end: number }): JSX.Element {
  const { actual, target, provisional = false, label } = month;
  const bottom = chart.top + inner.height;
  const height = share(actual ?? 0, end, inner.height);
  const middle = x + step / 2;
  const barWidth = Math.min(36, step * 0.6);
  const targetY = target === null || target === undefined ? undefined : bottom - share(target, end, inner.height);
  const top = bottom - height;
  /* The number stands on the column, or on the target's line where that would cross it. */
  const crossed = targetY !== undefined && targetY > top - 18 && targetY < top + 2;
  const numberY = (crossed ? targetY : top) - 4;
  return (
    <>
      {actual === null ? null : (
        <>
          <rect
            class={provisional ? 'column column-provisional' : 'column'}
            x={String(middle - barWidth / 2)}
            y={String(top)}
            width={String(barWidth)}
            height={String(height)}
          />
          <text class="value-text" x={String(middle)} y={String(numberY)} text-anchor="middle" safe>
            {formatCount(actual)}
          </text>
        </>
      )}
      {targetY === undefined ? null : (
        <line
          class="column-target"
          x1={String(x + step * 0.1)}
          x2={String(x + step * 0.9)}
          y1={String(targetY)}
          y2={String(targetY)}
        />
      )}
      <text class="axis-text" x={String(middle)} y={String(chart.height - 8)} text-anchor="middle" safe>
        {label}
      </text>
    </>
  );
}
