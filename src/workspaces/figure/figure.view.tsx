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
  const { indicator, window, asOf, fact, withheld, records, page: current, pageSize } = opened;
  const seen = opened.seen.records;
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
      <Notice tone="info" text={withheldText(line, withheld)} />
      {line.figure.state !== 'withheld' && opened.counted === 0 ? (
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

/** What of the number is out of sight, as far as it is told. */
function withheldText({ indicator, figure }: IndicatorFigure, withheld: OpenedFigure['withheld']): string {
  if (figure.state === 'withheld') return ja.figure.notTold[figure.because];
  if (withheld === null) return ja.figure.onlyInSight;
  return 'amount' in withheld
    ? fill(ja.figure.withheld, { amount: withheld.amount, unit: unitOf(indicator) })
    : fill(ja.figure.withheldFew, { limit: withheld.lessThan, unit: unitOf(indicator) });
}

/** A rate's operands are of people or records, not of per cent. */
const unitOf = ({ unit }: IndicatorFigure['indicator']): string => (unit === '%' ? '' : unit);

function summary({ seen }: OpenedFigure, line: IndicatorFigure): { term: string; text: string }[] {
  const value = valueOf(line.figure);
  const shown = 'value' in value ? `${value.text ?? value.value}${line.indicator.unit}` : '—';
  return [
    { term: words.actual, text: shown },
    ...(line.figure.state === 'rate'
      ? [{ term: words.calculation, text: `${line.figure.numerator.value} ÷ ${line.figure.denominator.value}` }]
      : []),
    { term: words.recordsInSight, text: fill(words.records, { count: seen.records }) },
    { term: words.peopleInSight, text: fill(words.persons, { count: seen.people }) },
  ];
}

function hrefOf({ caseId, jobseekerId }: CountedRecord): string | undefined {
  if (caseId !== null) return `/cases/${caseId}`;
  return jobseekerId === null ? undefined : `/jobseekers/${jobseekerId}`;
}
