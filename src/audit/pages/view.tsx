import { formatMoment } from '#kernel';
import { ja } from '#messages';
import { type ActiveFilter, ButtonLink, ErrorSummary, FilterPanel, FilterTags, PageHeading, Select, Stack, Table, TextField } from '#ui';
import type { Html } from '../../platform/http/index.js';
import { type FormState, type PageContext, renderPage } from '../../platform/pages/index.js';
import type { AuditEntry } from '../audit.repository.js';
import type { AuditPage } from '../audit.service.js';
import { ACTION_CHOICES, actionText, actorText, changesText, subjectText } from './words.js';

export interface AuditView {
  /** The filters as typed. */
  readonly form: FormState;
  readonly found: AuditPage;
  readonly actors: readonly { readonly id: string; readonly name: string }[];
}

const FILTERS = ['from', 'to', 'staffId', 'action', 'personNumber'] as const;
const LABELS: Readonly<Record<(typeof FILTERS)[number], string>> = { from: 'この日から', to: 'この日まで', staffId: '職員', action: '操作', personNumber: '求職者の番号' };

export function auditPage(page: PageContext, view: AuditView): Html {
  const { form, found } = view;
  const children = (
    <Stack>
      <PageHeading title={ja.audit.title} lead={`この拠点で${page.actor.organisationName}の職員と自動処理が行った操作です。新しい順に並びます。`} />
      <ErrorSummary errors={form.summary} />
      <Filters view={view} />
      <FilterTags filters={activeFilters(view)} clearHref="/audit" resultText={found.next === undefined ? `${found.items.length}件` : `${found.items.length}件（続きあり）`} />
      <Entries entries={found.items} />
      {found.next === undefined ? '' : <ButtonLink text="さらに古い記録" href={hrefWith(form, { after: found.next })} />}
    </Stack>
  );
  return renderPage(page, { title: ja.audit.title, width: 'wide', children });
}

function Filters({ view: { form, actors } }: { view: AuditView }): JSX.Element {
  const day = { support: '例：2026-04-01', width: 'short', marked: false } as const;
  return (
    <FilterPanel action="/audit" open={form.hasErrors} clearHref="/audit">
      <TextField name="from" label={LABELS.from} value={form.value('from')} error={form.error('from')} {...day} />
      <TextField name="to" label={LABELS.to} value={form.value('to')} error={form.error('to')} {...day} />
      <Select name="staffId" label={LABELS.staffId} marked={false} blank="（すべて）" options={actors.map(({ id, name }) => ({ value: id, label: name }))} value={form.value('staffId')} error={form.error('staffId')} />
      <Select name="action" label={LABELS.action} marked={false} blank="（すべて）" options={ACTION_CHOICES} value={form.value('action')} error={form.error('action')} />
      <TextField name="personNumber" label={LABELS.personNumber} width="short" marked={false} value={form.value('personNumber')} error={form.error('personNumber')} />
    </FilterPanel>
  );
}

function Entries({ entries }: { entries: readonly AuditEntry[] }): JSX.Element {
  return (
    <Table
      caption={ja.audit.title}
      captionHidden
      dense
      phone="cards"
      rows={entries}
      empty="該当する記録はありません。"
      columns={[
        { header: '日時', width: 'narrow', text: (entry: AuditEntry) => formatMoment(entry.at) },
        { header: '職員', text: actorText },
        { header: '操作', rowHeader: true, text: (entry: AuditEntry) => actionText(entry.action) },
        { header: '求職者', width: 'narrow', text: (entry: AuditEntry) => entry.personNumber },
        { header: '対象', text: subjectText },
        { header: '変わった項目', width: 'wide', text: (entry: AuditEntry) => changesText(entry.changes) },
      ]}
    />
  );
}

function activeFilters({ form, actors }: AuditView): ActiveFilter[] {
  const shown = (name: (typeof FILTERS)[number], value: string): string => {
    if (name === 'action') return actionText(value);
    return name === 'staffId' ? (actors.find(({ id }) => id === value)?.name ?? value) : value;
  };
  return FILTERS.filter((name) => form.value(name) !== '').map((name) => ({ label: LABELS[name], value: shown(name, form.value(name)), removeHref: hrefWith(form, { [name]: '' }) }));
}

/** The same list with something changed; the place in the list is kept only when it is the change. */
function hrefWith(form: FormState, change: Readonly<Record<string, string>>): string {
  const values = { ...Object.fromEntries(FILTERS.map((name) => [name, form.value(name)])), ...change };
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString();
  return query === '' ? '/audit' : `/audit?${query}`;
}
