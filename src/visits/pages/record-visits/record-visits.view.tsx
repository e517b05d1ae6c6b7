import { type YearMonth, formatMonthWareki, formatWareki } from '#kernel';
import { fill, ja } from '#messages';
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

const words = ja.screens.visits;

export interface RecordVisitsView {
  readonly form: FormState;
  readonly month: YearMonth;
  readonly desks: readonly { readonly id: number; readonly name: string }[];
  readonly lines: readonly VisitLine[];
}

const purposes = Object.entries(ja.visit.purpose).map(([value, label]) => ({ value, label }));
const purposeNames: Readonly<Record<string, string>> = ja.visit.purpose;

export function recordVisitsPage(page: PageContext, { form, month, desks, lines }: RecordVisitsView): Html {
  const total = lines.filter((line) => line.correctedOn === null).reduce((sum, line) => sum + line.quantity, 0);
  const content = (
    <Stack>
      <PageHeading title={words.title} lead={words.lead} />
      <ErrorSummary errors={form.summary} />
      <Card title={words.recordPersons}>
        <Form action="/visits" csrfToken={page.csrfToken} idempotencyKey={page.idempotencyKey}>
          <DateBoxes
            name="visitedOn"
            label={words.visitedOn}
            required
            value={form.date('visitedOn')}
            error={form.error('visitedOn')}
          />
          <NumberField
            name="quantity"
            label={words.persons}
            required
            unit={words.personsUnit}
            value={form.value('quantity')}
            error={form.error('quantity')}
          />
          <Select
            name="deskId"
            label={words.desk}
            blank={words.noDesk}
            options={desks.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={form.value('deskId')}
            error={form.error('deskId')}
          />
          <RadioChips
            name="purpose"
            label={words.purpose}
            options={purposes}
            value={form.value('purpose')}
            error={form.error('purpose')}
          />
          <SubmitRow />
        </Form>
      </Card>
      <Card title={fill(words.monthAndTotal, { month: formatMonthWareki(month), total })}>
        <Table
          caption={words.thisMonth}
          captionHidden
          rows={lines}
          empty={words.noneThisMonth}
          rowTone={(line) => (line.correctedOn === null ? undefined : 'muted')}
          columns={[
            { header: words.visitedOn, rowHeader: true, text: (line: VisitLine) => formatWareki(line.visitedOn) },
            { header: words.desk, text: (line: VisitLine) => line.deskName },
            { header: words.purpose, text: (line: VisitLine) => purposeNames[line.purpose] },
            {
              header: words.persons,
              align: 'end',
              text: (line: VisitLine) => fill(words.personsCount, { count: line.quantity }),
            },
            {
              header: words.note,
              text: (line: VisitLine) =>
                line.correctedOn === null ? '' : fill(words.cancelled, { text: formatWareki(line.correctedOn) }),
            },
          ]}
        />
      </Card>
    </Stack>
  );
  return renderPage(page, { title: words.title, children: content });
}
