import { ja } from '#messages';
import {
  Card,
  DateBoxes,
  Form,
  Notice,
  NumberField,
  PageHeading,
  Select,
  Stack,
  SubmitRow,
  TextArea,
  TextField,
} from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { Employer } from '../../employers.repository.js';

export interface JobOrderFormView {
  readonly employer: Employer;
  readonly form: FormState;
  /** Absent for an order not yet received. */
  readonly orderId?: string;
  /** Name of the person the order is obtained for. */
  readonly forName?: string;
}

const employmentTypes = Object.entries(ja.codes.employmentType).map(([value, label]) => ({ value, label }));

export function jobOrderFormPage(page: PageContext, { employer, form, orderId, forName }: JobOrderFormView): Html {
  const title = orderId === undefined ? '求人の登録' : '求人の編集';
  const employerHref = `/employers/${employer.id}`;
  const field = (name: string) => ({ name, value: form.value(name), error: form.error(name) });
  const hidden: Record<string, string | number> = {
    ...(forName === undefined ? {} : { forJobseekerId: form.value('forJobseekerId') }),
    ...(orderId === undefined ? {} : { version: form.version(1) }),
  };
  const content = (
    <Stack>
      <PageHeading title={title} lead={employer.name} back={{ text: employer.name, href: employerHref }} />
      <FormProblems form={form} currentHref={employerHref} />
      {forName === undefined ? null : (
        <Notice
          tone="info"
          text={`${forName}さんのために得た求人として登録します。氏名は、この人の記録を閲覧できる職員だけに表示されます。`}
        />
      )}
      <Card>
        <Form
          action={orderId === undefined ? `${employerHref}/job-orders` : `/job-orders/${orderId}`}
          csrfToken={page.csrfToken}
          idempotencyKey={page.idempotencyKey}
          hidden={hidden}
        >
          <TextField {...field('title')} label="職種" required width="long" />
          <TextField {...field('orderNumber')} label="求人番号" />
          <NumberField {...field('positions')} label="求人数" required unit="人" />
          <Select {...field('employmentType')} label="雇用形態" blank="（未定）" options={employmentTypes} />
          <TextArea {...field('conditions')} label="条件" rows={4} support="勤務時間、曜日、賃金など" />
          <DateBoxes
            name="receivedOn"
            label="受理日"
            required
            value={form.date('receivedOn')}
            error={form.error('receivedOn')}
          />
          <DateBoxes
            name="validUntil"
            label="有効期限"
            value={form.date('validUntil')}
            error={form.error('validUntil')}
          />
          <SubmitRow cancelHref={employerHref} />
        </Form>
      </Card>
    </Stack>
  );
  return renderPage(page, { title, children: content });
}
