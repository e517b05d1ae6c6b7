import { formatWareki, monthOf } from '#kernel';
import { fill, ja } from '#messages';
import { Card, EmptyState, KeyValues, Notice, PageHeading, Pager, Stack, Table, Tabs } from '#ui';
import type { CountedRecord, FigurePart, IndicatorFigure, OpenedFigure } from '../../indicators/index.js';
import type { Html } from '../../platform/http/index.js';
import { type PageContext, renderPage } from '../../platform/pages/index.js';
import { notesOf, valueOf } from '../month/month.presenter.js';
import { partHref, partsOf, recordText } from './figure.presenter.js';

export interface FigureView {
  readonly opened: OpenedFigure;
  readonly part: FigurePart;
  readonly line: IndicatorFigure | undefined;
}

export function figurePage(page: PageContext, { opened, part, line }: FigureView): Html {
  const { indicator, window, asOf, fact, counted, withheld, records, page: current, pageSize } = opened;
  const seen = counted.records - withheld.records;
  const title = `${indicator.name}の内訳`;
  const content = (
    <Stack>
      <PageHeading
        title={title}
        lead={`${formatWareki(window.from)}から${formatWareki(window.to)}まで　${formatWareki(asOf)}時点`}
        back={{ text: '月次の実績', href: `/month?month=${monthOf(window.to)}` }}
      />
      <Tabs label="内訳" items={partsOf(indicator, window, part)} />
      <Card>
        <KeyValues items={summary(opened, line)} />
        {(line ? notesOf(line.figure) : []).map((note) => (
          <p safe>{note}</p>
        ))}
      </Card>
      {withheld.records > 0 ? <Notice tone="info" text={fill(ja.figure.withheld, withheld)} /> : ''}
      {counted.records === 0 ? (
        <EmptyState text="数えた記録はありません。" />
      ) : (
        <Table
          caption={`${ja.figure.fact[fact]}の記録（${seen}件）`}
          dense
          phone="cards"
          walkable
          rows={records}
          empty="閲覧できる記録はありません。"
          columns={[
            { header: '番号', width: 'narrow', text: (row: CountedRecord) => row.number },
            {
              header: '氏名',
              rowHeader: true,
              text: (row: CountedRecord) => row.name ?? '（氏名なし）',
              href: (row: CountedRecord) => hrefOf(row),
            },
            { header: 'かな', text: (row: CountedRecord) => row.kana },
            {
              header: '日付',
              width: 'narrow',
              text: (row: CountedRecord) => (row.occurredOn === null ? '' : formatWareki(row.occurredOn)),
            },
            { header: '内容', text: (row: CountedRecord) => recordText(fact, row) },
          ]}
        />
      )}
      {seen > pageSize ? (
        <Pager
          page={current}
          pageSize={pageSize}
          total={seen}
          hrefOf={(number) => `${partHref(indicator, window, part)}&asOf=${asOf}&page=${number}`}
        />
      ) : (
        ''
      )}
    </Stack>
  );
  return renderPage(page, { title, width: 'wide', children: content });
}

function summary({ counted }: OpenedFigure, line: IndicatorFigure | undefined): { term: string; text: string }[] {
  const value = line ? valueOf(line.figure) : undefined;
  const shown = value && 'value' in value ? `${value.text ?? value.value}${line?.indicator.unit ?? ''}` : '—';
  return [
    { term: '実績', text: shown },
    ...(line?.figure.state === 'rate'
      ? [{ term: '計算', text: `${line.figure.numerator.value} ÷ ${line.figure.denominator.value}` }]
      : []),
    { term: '数えた記録', text: `${counted.records}件` },
    { term: '人数', text: `${counted.people}人` },
  ];
}

function hrefOf({ caseId, jobseekerId }: CountedRecord): string | undefined {
  if (caseId !== null) return `/cases/${caseId}`;
  return jobseekerId === null ? undefined : `/jobseekers/${jobseekerId}`;
}
