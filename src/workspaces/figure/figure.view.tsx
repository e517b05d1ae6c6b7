import { formatWareki, monthOf } from '#kernel';
import { fill, ja } from '#messages';
import { Card, EmptyState, KeyValues, Notice, PageHeading, Pager, Stack, Table, Tabs } from '#ui';
import type { CountedRecord, FigurePart, IndicatorFigure, OpenedFigure } from '../../indicators/index.js';
import type { Html } from '../../platform/http/index.js';
import { type PageContext, renderPage } from '../../platform/pages/index.js';
import { notesOf, valueOf } from '../month/month.presenter.js';
import { partHref, partsOf, recordText } from './figure.presenter.js';

const words = ja.screens.workspaces;

export interface FigureView {
  readonly opened: OpenedFigure;
  readonly part: FigurePart;
  readonly line: IndicatorFigure;
}

export function figurePage(page: PageContext, { opened, part, line }: FigureView): Html {
  const { indicator, window, asOf, fact, counted, withheld, records, page: current, pageSize } = opened;
  const seen = counted.records - withheld.records;
  const title = fill(words.breakdownOf, { indicator: indicator.name });
  const content = (
    <Stack>
      <PageHeading
        title={title}
        lead={fill(words.windowAndAsOf, {
          from: formatWareki(window.from),
          until: formatWareki(window.to),
          asOf: formatWareki(asOf),
        })}
        back={{ text: words.month, href: `/month?month=${monthOf(window.to)}` }}
      />
      <Tabs label={words.breakdown} items={partsOf(indicator, window, part)} />
      <Card>
        <KeyValues items={summary(opened, line)} />
        {notesOf(line.figure).map((note) => (
          <p safe>{note}</p>
        ))}
      </Card>
      {withheld.records > 0 ? <Notice tone="info" text={fill(ja.figure.withheld, withheld)} /> : ''}
      {counted.records === 0 ? (
        <EmptyState text={words.nothingCounted} />
      ) : (
        <Table
          caption={fill(words.recordsOf, { fact: ja.figure.fact[fact], count: seen })}
          dense
          phone="cards"
          walkable
          rows={records}
          empty={words.noneInSight}
          columns={[
            { header: words.number, width: 'narrow', text: (row: CountedRecord) => row.number },
            {
              header: words.name,
              rowHeader: true,
              text: (row: CountedRecord) => row.name ?? words.withoutName,
              href: (row: CountedRecord) => hrefOf(row),
            },
            { header: words.kana, text: (row: CountedRecord) => row.kana },
            {
              header: words.date,
              width: 'narrow',
              text: (row: CountedRecord) => (row.occurredOn === null ? '' : formatWareki(row.occurredOn)),
            },
            { header: words.content, text: (row: CountedRecord) => recordText(fact, row) },
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

function summary({ counted }: OpenedFigure, line: IndicatorFigure): { term: string; text: string }[] {
  const value = valueOf(line.figure);
  const shown = 'value' in value ? `${value.text ?? value.value}${line.indicator.unit}` : '—';
  return [
    { term: words.actual, text: shown },
    ...(line.figure.state === 'rate'
      ? [{ term: words.calculation, text: `${line.figure.numerator.value} ÷ ${line.figure.denominator.value}` }]
      : []),
    { term: words.countedRecords, text: fill(words.records, { count: counted.records }) },
    { term: words.headcount, text: fill(words.persons, { count: counted.people }) },
  ];
}

function hrefOf({ caseId, jobseekerId }: CountedRecord): string | undefined {
  if (caseId !== null) return `/cases/${caseId}`;
  return jobseekerId === null ? undefined : `/jobseekers/${jobseekerId}`;
}
