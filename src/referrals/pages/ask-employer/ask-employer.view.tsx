import { ja } from '#messages';
import { Card, DateBoxes, Form, KeyValues, Select, Stack, SubmitRow, TextArea } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext } from '../../../platform/pages/index.js';
import { caseLayout } from '../../../support-cases/index.js';
import type { EmployerFormContext } from '../choose-employer/employer-choice.js';

const words = ja.screens.referrals;

export function askPage(
  page: PageContext,
  { frame, employer, orders, form }: EmployerFormContext & { readonly form: FormState },
): Html {
  const back = `/cases/${frame.case.id}/referrals`;
  const content = (
    <Card title={words.askTitle}>
      <Stack>
        <FormProblems form={form} currentHref={back} />
        <KeyValues
          items={[
            { term: words.employer, text: employer.name, href: `/employers/${employer.id}` },
            { term: words.phone, text: employer.phone },
            { term: words.contactPerson, text: employer.contactPerson },
          ]}
          dense
        />
        <Form
          action={back}
          csrfToken={page.csrfToken}
          idempotencyKey={page.idempotencyKey}
          hidden={{ employerId: employer.id }}
        >
          <Select
            name="jobOrderId"
            label={words.jobOrder}
            blank={words.noJobOrder}
            options={orders}
            width="long"
            value={form.value('jobOrderId')}
            error={form.error('jobOrderId')}
          />
          <DateBoxes
            name="askedOn"
            label={words.askedOn}
            required
            value={form.date('askedOn')}
            error={form.error('askedOn')}
          />
          <TextArea name="note" label={words.note} rows={3} value={form.value('note')} error={form.error('note')} />
          <SubmitRow cancelHref={back} />
        </Form>
      </Stack>
    </Card>
  );
  return caseLayout(page, frame, 'referrals', content, { title: words.referral });
}
