import { fiscalYearLabel, formatMonthWareki, formatWareki, tokyoDateOf } from '#kernel';
import { ja } from '#messages';
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
  const title = `${fiscalYearLabel(fiscalYear)}の手入力の実績`;
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading
        title={title}
        lead="ほかのシステムにある数を、月ごとに出典をつけて記録します。同じ月に入れ直すと、新しい方を数えます。"
        back={{ text: '事業計画', href: `/site/plans/${fiscalYear}` }}
      />
      <ErrorSummary errors={form.summary} />
      {indicators.length === 0 ? (
        <EmptyState text="この年度の事業計画に、手入力の指標はありません。" />
      ) : (
        <Card title="記録する">
          <Form
            action={`/site/plans/${fiscalYear}/manual-figures`}
            csrfToken={page.csrfToken}
            idempotencyKey={page.idempotencyKey}
          >
            <Select
              name="code"
              label="指標"
              required
              options={indicators.map(({ code, name }) => ({ value: code, label: name }))}
              value={form.value('code')}
              error={form.error('code')}
            />
            <TextField
              name="month"
              label="月"
              required
              width="short"
              support="2026-04のように入力します。"
              value={form.value('month')}
              error={form.error('month')}
            />
            <NumberField name="value" label="数" required value={form.value('value')} error={form.error('value')} />
            <TextField
              name="source"
              label="出典"
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
        caption="記録した数（新しい順）"
        rows={items.filter(({ counted }) => counted)}
        empty="まだ記録はありません。"
      />
      {aside.length === 0 ? (
        ''
      ) : (
        <Card title={ja.yearlyPlan.aside.title}>
          <p safe>{ja.yearlyPlan.aside.lead}</p>
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
        { header: '月', rowHeader: true, text: (line: ManualFigureLine) => formatMonthWareki(line.month) },
        { header: '指標', text: (line: ManualFigureLine) => line.name },
        { header: '数', align: 'end', text: (line: ManualFigureLine) => `${line.value}${line.unit}` },
        { header: '出典', text: (line: ManualFigureLine) => line.source },
        {
          header: '記録',
          text: (line: ManualFigureLine) =>
            `${formatWareki(tokyoDateOf(new Date(line.enteredAt)))}　${line.enteredBy ?? ''}`,
        },
      ]}
    />
  );
}
