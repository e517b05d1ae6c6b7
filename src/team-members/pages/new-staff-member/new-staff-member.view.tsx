import { PASSWORD_MIN } from '#domain/organisation';
import { fill, ja } from '#messages';
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

const words = ja.screens.teamMembers;

export function newStaffPage(
  page: PageContext,
  { form, desks }: { form: FormState; desks: readonly DeskChoice[] },
): Html {
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading
        title={words.registerTitle}
        lead={fill(words.registerLead, { organisation: page.actor.organisationName })}
        back={{ text: words.staff, href: '/staff' }}
      />
      <FormProblems form={form} currentHref="/staff" />
      <Card>
        <Form action="/staff" csrfToken={page.csrfToken} idempotencyKey={page.idempotencyKey}>
          <StaffFieldset form={form} desks={desks} />
          <DateBoxes
            name="startsOn"
            label={words.startsOn}
            required
            value={form.date('startsOn')}
            error={form.error('startsOn')}
          />
          <TextField
            name="login"
            label={words.login}
            required
            support={words.loginSupport}
            value={form.value('login')}
            error={form.error('login')}
          />
          <TextField
            name="password"
            label={words.temporaryPassword}
            type="password"
            required
            autocomplete="new-password"
            support={fill(words.temporaryPasswordSupport, { min: PASSWORD_MIN })}
            error={form.error('password')}
          />
          <SubmitRow save={words.register} cancelHref="/staff" />
        </Form>
      </Card>
    </Stack>
  );
  return renderPage(page, { title: words.registerTitle, width: 'reading', children });
}
