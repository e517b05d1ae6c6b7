import { type YearMonth, formatMonthWareki, formatWareki } from '#kernel';
import { ja } from '#messages';
import {
  Card,
  DateBoxes,
  ErrorSummary,
  Form,
  NumberField,
  PageHeading,
  RadioChips,
  Select,
  Stack,
  SubmitRow,
  Table,
} from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { VisitLine } from '../../visits.service.js';

export interface DoorView {
  readonly form: FormState;
  readonly month: YearMonth;
  readonly desks: readonly { readonly id: number; readonly name: string }[];
  readonly lines: readonly VisitLine[];
}

const purposes = Object.entries(ja.visit.purpose).map(([value, label]) => ({ value, label }));
const purposeNames: Readonly<Record<string, string>> = ja.visit.purpose;

export function doorPage(page: PageContext, { form, month, desks, lines }: DoorView): Html {
  const total = lines.filter((line) => line.correctedOn === null).reduce((sum, line) => sum + line.quantity, 0);
  const content = (
    <Stack>
      <PageHeading title="来所の記録" lead="窓口の入口で数えた人数を記録します。氏名は記録しません。" />
      <ErrorSummary errors={form.summary} />
      <Card title="人数を記録する">
        <Form action="/visits" csrfToken={page.csrfToken} idempotencyKey={page.idempotencyKey}>
          <DateBoxes
            name="visitedOn"
            label="来所日"
            required
            value={form.date('visitedOn')}
            error={form.error('visitedOn')}
          />
          <NumberField
            name="quantity"
            label="人数"
            required
            unit="人"
            value={form.value('quantity')}
            error={form.error('quantity')}
          />
          <Select
            name="deskId"
            label="窓口"
            blank="（指定なし）"
            options={desks.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={form.value('deskId')}
            error={form.error('deskId')}
          />
          <RadioChips
            name="purpose"
            label="目的"
            options={purposes}
            value={form.value('purpose')}
            error={form.error('purpose')}
          />
          <SubmitRow />
        </Form>
      </Card>
      <Card title={`${formatMonthWareki(month)}　計${total}人`}>
        <Table
          caption="今月の記録"
          captionHidden
          rows={lines}
          empty="今月の記録はまだありません。"
          rowTone={(line) => (line.correctedOn === null ? undefined : 'muted')}
          columns={[
            { header: '来所日', rowHeader: true, text: (line: VisitLine) => formatWareki(line.visitedOn) },
            { header: '窓口', text: (line: VisitLine) => line.deskName },
            { header: '目的', text: (line: VisitLine) => purposeNames[line.purpose] },
            { header: '人数', align: 'end', text: (line: VisitLine) => `${line.quantity}人` },
            {
              header: '備考',
              text: (line: VisitLine) => (line.correctedOn === null ? '' : `${formatWareki(line.correctedOn)} 取消`),
            },
          ]}
        />
      </Card>
    </Stack>
  );
  return renderPage(page, { title: '来所の記録', children: content });
}
