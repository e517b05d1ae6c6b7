import { fiscalYearLabel, formatMonthWareki, formatWareki, tokyoDateOf } from '#kernel';
import { fill, ja } from '#messages';
import {
  Card,
  EmptyState,
  ErrorSummary,
  Form,
  NumberField,
  PageHeading,
  Select,
  Stack,
  SubmitRow,
  Table,
  TextField,
} from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { AdministrationTabs, type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { ManualFigureLine, ManualFigures } from '../manual-figures.service.js';

const words = ja.screens.yearlyPlans;

export interface ManualFiguresView {
  readonly fiscalYear: number;
  readonly form: FormState;
  readonly figures: ManualFigures;
}

export function manualFiguresPage(
  page: PageContext,
  { fiscalYear, form, figures: { indicators, items } }: ManualFiguresView,
): Html {
  const aside = items.filter(({ counted }) => !counted);
  const title = fill(words.manualFiguresOf, { year: fiscalYearLabel(fiscalYear) });
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading
        title={title}
        lead={words.manualFiguresLead}
        back={{ text: words.yearlyPlans, href: `/yearly-plans/${fiscalYear}` }}
      />
      <ErrorSummary errors={form.summary} />
      {indicators.length === 0 ? (
        <EmptyState text={words.noManualIndicator} />
      ) : (
        <Card title={words.record}>
          <Form
            action={`/yearly-plans/${fiscalYear}/manual-figures`}
            csrfToken={page.csrfToken}
            idempotencyKey={page.idempotencyKey}
          >
            <Select
              name="code"
              label={words.indicator}
              required
              options={indicators.map(({ code, name }) => ({ value: code, label: name }))}
              value={form.value('code')}
              error={form.error('code')}
            />
            <TextField
              name="month"
              label={words.month}
              required
              width="short"
              support={words.monthSupport}
              value={form.value('month')}
              error={form.error('month')}
            />
            <NumberField
              name="value"
              label={words.number}
              required
              value={form.value('value')}
              error={form.error('value')}
            />
            <TextField
              name="source"
              label={words.source}
              required
              width="long"
              value={form.value('source')}
              error={form.error('source')}
            />
            <SubmitRow />
          </Form>
        </Card>
      )}
      <FiguresTable
        caption={words.recordedNumbers}
        rows={items.filter(({ counted }) => counted)}
        empty={words.noneRecordedYet}
      />
      {aside.length === 0 ? (
        ''
      ) : (
        <Card title={ja.yearlyPlan.aside.title}>
          <p>{ja.yearlyPlan.aside.lead}</p>
          <FiguresTable caption={ja.yearlyPlan.aside.title} captionHidden rows={aside} empty="" />
        </Card>
      )}
    </Stack>
  );
  return renderPage(page, { title, children });
}

interface FiguresTableProps {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly rows: readonly ManualFigureLine[];
  readonly empty: string;
}

function FiguresTable({ caption, captionHidden = false, rows, empty }: FiguresTableProps): JSX.Element {
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      rows={rows}
      empty={empty}
      phone="cards"
      columns={[
        { header: words.month, rowHeader: true, text: (line: ManualFigureLine) => formatMonthWareki(line.month) },
        { header: words.indicator, text: (line: ManualFigureLine) => line.name },
        { header: words.number, align: 'end', text: (line: ManualFigureLine) => `${line.value}${line.unit}` },
        { header: words.source, text: (line: ManualFigureLine) => line.source },
        {
          header: words.recorded,
          text: (line: ManualFigureLine) =>
            `${formatWareki(tokyoDateOf(new Date(line.enteredAt)))}　${line.enteredBy ?? ''}`,
        },
      ]}
    />
  );
}
