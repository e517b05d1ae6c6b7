import { Card, DateBoxes, Form, KeyValues, Select, Stack, SubmitRow, TextArea } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext } from '../../../platform/pages/index.js';
import { caseLayout } from '../../../support-cases/index.js';
import type { EmployerFormContext } from '../choose-employer/employer-choice.js';

export function askPage(
  page: PageContext,
  { frame, employer, orders, form }: EmployerFormContext & { readonly form: FormState },
): Html {
  const back = `/cases/${frame.case.id}/referrals`;
  const content = (
    <Card title="紹介：事業所に打診する">
      <Stack>
        <FormProblems form={form} currentHref={back} />
        <KeyValues
          items={[
            { term: '事業所', text: employer.name, href: `/employers/${employer.id}` },
            { term: '電話番号', text: employer.phone },
            { term: '担当者', text: employer.contactPerson },
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
            label="求人"
            blank="（求人の指定なし）"
            options={orders}
            width="long"
            value={form.value('jobOrderId')}
            error={form.error('jobOrderId')}
          />
          <DateBoxes
            name="askedOn"
            label="打診した日"
            required
            value={form.date('askedOn')}
            error={form.error('askedOn')}
          />
          <TextArea name="note" label="備考" rows={3} value={form.value('note')} error={form.error('note')} />
          <SubmitRow cancelHref={back} />
        </Form>
      </Stack>
    </Card>
  );
  return caseLayout(page, frame, 'referrals', content, { title: '紹介' });
}
