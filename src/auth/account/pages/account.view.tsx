import { formatMoment } from '#kernel';
import { ja } from '#messages';
import { PASSWORD_MIN } from '#domain/organisation';
import {
  Badge,
  Card,
  ErrorSummary,
  Form,
  KeyValues,
  Notice,
  PageHeading,
  PostButton,
  Select,
  Stack,
  SubmitRow,
  Table,
  TextField,
} from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { OwnSession } from '../account.service.js';

export interface AccountView {
  readonly form: FormState;
  readonly sites: readonly { readonly id: number; readonly name: string }[];
  readonly sessions: readonly OwnSession[];
}

/** Before the given password has been changed there is only that to do. */
export function accountPage(page: PageContext, view: AccountView): Html {
  const { mustChangePassword } = page.signedIn;
  const children = (
    <Stack>
      <PageHeading title={ja.account.title} />
      {mustChangePassword ? (
        <Notice tone="warn" text={ja.account.errors.password_change_required} />
      ) : (
        <Profile page={page} />
      )}
      <ErrorSummary errors={view.form.summary} />
      <PasswordCard page={page} form={view.form} />
      {mustChangePassword || view.sites.length < 2 ? '' : <SiteCard page={page} sites={view.sites} />}
      {mustChangePassword ? '' : <SessionsCard page={page} sessions={view.sessions} />}
    </Stack>
  );
  return renderPage(page, { title: ja.account.title, children });
}

function Profile({ page }: { page: PageContext }): JSX.Element {
  const { actor, signedIn } = page;
  return (
    <Card>
      <KeyValues
        items={[
          { term: '氏名', text: actor.name },
          { term: '機関', text: actor.organisationName, note: ja.codes.side[actor.side] },
          { term: '職名', text: signedIn.title },
          { term: '権限', text: ja.codes.role[actor.role] },
          { term: '拠点', text: signedIn.siteName },
        ]}
      />
    </Card>
  );
}

function PasswordCard({ page, form }: { page: PageContext; form: FormState }): JSX.Element {
  return (
    <Card title="パスワードの変更">
      <Form action="/account/password" csrfToken={page.csrfToken}>
        <TextField
          name="currentPassword"
          label="現在のパスワード"
          type="password"
          required
          autocomplete="current-password"
          error={form.error('currentPassword')}
        />
        <TextField
          name="newPassword"
          label="新しいパスワード"
          type="password"
          required
          autocomplete="new-password"
          support={`${PASSWORD_MIN}文字以上。長い語句のほうが、複雑な記号より安全です。`}
          error={form.error('newPassword')}
        />
        <TextField
          name="repeatedPassword"
          label="新しいパスワード（確認）"
          type="password"
          required
          autocomplete="new-password"
          error={form.error('repeatedPassword')}
        />
        <SubmitRow save="パスワードを変更する" />
      </Form>
    </Card>
  );
}

function SiteCard({ page, sites }: { page: PageContext; sites: AccountView['sites'] }): JSX.Element {
  return (
    <Card title="拠点の切替">
      <Form action="/account/site" csrfToken={page.csrfToken}>
        <Select
          name="siteId"
          label="働く拠点"
          required
          options={sites.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={String(page.actor.siteId)}
        />
        <SubmitRow save="切り替える" />
      </Form>
    </Card>
  );
}

function SessionsCard({ page, sessions }: { page: PageContext; sessions: readonly OwnSession[] }): JSX.Element {
  const isCurrent = ({ id }: OwnSession): boolean => id === page.signedIn.sessionId;
  return (
    <Card title="利用中のサインイン">
      <Table
        caption="利用中のサインイン"
        captionHidden
        phone="cards"
        rows={sessions}
        empty="ほかにサインインはありません。"
        columns={[
          {
            header: '種類',
            rowHeader: true,
            text: (session: OwnSession) =>
              [ja.account.sessionKind[session.kind], session.label].filter((text) => text !== '').join('：'),
          },
          { header: '拠点', text: (session: OwnSession) => session.siteName },
          { header: '開始', text: (session: OwnSession) => formatMoment(session.createdAt) },
          { header: '最後の利用', text: (session: OwnSession) => formatMoment(session.lastSeenAt) },
          {
            header: '操作',
            cell: (session: OwnSession) =>
              isCurrent(session) ? (
                <Badge text="この画面" />
              ) : (
                <PostButton
                  action={`/account/sessions/${session.id}/end`}
                  csrfToken={page.csrfToken}
                  text="終了させる"
                  size="small"
                  context={formatMoment(session.createdAt)}
                />
              ),
          },
        ]}
      />
    </Card>
  );
}
