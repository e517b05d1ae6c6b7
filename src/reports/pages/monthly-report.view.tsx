import { formatMonthWareki, formatWareki, tokyoDateOf, tokyoTimeOf, type YearMonth } from '#kernel';
import { fill, ja } from '#messages';
import { Card, PageHeading, PostButton, PrintButton, Stack, Table } from '#ui';
import type { Html } from '../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext, renderPage } from '../../platform/pages/index.js';
import type { MonthlyReport, ReportedFigure } from '../monthly-report.js';

const words = ja.screens.reports;

type ReportLine = Omit<MonthlyReport, 'figures'>;

export interface ReportsContent {
  readonly form: FormState;
  readonly reports: readonly ReportLine[];
  /** Months that could have a report and have none; empty for those who may not make one. */
  readonly missing: readonly YearMonth[];
}

export function reportsPage(page: PageContext, { form, reports, missing }: ReportsContent): Html {
  const content = (
    <Stack>
      <PageHeading title={words.title} lead={words.lead} />
      <FormProblems form={form} currentHref="/reports" />
      {missing.length > 0 ? <MissingReports page={page} months={missing} /> : null}
      <Table
        caption={words.list}
        captionHidden
        rows={reports}
        empty={words.noneYet}
        walkable
        columns={[
          {
            header: words.month,
            rowHeader: true,
            text: (report: ReportLine) => formatMonthWareki(report.month),
            href: (report: ReportLine) => `/reports/${report.id}`,
          },
          { header: words.madeAt, text: (report: ReportLine) => madeText(report) },
        ]}
      />
    </Stack>
  );
  return renderPage(page, { title: words.title, children: content });
}

/** What the worker's next round makes by itself, for whoever cannot wait. */
function MissingReports({ page, months }: { page: PageContext; months: readonly YearMonth[] }): JSX.Element {
  return (
    <Card title={words.missing}>
      <p>{words.missingAbout}</p>
      <Table
        caption={words.missing}
        captionHidden
        rows={months}
        empty=""
        columns={[
          { header: words.month, rowHeader: true, text: formatMonthWareki },
          {
            header: words.make,
            cell: (month: YearMonth) => (
              <PostButton
                action="/reports"
                csrfToken={page.csrfToken}
                text={words.make}
                size="small"
                hidden={{ month }}
                context={formatMonthWareki(month)}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}

export function reportPage(page: PageContext, report: MonthlyReport): Html {
  const title = fill(words.reportOfMonth, { month: formatMonthWareki(report.month) });
  const content = (
    <Stack>
      <PageHeading
        title={title}
        lead={fill(words.madeAtProvisional, { time: madeText(report) })}
        back={{ text: words.title, href: '/reports' }}
        actions={<PrintButton />}
      />
      <FiguresTable caption={formatMonthWareki(report.month)} rows={report.figures.inMonth} />
      <FiguresTable caption={words.yearToDate} rows={report.figures.toDate} />
    </Stack>
  );
  return renderPage(page, { title, width: 'wide', children: content });
}

function FiguresTable({ caption, rows }: { caption: string; rows: readonly ReportedFigure[] }): JSX.Element {
  return (
    <Table
      caption={caption}
      rows={rows}
      empty={words.noIndicator}
      columns={[
        { header: words.indicator, rowHeader: true, width: 'wide', text: (row: ReportedFigure) => row.name },
        { header: words.target, align: 'end', text: targetText },
        { header: words.actual, align: 'end', text: actualText },
        { header: words.calculation, text: operandsText },
      ]}
    />
  );
}

function madeText({ madeAt }: ReportLine): string {
  const at = madeAt;
  return `${formatWareki(tokyoDateOf(at))} ${tokyoTimeOf(at)}`;
}

function targetText({ targets, unit }: ReportedFigure): string {
  const texts = targets.map(({ target }) => {
    const name = ja.figure.target[target.type];
    if (target.type === 'rate') return `${target.percent}%`;
    if (target.type === 'profile') return name;
    return `${name}${target.value}${unit}`;
  });
  return texts.join('、');
}

function actualText({ figure, unit }: ReportedFigure): string {
  switch (figure.state) {
    case 'rate':
      return figure.text;
    case 'not_yet_held':
      return words.notHeld;
    case 'no_data':
      return words.noData;
    case 'withheld':
      return words.notAgreed;
    default:
      return `${figure.value}${unit}`;
  }
}

function operandsText({ figure }: ReportedFigure): string {
  return figure.state === 'rate' ? `${figure.numerator.value} ÷ ${figure.denominator.value}` : '';
}
