import { formatMonthWareki, formatWareki, tokyoDateOf, tokyoTimeOf } from '#kernel';
import { ja } from '#messages';
import { PageHeading, PrintButton, Stack, Table } from '#ui';
import type { Html } from '../../platform/http/index.js';
import { type PageContext, renderPage } from '../../platform/pages/index.js';
import type { MonthlyReport, ReportedFigure } from '../reports.service.js';

type ReportLine = Omit<MonthlyReport, 'figures'>;

export function reportsPage(page: PageContext, reports: readonly ReportLine[]): Html {
  const content = (
    <Stack>
      <PageHeading title="月次報告" lead="毎月1日に、前の月の実績を自動で作成します。" />
      <Table
        caption="月次報告の一覧"
        captionHidden
        rows={reports}
        empty="月次報告はまだありません。次の月の1日に作成されます。"
        walkable
        columns={[
          {
            header: '月',
            rowHeader: true,
            text: (report: ReportLine) => formatMonthWareki(report.month),
            href: (report: ReportLine) => `/reports/${report.id}`,
          },
          { header: '作成', text: (report: ReportLine) => madeText(report) },
        ]}
      />
    </Stack>
  );
  return renderPage(page, { title: '月次報告', children: content });
}

export function reportPage(page: PageContext, report: MonthlyReport): Html {
  const title = `${formatMonthWareki(report.month)}の月次報告`;
  const content = (
    <Stack>
      <PageHeading
        title={title}
        lead={`${madeText(report)}作成（暫定値）`}
        back={{ text: '月次報告', href: '/reports' }}
        actions={<PrintButton />}
      />
      <FiguresTable caption={formatMonthWareki(report.month)} rows={report.figures.inMonth} />
      <FiguresTable caption="年度の累計" rows={report.figures.toDate} />
    </Stack>
  );
  return renderPage(page, { title, width: 'wide', children: content });
}

function FiguresTable({ caption, rows }: { caption: string; rows: readonly ReportedFigure[] }): JSX.Element {
  return (
    <Table
      caption={caption}
      rows={rows}
      empty="指標がありません。"
      columns={[
        { header: '指標', rowHeader: true, width: 'wide', text: (row: ReportedFigure) => row.name },
        { header: '目標', align: 'end', text: targetText },
        { header: '実績', align: 'end', text: actualText },
        { header: '計算', text: operandsText },
      ]}
    />
  );
}

function madeText({ madeAt }: ReportLine): string {
  const at = new Date(madeAt);
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
      return '未開催';
    case 'no_data':
      return '未取得';
    default:
      return `${figure.value}${unit}`;
  }
}

function operandsText({ figure }: ReportedFigure): string {
  return figure.state === 'rate' ? `${figure.numerator.value} ÷ ${figure.denominator.value}` : '';
}
