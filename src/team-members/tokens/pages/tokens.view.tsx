import { formatMoment } from '#kernel';
import { ja } from '#messages';
import {
  Badge,
  Card,
  ErrorSummary,
  Form,
  Notice,
  NumberField,
  PageHeading,
  PostButton,
  Select,
  Stack,
  SubmitRow,
  Table,
  TextField,
} from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { AdministrationTabs, type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { Colleague } from '../../staff.repository.js';
import type { TokenLine } from '../tokens.service.js';

export interface TokensView {
  readonly form: FormState;
  readonly tokens: readonly TokenLine[];
  readonly holders: readonly Colleague[];
  /** The token just issued, shown this once. */
  readonly issued: string | undefined;
  readonly now: Date;
}

export function tokensPage(page: PageContext, view: TokensView): Html {
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading
        title="連携用トークン"
        lead="ほかのシステムがAPIを使うための鍵です。指定した職員と同じ権限で働きます。"
      />
      {view.issued === undefined ? '' : <IssuedNotice token={view.issued} />}
      <IssueCard page={page} view={view} />
      <TokensCard page={page} view={view} />
    </Stack>
  );
  return renderPage(page, { title: '連携用トークン', width: 'wide', isSaved: view.issued !== undefined, children });
}

function IssuedNotice({ token }: { token: string }): JSX.Element {
  return (
    <Notice
      tone="success"
      title="トークンを発行しました。この画面にだけ表示されます。控えて、相手のシステムに設定してください。"
      live
    >
      <p>
        <code safe>{token}</code>
      </p>
    </Notice>
  );
}

function IssueCard({ page, view: { form, holders } }: { page: PageContext; view: TokensView }): JSX.Element {
  const options = holders.map(({ id, name, role }) => ({ value: id, label: `${name}（${ja.codes.role[role]}）` }));
  return (
    <Card title="発行する">
      <ErrorSummary errors={form.summary} />
      <Form action="/tokens" csrfToken={page.csrfToken}>
        <TextField
          name="label"
          label="名称"
          required
          support="例：庁内ポータル連携"
          value={form.value('label')}
          error={form.error('label')}
        />
        <Select
          name="staffId"
          label="権限を使う職員"
          required
          blank="（選択してください）"
          options={options}
          value={form.value('staffId')}
          error={form.error('staffId')}
        />
        <NumberField
          name="days"
          label="有効な日数"
          required
          unit="日"
          value={form.value('days')}
          error={form.error('days')}
        />
        <SubmitRow save="発行する" />
      </Form>
    </Card>
  );
}

function TokensCard({ page, view: { tokens, now } }: { page: PageContext; view: TokensView }): JSX.Element {
  const isOpen = ({ revokedAt, expiresAt }: TokenLine): boolean => revokedAt === null && expiresAt > now;
  return (
    <Card title="発行したトークン">
      <Table
        caption="発行したトークン"
        captionHidden
        phone="cards"
        rows={tokens}
        empty="トークンはまだありません。"
        rowTone={(token) => (isOpen(token) ? undefined : 'muted')}
        columns={[
          { header: '名称', rowHeader: true, text: (token: TokenLine) => token.label },
          { header: '職員', text: (token: TokenLine) => token.staffName },
          { header: '拠点', text: (token: TokenLine) => token.siteName },
          { header: '発行', text: (token: TokenLine) => formatMoment(token.createdAt) },
          {
            header: '最後の利用',
            text: (token: TokenLine) =>
              token.lastSeenAt > token.createdAt ? formatMoment(token.lastSeenAt) : 'まだ使われていません',
          },
          { header: '期限', text: (token: TokenLine) => formatMoment(token.expiresAt) },
          {
            header: '操作',
            cell: (token: TokenLine) =>
              isOpen(token) ? (
                <PostButton
                  action={`/tokens/${token.id}/revoke`}
                  csrfToken={page.csrfToken}
                  text="無効にする"
                  size="small"
                  variant="danger"
                  context={token.label}
                />
              ) : (
                <Badge text={token.revokedAt === null ? '期限切れ' : '無効'} />
              ),
          },
        ]}
      />
    </Card>
  );
}
