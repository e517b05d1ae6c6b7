import { formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { type HeldWork, successorField } from '#domain/organisation';
import {
  Card,
  Checkbox,
  type Choice,
  type Column,
  DateBoxes,
  Form,
  Link,
  Notice,
  PageHeading,
  PostButton,
  RadioChips,
  Select,
  Stack,
  SubmitRow,
  Table,
} from '#ui';
import type { Html } from '../../../platform/http/index.js';
import {
  AdministrationTabs,
  FormProblems,
  type FormState,
  type PageContext,
  renderPage,
} from '../../../platform/pages/index.js';
import type { DepartureSheet } from '../../departures/departures.service.js';
import type { ManagedStaff } from '../../staff.repository.js';
import { QUEUE } from './departure.form.js';

export interface DepartureView {
  readonly member: ManagedStaff;
  readonly sheet: DepartureSheet;
  readonly form: FormState;
}

const words = ja.departure;

export function departurePage(page: PageContext, view: DepartureView): Html {
  const { member, sheet, form } = view;
  const href = `/staff/${member.id}`;
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading title={words.title} lead={words.lead} back={{ text: member.name, href }} />
      <FormProblems form={form} currentHref={`${href}/departure`} />
      <RegisteredDeparture page={page} view={view} />
      <Form action={`${href}/departure`} csrfToken={page.csrfToken} hidden={{ version: form.version(member.version) }}>
        <Card>
          <RadioChips
            name="scope"
            label={words.scopeLabel}
            required
            options={scopesOf(member)}
            value={form.value('scope')}
            error={form.error('scope')}
          />
          <DateBoxes
            name="leavesOn"
            label={words.leavesOn}
            required
            support={words.leavesOnSupport}
            value={form.date('leavesOn')}
            error={form.error('leavesOn')}
          />
          {sheet.machines.length === 0 ? '' : <Machines machines={sheet.machines} />}
          {sheet.tokens.length === 0 ? '' : <p safe>{fill(words.tokens, { labels: sheet.tokens.join('、') })}</p>}
        </Card>
        <Card title={fill(words.held, { count: sheet.held.length })} id="held">
          <Held view={view} />
          <SubmitRow save={words.save} variant="danger" cancelHref={href} />
        </Card>
      </Form>
    </Stack>
  );
  return renderPage(page, { title: words.title, width: 'wide', children });
}

function scopesOf({ atSite }: ManagedStaff): Choice[] {
  const scopes = atSite === null ? (['organisation'] as const) : (['organisation', 'site'] as const);
  return scopes.map((value) => ({ value, label: words.scope[value] }));
}

/** They go on only with whoever accepts them, which is asked for where they are managed. */
function Machines({ machines }: Pick<DepartureSheet, 'machines'>): JSX.Element {
  return (
    <Stack gap="tight">
      <p>{words.machines}</p>
      <ul>
        {machines.map(({ name, askedName }) => (
          <li safe>{askedName === null ? name : fill(words.machineAsked, { name, asked: askedName })}</li>
        ))}
      </ul>
      <p>
        <Link href="/machine-accounts" text={words.askForMachines} />
      </p>
    </Stack>
  );
}

/** A departure that is registered already, and the way back. */
function RegisteredDeparture({
  page,
  view: { member, sheet },
}: {
  page: PageContext;
  view: DepartureView;
}): JSX.Element {
  const { standing } = sheet;
  if (standing === null) return '';
  return (
    <Notice
      tone="info"
      title={fill(words.standing[standing.scope], { day: formatWareki(standing.leavesOn) })}
      text={words.withdrawLead}
    >
      <PostButton
        action={`/staff/${member.id}/departure/withdrawal`}
        csrfToken={page.csrfToken}
        text={words.withdraw}
        hidden={{ version: member.version }}
      />
    </Notice>
  );
}

function Held({ view: { sheet, form } }: { view: DepartureView }): JSX.Element {
  const { held, successors } = sheet;
  if (held.length === 0) return <p>{words.nothingHeld}</p>;
  const choices = successors.map(({ id, name, cases }): Choice => ({
    value: id,
    label: fill(words.choice, { name, cases }),
  }));
  return (
    <Stack>
      <Select
        name="successorStaffId"
        label={words.successor}
        support={words.successorSupport}
        blank={words.blank}
        width="long"
        options={choices}
        value={form.value('successorStaffId')}
        error={form.error('successorStaffId')}
      />
      <Checkbox name="toQueue" label={words.toQueue} checked={form.value('toQueue') !== ''} />
      <p class="muted">{words.before}</p>
      <Table
        caption={fill(words.held, { count: held.length })}
        captionHidden
        dense
        phone="cards"
        rows={held}
        empty=""
        columns={columns(form, [...choices, { value: QUEUE, label: words.queue }])}
      />
    </Stack>
  );
}

/** An assignment has its role, an interview its day, everything else the day by which it is to be done. */
function roleOrDay({ kind, role, dueOn }: HeldWork): string | null {
  if (role !== null || dueOn === null) return role;
  const day = formatWareki(dueOn);
  return kind === 'interview' ? day : fill(words.until, { day });
}

function columns(form: FormState, choices: readonly Choice[]): Column<HeldWork>[] {
  return [
    { header: words.columns.kind, rowHeader: true, text: ({ kind }) => words.kinds[kind] },
    { header: words.columns.number, text: ({ number }) => number },
    {
      header: words.columns.role,
      text: roleOrDay,
    },
    {
      header: words.columns.successor,
      cell: (work) => (
        <Select
          name={successorField(work)}
          label={fill(words.successorOf, { number: work.number })}
          marked={false}
          blank={words.asAbove}
          options={choices}
          value={form.value(successorField(work))}
          error={form.error(successorField(work))}
        />
      ),
    },
  ];
}
