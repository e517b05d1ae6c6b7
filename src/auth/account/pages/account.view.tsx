import { formatMoment } from '#kernel';
import { fill, ja } from '#messages';
import { PASSWORD_MIN } from '#domain/organisation';
import {
  Badge,
  Card,
  ErrorSummary,
  Form,
  KeyValues,
  Link,
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
import { IssuedTokenNotice, TokenCard } from './token-card.js';

const words = ja.screens.auth;

export interface AccountView {
  readonly form: FormState;
  /** The form for a token of one's own, and the token just issued, shown this once. */
  readonly token: { readonly form: FormState; readonly issued?: string };
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
      <ErrorSummary errors={[...view.form.summary, ...view.token.form.summary]} />
      {view.token.issued === undefined ? '' : <IssuedTokenNotice token={view.token.issued} />}
      <PasswordCard page={page} form={view.form} />
      {mustChangePassword || view.sites.length < 2 ? '' : <SiteCard page={page} sites={view.sites} />}
      {mustChangePassword ? '' : <SessionsCard page={page} sessions={view.sessions} />}
      {mustChangePassword ? '' : <TokenCard page={page} form={view.token.form} />}
      {mustChangePassword ? (
        ''
      ) : (
        <p>
          <Link href="/account/machine-accounts" text={words.machineAccounts} />
        </p>
      )}
    </Stack>
  );
  return renderPage(page, { title: ja.account.title, isSaved: view.token.issued !== undefined, children });
}

function Profile({ page }: { page: PageContext }): JSX.Element {
  const { actor, signedIn } = page;
  return (
    <Card>
      <KeyValues
        items={[
          { term: words.name, text: actor.name },
          { term: words.organisation, text: actor.organisationName, note: ja.codes.side[actor.side] },
          { term: words.jobTitle, text: signedIn.title },
          { term: words.role, text: ja.codes.role[actor.role] },
          { term: words.site, text: signedIn.siteName },
        ]}
      />
    </Card>
  );
}

function PasswordCard({ page, form }: { page: PageContext; form: FormState }): JSX.Element {
  return (
    <Card title={words.changePassword}>
      <Form action="/account/password" csrfToken={page.csrfToken}>
        <TextField
          name="currentPassword"
          label={words.currentPassword}
          type="password"
          required
          autocomplete="current-password"
          error={form.error('currentPassword')}
        />
        <TextField
          name="newPassword"
          label={words.newPassword}
          type="password"
          required
          autocomplete="new-password"
          support={fill(words.passwordAdvice, { min: PASSWORD_MIN })}
          error={form.error('newPassword')}
        />
        <TextField
          name="repeatedPassword"
          label={words.newPasswordAgain}
          type="password"
          required
          autocomplete="new-password"
          error={form.error('repeatedPassword')}
        />
        <SubmitRow save={words.changePasswordNow} />
      </Form>
    </Card>
  );
}

function SiteCard({ page, sites }: { page: PageContext; sites: AccountView['sites'] }): JSX.Element {
  return (
    <Card title={words.changeSite}>
      <Form action="/account/site" csrfToken={page.csrfToken}>
        <Select
          name="siteId"
          label={words.siteToWorkAt}
          required
          options={sites.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={String(page.actor.siteId)}
        />
        <SubmitRow save={words.changeSiteNow} />
      </Form>
    </Card>
  );
}

function SessionsCard({ page, sessions }: { page: PageContext; sessions: readonly OwnSession[] }): JSX.Element {
  const isCurrent = ({ id }: OwnSession): boolean => id === page.signedIn.sessionId;
  return (
    <Card title={words.sessions}>
      <Table
        caption={words.sessions}
        captionHidden
        phone="cards"
        rows={sessions}
        empty={words.noOtherSession}
        columns={[
          {
            header: words.kind,
            rowHeader: true,
            text: (session: OwnSession) =>
              [ja.account.sessionKind[session.kind], session.label].filter((text) => text !== '').join('：'),
          },
          { header: words.site, text: (session: OwnSession) => session.siteName },
          { header: words.startedAt, text: (session: OwnSession) => formatMoment(session.createdAt) },
          { header: words.lastUsedAt, text: (session: OwnSession) => formatMoment(session.lastSeenAt) },
          {
            header: words.act,
            cell: (session: OwnSession) =>
              isCurrent(session) ? (
                <Badge text={words.thisSession} />
              ) : (
                <PostButton
                  action={`/account/sessions/${session.id}/end`}
                  csrfToken={page.csrfToken}
                  text={words.endSession}
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
