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

const words = ja.screens.teamMembers;

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
      <PageHeading title={words.tokens} lead={words.tokensLead} />
      {view.issued === undefined ? '' : <IssuedNotice token={view.issued} />}
      <IssueCard page={page} view={view} />
      <TokensCard page={page} view={view} />
    </Stack>
  );
  return renderPage(page, { title: words.tokens, width: 'wide', isSaved: view.issued !== undefined, children });
}

function IssuedNotice({ token }: { token: string }): JSX.Element {
  return (
    <Notice tone="success" title={words.tokenIssued} live>
      <p>
        <code safe>{token}</code>
      </p>
    </Notice>
  );
}

function IssueCard({ page, view: { form, holders } }: { page: PageContext; view: TokensView }): JSX.Element {
  const options = holders.map(({ id, name, role }) => ({ value: id, label: `${name}（${ja.codes.role[role]}）` }));
  return (
    <Card title={words.issue}>
      <ErrorSummary errors={form.summary} />
      <Form action="/tokens" csrfToken={page.csrfToken}>
        <TextField
          name="label"
          label={words.tokenName}
          required
          support={words.tokenNameExample}
          value={form.value('label')}
          error={form.error('label')}
        />
        <Select
          name="staffId"
          label={words.tokenHolder}
          required
          blank={words.choose}
          options={options}
          value={form.value('staffId')}
          error={form.error('staffId')}
        />
        <NumberField
          name="days"
          label={words.validDays}
          required
          unit={words.daysUnit}
          value={form.value('days')}
          error={form.error('days')}
        />
        <SubmitRow save={words.issue} />
      </Form>
    </Card>
  );
}

function TokensCard({ page, view: { tokens, now } }: { page: PageContext; view: TokensView }): JSX.Element {
  const isOpen = ({ revokedAt, expiresAt }: TokenLine): boolean => revokedAt === null && expiresAt > now;
  return (
    <Card title={words.issuedTokens}>
      <Table
        caption={words.issuedTokens}
        captionHidden
        phone="cards"
        rows={tokens}
        empty={words.noTokenYet}
        rowTone={(token) => (isOpen(token) ? undefined : 'muted')}
        columns={[
          { header: words.tokenName, rowHeader: true, text: (token: TokenLine) => token.label },
          { header: words.staff, text: (token: TokenLine) => token.staffName },
          { header: words.site, text: (token: TokenLine) => token.siteName },
          { header: words.issuedAt, text: (token: TokenLine) => formatMoment(token.createdAt) },
          {
            header: words.lastUsedAt,
            text: (token: TokenLine) =>
              token.lastSeenAt > token.createdAt ? formatMoment(token.lastSeenAt) : words.neverUsed,
          },
          { header: words.expiresOn, text: (token: TokenLine) => formatMoment(token.expiresAt) },
          {
            header: words.act,
            cell: (token: TokenLine) =>
              isOpen(token) ? (
                <PostButton
                  action={`/tokens/${token.id}/revocation`}
                  csrfToken={page.csrfToken}
                  text={words.revoke}
                  size="small"
                  variant="danger"
                  context={token.label}
                />
              ) : (
                <Badge text={token.revokedAt === null ? words.expired : words.revoked} />
              ),
          },
        ]}
      />
    </Card>
  );
}
