import { BarePage, Card, Form, Notice, PageHeading, SubmitRow, TextField } from '#ui';

export interface SignInView {
  readonly csrfToken: string;
  readonly next: string;
  readonly login: string;
  readonly error?: string;
}

export function signInPage({ csrfToken, next, login, error }: SignInView): string {
  return String(
    <BarePage title="サインイン" csrfToken={csrfToken}>
      <PageHeading title="サインイン" />
      {error === undefined ? '' : <Notice tone="error" text={error} live />}
      <Card>
        <Form action="/sign-in" csrfToken={csrfToken} hidden={{ next }}>
          <TextField name="login" label="ログインID" value={login} required autocomplete="username" />
          <TextField name="password" label="パスワード" type="password" value="" required autocomplete="current-password" />
          <SubmitRow save="サインイン" />
        </Form>
      </Card>
    </BarePage>,
  );
}
