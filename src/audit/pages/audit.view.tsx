import { formatMoment, formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import {
  type ActiveFilter,
  ButtonLink,
  Card,
  Columns,
  DateBoxes,
  ErrorSummary,
  FilterPanel,
  FilterTags,
  Inline,
  Link,
  PageHeading,
  Select,
  Stack,
  Table,
  TextField,
} from '#ui';
import type { Html } from '../../platform/http/index.js';
import { type FormState, type PageContext, renderPage } from '../../platform/pages/index.js';
import type { AuditQuery } from '../audit.dto.js';
import type { AuditEntry } from '../audit.repository.js';
import type { AuditNames, AuditPage } from '../audit.service.js';
import { changesText } from './change-words.js';
import { ACTION_CHOICES, CLASS_CHOICES, actionText, actorText, subjectText } from './audit-words.js';

const words = ja.screens.audit;

type Asked = Partial<Pick<AuditQuery, (typeof FILTERS)[number] | 'after'>>;

export interface AuditView {
  /** The filters as typed. */
  readonly form: FormState;
  /** The filters as understood; none where something is wrong with them. */
  readonly asked: Asked;
  readonly found: AuditPage;
  readonly names: AuditNames;
  /** The newest of the last days that bear on who gets in. */
  readonly security: readonly AuditEntry[];
}

const FILTERS = ['from', 'to', 'staffId', 'class', 'action', 'security', 'personNumber'] as const;
const LABELS: Readonly<Record<(typeof FILTERS)[number], string>> = {
  from: words.onOrAfter,
  to: words.onOrBefore,
  staffId: words.staff,
  class: ja.activity.auditClassLabel,
  action: words.act,
  security: words.security,
  personNumber: words.jobseekerNumber,
};

export function auditPage(page: PageContext, view: AuditView): Html {
  const { form } = view;
  const children = (
    <Stack>
      <PageHeading title={ja.audit.title} lead={fill(words.scope, { organisation: page.actor.organisationName })} />
      <ErrorSummary errors={form.summary} />
      <SecurityCard view={view} />
      <Filters view={view} />
      {form.hasErrors ? null : <Found view={view} />}
    </Stack>
  );
  return renderPage(page, { title: ja.audit.title, width: 'wide', children });
}

/** What an auditor looks at first; not while they look for something. */
function SecurityCard({ view: { asked, form, security, names } }: { view: AuditView }): JSX.Element {
  if (form.hasErrors || FILTERS.some((name) => asked[name] !== undefined) || asked.after !== undefined) return '';
  return (
    <Card
      title={words.securityLately}
      actions={<ButtonLink text={words.securityAll} href={hrefWith({ security: 'yes' })} size="small" />}
    >
      <Table
        caption={words.securityLately}
        captionHidden
        dense
        phone="cards"
        rows={security}
        empty={words.nothingOfSecurity}
        columns={[
          { header: words.happenedAt, width: 'narrow', text: (entry: AuditEntry) => formatMoment(entry.at) },
          { header: words.staff, text: actorText },
          { header: words.act, rowHeader: true, text: (entry: AuditEntry) => actionText(entry.action) },
          { header: words.subject, text: subjectText },
          { header: words.changedFields, text: (entry: AuditEntry) => changesText(entry.changes, names) },
        ]}
      />
    </Card>
  );
}

function Found({ view }: { view: AuditView }): JSX.Element {
  const { asked, found } = view;
  return (
    <Stack>
      <FilterTags
        filters={activeFilters(view)}
        clearHref="/audit"
        resultText={
          found.next === undefined
            ? fill(words.count, { count: found.items.length })
            : fill(words.countAndMore, { count: found.items.length })
        }
      />
      <Entries view={view} />
      <Inline>
        {asked.after === undefined ? null : (
          <ButtonLink text={words.newest} href={hrefWith({ ...asked, after: undefined })} variant="text" />
        )}
        {found.next === undefined ? null : (
          <ButtonLink text={words.older} href={hrefWith({ ...asked, after: found.next })} />
        )}
      </Inline>
    </Stack>
  );
}

function Filters({ view: { form, names } }: { view: AuditView }): JSX.Element {
  const field = (name: (typeof FILTERS)[number]) => ({
    name,
    label: LABELS[name],
    marked: false,
    value: form.value(name),
    error: form.error(name),
  });
  return (
    <FilterPanel action="/audit" open={form.hasErrors} clearHref="/audit">
      <Columns>
        <DateBoxes {...field('from')} value={form.date('from')} />
        <DateBoxes {...field('to')} value={form.date('to')} />
      </Columns>
      <Columns layout="tiles">
        <Select
          {...field('staffId')}
          blank={words.all}
          options={names.staff.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select {...field('class')} blank={words.all} options={CLASS_CHOICES} />
        <Select {...field('action')} blank={words.all} options={ACTION_CHOICES} />
        <Select {...field('security')} blank={words.all} options={[{ value: 'yes', label: words.securityOnly }]} />
        <TextField {...field('personNumber')} width="short" />
      </Columns>
    </FilterPanel>
  );
}

function Entries({ view: { asked, found, names } }: { view: AuditView }): JSX.Element {
  return (
    <Table
      caption={ja.audit.title}
      captionHidden
      dense
      phone="cards"
      rows={found.items}
      empty={words.nothingFound}
      columns={[
        { header: words.happenedAt, width: 'narrow', text: (entry: AuditEntry) => formatMoment(entry.at) },
        {
          header: words.staff,
          cell: (entry: AuditEntry) => (
            <NarrowedBy
              text={actorText(entry)}
              asked={asked}
              by={entry.staffId === null ? {} : { staffId: entry.staffId }}
            />
          ),
        },
        { header: words.act, rowHeader: true, text: (entry: AuditEntry) => actionText(entry.action) },
        {
          header: words.jobseekerNumber,
          width: 'narrow',
          cell: ({ personNumber }: AuditEntry) =>
            personNumber === null ? '' : <NarrowedBy text={personNumber} asked={asked} by={{ personNumber }} />,
        },
        { header: words.subject, text: subjectText },
        { header: words.changedFields, width: 'wide', text: (entry: AuditEntry) => changesText(entry.changes, names) },
      ]}
    />
  );
}

/** An auditor opens no record; what a name leads to is what else was done by or about it. */
function NarrowedBy({ text, asked, by }: { text: string; asked: Asked; by: Asked }): JSX.Element {
  return Object.keys(by).length === 0 ? (
    <span safe>{text}</span>
  ) : (
    <Link href={hrefWith({ ...asked, ...by, after: undefined })} text={text} context={words.narrowToAct} />
  );
}

function activeFilters({ asked, names }: AuditView): ActiveFilter[] {
  const shown = (name: (typeof FILTERS)[number], value: string): string => {
    if (name === 'action') return actionText(value);
    if (name === 'security') return words.securityOnly;
    if (name === 'class') return CLASS_CHOICES.find((choice) => choice.value === value)?.label ?? value;
    if (name === 'from' || name === 'to') return formatWareki(value);
    return name === 'staffId' ? (names.staff.find(({ id }) => id === value)?.name ?? value) : value;
  };
  return FILTERS.flatMap((name) => {
    const value = asked[name];
    return value === undefined
      ? []
      : [
          {
            label: LABELS[name],
            value: shown(name, value),
            removeHref: hrefWith({ ...asked, [name]: undefined, after: undefined }),
          },
        ];
  });
}

function hrefWith(asked: Asked): string {
  const query = new URLSearchParams(
    [...FILTERS, 'after' as const].flatMap((name): [string, string][] =>
      asked[name] === undefined ? [] : [[name, asked[name]]],
    ),
  ).toString();
  return query === '' ? '/audit' : `/audit?${query}`;
}
