import { formatMonthWareki, formatWareki, monthOf, tokyoDateOf } from '#kernel';
import { fill, ja } from '#messages';
import { Card, KeyValues, PageHeading, Stack, Table } from '#ui';
import type { IndicatorFigure } from '../../indicators/index.js';
import type { Html } from '../../platform/http/index.js';
import { type PageContext, renderPage } from '../../platform/pages/index.js';
import type { ManualFigureLine } from '../../yearly-plans/index.js';
import { valueOf } from '../month/month.presenter.js';

const screenWords = ja.screens.workspaces;

export interface ManualFigureView {
  readonly line: IndicatorFigure;
  /** What was typed in for the months of the window, newest first. */
  readonly entries: readonly ManualFigureLine[];
}

const words = ja.figure.manual;

/** A number of another system opens to no people: to who typed it in, when, and from where. */
export function manualFigurePage(page: PageContext, { line, entries }: ManualFigureView): Html {
  const { indicator, figure, window } = line;
  const title = fill(screenWords.breakdownOf, { indicator: indicator.name });
  const value = valueOf(figure);
  const content = (
    <Stack>
      <PageHeading
        title={title}
        lead={fill(screenWords.windowAndLead, {
          from: formatWareki(window.from),
          until: formatWareki(window.to),
          lead: words.lead,
        })}
        back={{ text: screenWords.month, href: `/month?month=${monthOf(window.to)}` }}
      />
      <Card>
        <KeyValues
          items={[
            {
              term: screenWords.actual,
              text: 'value' in value ? `${value.text ?? value.value}${indicator.unit}` : '—',
            },
          ]}
        />
      </Card>
      <Table
        caption={words.caption}
        rows={entries}
        empty={words.empty}
        phone="cards"
        columns={[
          {
            header: screenWords.monthColumn,
            rowHeader: true,
            text: ({ month }: ManualFigureLine) => formatMonthWareki(month),
          },
          {
            header: screenWords.value,
            align: 'end',
            text: ({ value }: ManualFigureLine) => `${value}${indicator.unit}`,
          },
          { header: screenWords.source, text: ({ source }: ManualFigureLine) => source },
          {
            header: screenWords.recorded,
            text: ({ enteredAt, enteredBy }: ManualFigureLine) =>
              `${formatWareki(tokyoDateOf(enteredAt))}　${enteredBy ?? ''}`,
          },
        ]}
      />
    </Stack>
  );
  return renderPage(page, { title, width: 'wide', children: content });
}
