import { ja } from '#messages';
import { Card, Form, KanaField, PageHeading, Stack, SubmitRow, TextArea, TextField } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';

const words = ja.screens.employers;

export interface EmployerFormView {
  readonly form: FormState;
  /** Absent for an employer not yet registered. */
  readonly id?: string;
}

export function employerFormPage(page: PageContext, { form, id }: EmployerFormView): Html {
  const title = id === undefined ? words.registerEmployerTitle : words.editEmployerTitle;
  const href = id === undefined ? '/employers' : `/employers/${id}`;
  const field = (name: string) => ({ name, value: form.value(name), error: form.error(name) });
  const content = (
    <Stack>
      <PageHeading title={title} back={{ text: id === undefined ? words.employersList : words.employer, href }} />
      <FormProblems form={form} currentHref={href} />
      <Card>
        <Form
          action={href}
          csrfToken={page.csrfToken}
          idempotencyKey={page.idempotencyKey}
          hidden={id === undefined ? {} : { version: form.version(1) }}
        >
          <TextField {...field('name')} label={words.employerName} required width="long" />
          <KanaField {...field('nameKana')} label={words.kana} required width="long" />
          <TextField {...field('industry')} label={words.industry} />
          <TextField {...field('address')} label={words.address} width="full" />
          <TextField {...field('phone')} label={words.phone} type="tel" inputmode="tel" />
          <TextField {...field('contactPerson')} label={words.contactPerson} />
          <TextArea {...field('note')} label={words.note} rows={3} support={words.noteSupport} />
          <SubmitRow cancelHref={href} />
        </Form>
      </Card>
    </Stack>
  );
  return renderPage(page, { title, children: content });
}
