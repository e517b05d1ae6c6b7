import { fill, ja } from '#messages';
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

const words = ja.screens.employers;

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
  const title = orderId === undefined ? words.registerJobOrderTitle : words.editJobOrderTitle;
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
      {forName === undefined ? null : <Notice tone="info" text={fill(words.obtainedForPerson, { name: forName })} />}
      <Card>
        <Form
          action={orderId === undefined ? `${employerHref}/job-orders` : `/job-orders/${orderId}`}
          csrfToken={page.csrfToken}
          idempotencyKey={page.idempotencyKey}
          hidden={hidden}
        >
          <TextField {...field('title')} label={words.occupation} required width="long" />
          <TextField {...field('orderNumber')} label={words.jobOrderNumber} />
          <NumberField {...field('positions')} label={words.positions} required unit={words.positionsUnit} />
          <Select
            {...field('employmentType')}
            label={words.employmentType}
            blank={words.undecided}
            options={employmentTypes}
          />
          <TextArea {...field('conditions')} label={words.conditions} rows={4} support={words.conditionsSupport} />
          <DateBoxes
            name="receivedOn"
            label={words.receivedOn}
            required
            value={form.date('receivedOn')}
            error={form.error('receivedOn')}
          />
          <DateBoxes
            name="validUntil"
            label={words.validUntil}
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
