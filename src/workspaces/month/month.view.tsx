import {
  type IsoDate,
  type YearMonth,
  fiscalYearLabel,
  formatMonthWareki,
  formatWareki,
  nextMonth,
  previousMonth,
} from '#kernel';
import { stateOfMonth, type YearlyPlan } from '#indicators';
import { fill, ja } from '#messages';
import {
  Badge,
  ButtonLink,
  Card,
  type Column,
  Columns,
  Disclosure,
  EmptyState,
  FigureTile,
  type FigureTileProps,
  PageHeading,
  pointText,
  Stack,
  Table,
} from '#ui';
import type { Html } from '../../platform/http/index.js';
import { type PageContext, renderPage } from '../../platform/pages/index.js';

const screenWords = ja.screens.workspaces;

export interface MonthView {
  readonly plan: YearlyPlan;
  readonly month: YearMonth;
  readonly asOf: IsoDate;
  readonly today: YearMonth;
  readonly programmes: readonly {
    readonly name: string;
    readonly inMonth: readonly FigureTileProps[];
    readonly toDate: readonly FigureTileProps[];
  }[];
}

export function monthPage(page: PageContext, { plan, month, asOf, today, programmes }: MonthView): Html {
  const content = (
    <Stack>
      <PageHeading
        title={fill(screenWords.actualsOf, { month: formatMonthWareki(month) })}
        lead={fill(screenWords.siteAndYear, { site: plan.site.name, year: fiscalYearLabel(plan.site.fiscalYear) })}
        actions={<MonthLinks month={month} today={today} />}
      />
      <Provisional month={month} asOf={asOf} />
      {programmes.map(({ name, inMonth, toDate }) => (
        <Card title={name}>
          <h3 class="heading-4" safe>{`${formatMonthWareki(month)}`}</h3>
          <Columns layout="tiles">
            {inMonth.map((tile) => (
              <FigureTile {...tile} />
            ))}
          </Columns>
          <Trend programme={name} tiles={inMonth} />
          <h3 class="heading-4">{screenWords.yearToDate}</h3>
          <Columns layout="tiles">
            {toDate.map((tile) => (
              <FigureTile {...tile} />
            ))}
          </Columns>
        </Card>
      ))}
      {plan.footnotes.length === 0 ? (
        ''
      ) : (
        <Card title={screenWords.footnotes}>
          <ul>
            {plan.footnotes.map(({ text }) => (
              <li safe>{`※ ${text}`}</li>
            ))}
          </ul>
        </Card>
      )}
    </Stack>
  );
  return renderPage(page, {
    title: fill(screenWords.actualsOf, { month: formatMonthWareki(month) }),
    width: 'wide',
    children: content,
  });
}

/** Said once: every figure of a month that is not closed yet may change. */
function Provisional({ month, asOf }: { month: YearMonth; asOf: IsoDate }): JSX.Element {
  const words = ja.figure;
  // No month is closed in this version.
  const { running } = stateOfMonth(month, asOf, null);
  return (
    <p class="row">
      <Badge text={screenWords.provisional} tone="warning" />
      <span safe>{`${running ? words.monthRunning : ''}${fill(words.provisional, { day: formatWareki(asOf) })}`}</span>
    </p>
  );
}

/** The months behind the small lines of the tiles, as a table. */
function Trend({ programme, tiles }: { programme: string; tiles: readonly FigureTileProps[] }): JSX.Element {
  const rows = tiles.flatMap(({ name, unit = '', trend }) =>
    trend === undefined ? [] : [{ name: unit === '' ? name : `${name}（${unit}）`, trend }],
  );
  const months = rows[0]?.trend.map(({ label }) => label) ?? [];
  if (months.length === 0) return '';
  const value = ({ trend }: (typeof rows)[number], at: number): string | undefined => trend[at] && pointText(trend[at]);
  return (
    <Disclosure title={ja.figure.trend}>
      <Table
        caption={fill(ja.figure.trendOf, { programme })}
        captionHidden
        dense
        rows={rows}
        empty=""
        columns={[
          { header: screenWords.indicator, rowHeader: true, text: ({ name }) => name },
          ...months.map((header, at): Column<(typeof rows)[number]> => ({
            header,
            align: 'end',
            text: (row) => value(row, at),
          })),
        ]}
      />
    </Disclosure>
  );
}

export interface NoPlanView {
  readonly month: YearMonth;
  readonly today: YearMonth;
  readonly mayImport: boolean;
}

/** A month that no yearly plan covers. */
export function noPlanPage(page: PageContext, { month, today, mayImport }: NoPlanView): Html {
  const content = (
    <Stack>
      <PageHeading
        title={fill(screenWords.actualsOf, { month: formatMonthWareki(month) })}
        actions={<MonthLinks month={month} today={today} />}
      />
      <EmptyState
        text={screenWords.noPlanForMonth}
        hint={screenWords.noPlanHint}
        action={mayImport ? { text: screenWords.importPlan, href: '/yearly-plans' } : undefined}
      />
    </Stack>
  );
  return renderPage(page, { title: screenWords.month, children: content });
}

function MonthLinks({ month, today }: { month: YearMonth; today: YearMonth }): JSX.Element {
  return (
    <>
      <ButtonLink text={screenWords.previousMonth} href={`/month?month=${previousMonth(month)}`} variant="secondary" />
      {month < today ? (
        <ButtonLink text={screenWords.nextMonth} href={`/month?month=${nextMonth(month)}`} variant="secondary" />
      ) : (
        ''
      )}
    </>
  );
}
