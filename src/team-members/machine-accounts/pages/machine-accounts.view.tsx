import { MACHINE_SCOPES } from '#access';
import type { MachineOwner } from '#domain/organisation';
import { formatMoment, formatWareki, type IsoDate } from '#kernel';
import { ja } from '#messages';
import {
  Badge,
  Card,
  CheckboxChips,
  DateBoxes,
  Disclosure,
  Form,
  PageHeading,
  PostButton,
  Select,
  Stack,
  SubmitRow,
  Table,
  TextField,
} from '#ui';
import type { Html } from '../../../platform/http/index.js';
import {
  AdministrationTabs,
  FormProblems,
  type FormState,
  formState,
  type PageContext,
  renderPage,
} from '../../../platform/pages/index.js';
import type { MachineAccount } from '../machine-accounts.repository.js';
import { machineState, scopesText } from './machine-words.js';

const words = ja.screens.teamMembers;
const HREF = '/machine-accounts';

export interface MachineAccountsView {
  readonly form: FormState;
  /** A question to somebody that was refused, and at which account. */
  readonly asking?: { readonly id: string; readonly form: FormState };
  readonly accounts: readonly MachineAccount[];
  readonly candidates: readonly (MachineOwner & { readonly name: string })[];
  readonly today: IsoDate;
}

export function machineAccountsPage(page: PageContext, view: MachineAccountsView): Html {
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading title={words.machineAccounts} lead={words.machineAccountsLead} />
      {view.asking === undefined ? (
        ''
      ) : (
        <FormProblems form={view.asking.form} currentHref={HREF} idPrefix={view.asking.id} />
      )}
      <AddCard page={page} view={view} />
      <AccountsCard page={page} view={view} />
    </Stack>
  );
  return renderPage(page, { title: words.machineAccounts, width: 'wide', children });
}

const choicesOf = ({ candidates }: MachineAccountsView) =>
  candidates.map(({ id, name, role }) => ({ value: id, label: `${name}（${ja.codes.role[role]}）` }));

function AddCard({ page, view }: { page: PageContext; view: MachineAccountsView }): JSX.Element {
  const { form } = view;
  return (
    <Card title={words.addMachineAccount}>
      <FormProblems form={form} currentHref={HREF} />
      <Form action={HREF} csrfToken={page.csrfToken} idempotencyKey={page.idempotencyKey}>
        <TextField
          name="name"
          label={words.machineName}
          required
          support={words.machineNameExample}
          value={form.value('name')}
          error={form.error('name')}
        />
        <CheckboxChips
          name="scopes"
          label={words.scopes}
          required
          options={MACHINE_SCOPES.map((value) => ({ value, label: ja.access.machineScopes[value] }))}
          values={form.values('scopes')}
          error={form.error('scopes')}
        />
        <Select
          name="ownerId"
          label={words.machineOwner}
          required
          support={words.machineOwnerSupport}
          blank={words.choose}
          options={choicesOf(view)}
          value={form.value('ownerId')}
          error={form.error('ownerId')}
        />
        <DateBoxes
          name="endsOn"
          label={words.machineEndsOn}
          required
          support={words.machineEndsOnSupport}
          value={form.date('endsOn')}
          error={form.error('endsOn')}
        />
        <SubmitRow save={words.addMachineAccount} />
      </Form>
    </Card>
  );
}

function AccountsCard({ page, view }: { page: PageContext; view: MachineAccountsView }): JSX.Element {
  const isOpen = ({ endedAt, endsOn }: MachineAccount): boolean => endedAt === null && endsOn > view.today;
  return (
    <Card title={words.machineAccountList}>
      <Table
        caption={words.machineAccountList}
        captionHidden
        phone="cards"
        rows={view.accounts}
        empty={words.noMachineAccount}
        rowTone={(account) => (isOpen(account) ? undefined : 'muted')}
        columns={[
          { header: words.machineName, rowHeader: true, text: (account: MachineAccount) => account.name },
          { header: words.scopes, text: scopesText },
          { header: words.machineOwner, text: (account: MachineAccount) => account.ownerName },
          { header: words.machineEndsOn, text: (account: MachineAccount) => formatWareki(account.endsOn) },
          {
            header: words.lastUsedAt,
            text: ({ lastSeenAt }: MachineAccount) =>
              lastSeenAt === null ? words.neverUsed : formatMoment(lastSeenAt),
          },
          {
            header: words.machineStateLabel,
            cell: (account: MachineAccount) => <Badge {...machineState(account, view.today)} />,
          },
          {
            header: words.act,
            cell: (account: MachineAccount) =>
              isOpen(account) ? <Acts page={page} view={view} account={account} /> : '',
          },
        ]}
      />
    </Card>
  );
}

function Acts({
  page,
  view,
  account,
}: {
  page: PageContext;
  view: MachineAccountsView;
  account: MachineAccount;
}): JSX.Element {
  const form = view.asking?.id === account.id ? view.asking.form : formState({});
  return (
    <Stack gap="tight">
      <Disclosure title={words.askOwner} open={form.hasErrors}>
        <Form action={`${HREF}/${account.id}/owner`} csrfToken={page.csrfToken}>
          <Select
            name="ownerId"
            label={words.machineOwner}
            required
            blank={words.choose}
            options={choicesOf(view)}
            value={form.value('ownerId')}
            error={form.error('ownerId')}
            idPrefix={account.id}
          />
          <SubmitRow save={words.askOwnerNow} variant="secondary" />
        </Form>
      </Disclosure>
      <PostButton
        action={`${HREF}/${account.id}/end`}
        csrfToken={page.csrfToken}
        text={words.endMachineAccount}
        size="small"
        variant="danger"
        context={account.name}
      />
    </Stack>
  );
}
