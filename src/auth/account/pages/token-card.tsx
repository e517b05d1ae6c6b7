import { ja } from '#messages';
import { Card, Form, Notice, NumberField, SubmitRow, TextField } from '#ui';
import type { FormState, PageContext } from '../../../platform/pages/index.js';

const words = ja.screens.auth;

/** The token that was just issued: on this one answer and nowhere else. */
export function IssuedTokenNotice({ token }: { token: string }): JSX.Element {
  return (
    <Notice tone="success" title={words.tokenIssued} live>
      <p>
        <code class="token" safe>
          {token}
        </code>
      </p>
    </Notice>
  );
}

/** The password again, for whatever makes a key that opens the door without it. */
export function PasswordAgain({ form, idPrefix }: { form: FormState; idPrefix: string }): JSX.Element {
  return (
    <TextField
      name="currentPassword"
      label={words.currentPassword}
      type="password"
      required
      autocomplete="current-password"
      error={form.error('currentPassword')}
      idPrefix={idPrefix}
    />
  );
}

/** 自分のトークン */
export function TokenCard({ page, form }: { page: PageContext; form: FormState }): JSX.Element {
  return (
    <Card title={words.ownToken} id="token">
      <p class="muted">{words.ownTokenLead}</p>
      <Form action="/account/tokens" csrfToken={page.csrfToken}>
        <TextField
          name="label"
          label={words.tokenName}
          required
          support={words.tokenNameExample}
          value={form.value('label')}
          error={form.error('label')}
        />
        <NumberField
          name="days"
          label={words.validDays}
          required
          unit={words.daysUnit}
          value={form.value('days')}
          error={form.error('days')}
        />
        <PasswordAgain form={form} idPrefix="token" />
        <SubmitRow save={words.issueToken} variant="secondary" />
      </Form>
    </Card>
  );
}
