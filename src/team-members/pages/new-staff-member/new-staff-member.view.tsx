import { PASSWORD_MIN } from '#domain/organisation';
import { Card, DateBoxes, Form, PageHeading, Stack, SubmitRow, TextField } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import {
  AdministrationTabs,
  FormProblems,
  type FormState,
  type PageContext,
  renderPage,
} from '../../../platform/pages/index.js';
import { type DeskChoice, StaffFieldset } from '../staff-fields.js';

export function newStaffPage(
  page: PageContext,
  { form, desks }: { form: FormState; desks: readonly DeskChoice[] },
): Html {
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading
        title="職員の登録"
        lead={`${page.actor.organisationName}の職員として、この拠点に登録します。`}
        back={{ text: '職員', href: '/staff' }}
      />
      <FormProblems form={form} currentHref="/staff" />
      <Card>
        <Form action="/staff" csrfToken={page.csrfToken} idempotencyKey={page.idempotencyKey}>
          <StaffFieldset form={form} desks={desks} />
          <DateBoxes
            name="startsOn"
            label="利用開始日"
            required
            value={form.date('startsOn')}
            error={form.error('startsOn')}
          />
          <TextField
            name="login"
            label="ログインID"
            required
            support="半角の英小文字・数字・「.」「_」「-」、3文字以上。あとから変更できません。"
            value={form.value('login')}
            error={form.error('login')}
          />
          <TextField
            name="password"
            label="仮のパスワード"
            type="password"
            required
            autocomplete="new-password"
            support={`${PASSWORD_MIN}文字以上。本人が最初のサインインで変更します。`}
            error={form.error('password')}
          />
          <SubmitRow save="登録する" cancelHref="/staff" />
        </Form>
      </Card>
    </Stack>
  );
  return renderPage(page, { title: '職員の登録', width: 'reading', children });
}
