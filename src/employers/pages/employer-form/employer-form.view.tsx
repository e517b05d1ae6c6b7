import { Card, Form, KanaField, PageHeading, Stack, SubmitRow, TextArea, TextField } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';

export interface EmployerFormView {
  readonly form: FormState;
  /** Absent for an employer not yet registered. */
  readonly id?: string;
}

export function employerFormPage(page: PageContext, { form, id }: EmployerFormView): Html {
  const title = id === undefined ? '事業所の登録' : '事業所の編集';
  const href = id === undefined ? '/employers' : `/employers/${id}`;
  const field = (name: string) => ({ name, value: form.value(name), error: form.error(name) });
  const content = (
    <Stack>
      <PageHeading title={title} back={{ text: id === undefined ? '事業所の一覧' : '事業所', href }} />
      <FormProblems form={form} currentHref={href} />
      <Card>
        <Form
          action={href}
          csrfToken={page.csrfToken}
          idempotencyKey={page.idempotencyKey}
          hidden={id === undefined ? {} : { version: form.version(1) }}
        >
          <TextField {...field('name')} label="事業所名" required width="long" />
          <KanaField {...field('nameKana')} label="フリガナ" required width="long" />
          <TextField {...field('industry')} label="産業" />
          <TextField {...field('address')} label="所在地" width="full" />
          <TextField {...field('phone')} label="電話番号" type="tel" inputmode="tel" />
          <TextField {...field('contactPerson')} label="担当者" />
          <TextArea
            {...field('note')}
            label="備考"
            rows={3}
            support="求職者の氏名や事情は書かないでください。拠点の全員が読みます。"
          />
          <SubmitRow cancelHref={href} />
        </Form>
      </Card>
    </Stack>
  );
  return renderPage(page, { title, children: content });
}
