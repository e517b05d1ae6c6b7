import { ja } from '#messages';
import { BarePage, Card, Form, Notice, PageHeading, SubmitRow, TextField } from '#ui';

const words = ja.screens.auth;

export interface SignInView {
  readonly csrfToken: string;
  readonly next: string;
  readonly login: string;
  readonly error?: string;
  /** Nobody is registered: says what to run. */
  readonly nobodyYet?: boolean;
}

export function signInPage({ csrfToken, next, login, error, nobodyYet = false }: SignInView): string {
  return String(
    <BarePage title={words.signIn} csrfToken={csrfToken}>
      <PageHeading title={words.signIn} />
      {error === undefined ? '' : <Notice tone="error" text={error} live />}
      {nobodyYet ? <NoStaffNotice /> : ''}
      <Card>
        <Form action="/sign-in" csrfToken={csrfToken} hidden={{ next }}>
          <TextField name="login" label={words.login} value={login} required autocomplete="username" />
          <TextField
            name="password"
            label={words.password}
            type="password"
            value=""
            required
            autocomplete="current-password"
          />
          <SubmitRow save={words.signIn} />
        </Form>
      </Card>
    </BarePage>,
  );
}

function NoStaffNotice(): JSX.Element {
  return (
    <Notice tone="warn" title={words.nobodyYet}>
      <p>{words.firstStart}</p>
      <ul>
        <li>
          {words.setEnvironment} <code>FIRST_ADMIN_LOGIN</code> {words.and} <code>FIRST_ADMIN_PASSWORD</code>{' '}
          {words.startAgain} <code>{words.prepareCommand}</code>
        </li>
        <li>
          {words.writeFile} <code>{words.foundSiteCommand}</code> {words.runCommand}
        </li>
      </ul>
    </Notice>
  );
}
