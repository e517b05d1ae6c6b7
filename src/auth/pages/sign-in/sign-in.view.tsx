import { BarePage, Card, Form, Notice, PageHeading, SubmitRow, TextField } from '#ui';

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
    <BarePage title="サインイン" csrfToken={csrfToken}>
      <PageHeading title="サインイン" />
      {error === undefined ? '' : <Notice tone="error" text={error} live />}
      {nobodyYet ? <NobodyYet /> : ''}
      <Card>
        <Form action="/sign-in" csrfToken={csrfToken} hidden={{ next }}>
          <TextField name="login" label="ログインID" value={login} required autocomplete="username" />
          <TextField
            name="password"
            label="パスワード"
            type="password"
            value=""
            required
            autocomplete="current-password"
          />
          <SubmitRow save="サインイン" />
        </Form>
      </Card>
    </BarePage>,
  );
}

function NobodyYet(): JSX.Element {
  return (
    <Notice tone="warn" title="まだ職員が登録されていません。">
      <p>サーバーの管理者が、次のどちらかを行ってください。</p>
      <ul>
        <li>
          環境変数 <code>FIRST_ADMIN_LOGIN</code> と <code>FIRST_ADMIN_PASSWORD</code> を指定して起動し直す
        </li>
        <li>
          拠点を書いたファイルを用意して <code>node dist/src/cli.js found-site ファイル名</code> を実行する
        </li>
      </ul>
    </Notice>
  );
}
