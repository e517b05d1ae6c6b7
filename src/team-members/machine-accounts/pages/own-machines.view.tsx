import { formatMoment, formatWareki, type IsoDate } from '#kernel';
import { ja } from '#messages';
import { Card, Form, KeyValues, PageHeading, PostButton, Stack, SubmitRow } from '#ui';
import { IssuedTokenNotice, PasswordAgain } from '../../../auth/index.js';
import type { Html } from '../../../platform/http/index.js';
import {
  FormProblems,
  type FormState,
  formState,
  type PageContext,
  renderPage,
} from '../../../platform/pages/index.js';
import type { MachineAccount } from '../machine-accounts.repository.js';
import { machineState, scopesText } from './machine-words.js';

const words = ja.screens.teamMembers;
const HREF = '/account/machine-accounts';

export interface OwnMachinesView {
  readonly accounts: readonly MachineAccount[];
  /** An act that was refused, and at which account. */
  readonly refused?: { readonly id: string; readonly form: FormState };
  /** The token just issued, shown this once. */
  readonly issued?: string;
  readonly today: IsoDate;
}

export function ownMachinesPage(page: PageContext, view: OwnMachinesView): Html {
  const children = (
    <Stack>
      <PageHeading
        title={words.ownMachines}
        lead={words.ownMachinesLead}
        back={{ text: ja.account.title, href: '/account' }}
      />
      {view.issued === undefined ? '' : <IssuedTokenNotice token={view.issued} />}
      {view.accounts.length === 0 ? <p>{words.noOwnMachine}</p> : ''}
      {view.accounts.map((account) => (
        <AccountCard page={page} view={view} account={account} />
      ))}
    </Stack>
  );
  return renderPage(page, {
    title: words.ownMachines,
    width: 'reading',
    isSaved: view.issued !== undefined,
    children,
  });
}

function AccountCard({
  page,
  view,
  account,
}: {
  page: PageContext;
  view: OwnMachinesView;
  account: MachineAccount;
}): JSX.Element {
  const form = view.refused?.id === account.id ? view.refused.form : formState({});
  const href = `${HREF}/${account.id}`;
  const { tokenIssuedAt, lastSeenAt } = account;
  return (
    <Card title={account.name} id={`machine-${account.id}`}>
      <FormProblems form={form} currentHref={HREF} idPrefix={account.id} />
      <KeyValues
        items={[
          { term: words.machineStateLabel, text: machineState(account, view.today).text },
          { term: words.scopes, text: scopesText(account) },
          { term: words.machineEndsOn, text: formatWareki(account.endsOn) },
          { term: words.tokenIssuedAt, text: tokenIssuedAt === null ? words.noToken : formatMoment(tokenIssuedAt) },
          { term: words.lastUsedAt, text: lastSeenAt === null ? words.neverUsed : formatMoment(lastSeenAt) },
        ]}
      />
      {account.askedId === page.actor.staffId ? (
        <PostButton
          action={`${href}/acceptance`}
          csrfToken={page.csrfToken}
          text={words.acceptMachine}
          context={account.name}
        />
      ) : (
        ''
      )}
      {account.ownerId === page.actor.staffId ? (
        <Form action={`${href}/token`} csrfToken={page.csrfToken}>
          <PasswordAgain form={form} idPrefix={account.id} />
          <SubmitRow
            save={tokenIssuedAt === null ? words.issueMachineToken : words.renewMachineToken}
            variant="secondary"
          />
        </Form>
      ) : (
        ''
      )}
    </Card>
  );
}
