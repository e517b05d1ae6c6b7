import { may } from '#access';
import { daysBetween, formatWareki, type IsoDate } from '#kernel';
import { ja } from '#messages';
import {
  Badges, ButtonLink, ClockBadge, type Column, FilterPanel, FilterTags, Inline, NumberField, PageHeading, phaseOfCase, ProtectedBadge, Select, SideMark, Stack, StatusBadge, Table,
} from '#ui';
import type { Site } from '../../organisations/index.js';
import type { Html } from '../../platform/http/index.js';
import { type PageContext, renderPage } from '../../platform/pages/index.js';
import type { CaseloadFilterQuery } from './caseload-filter.dto.js';
import type { CaseloadPage, CaseloadRow } from './caseload.query.js';
import { activeFilters, agoText, caseloadHref } from './presenter.js';

export interface CaseloadView {
  readonly filter: CaseloadFilterQuery;
  readonly cases: CaseloadPage;
  readonly site: Site;
  readonly today: IsoDate;
}

const words = ja.caseload;

export function caseloadPage(page: PageContext, { filter, cases, site, today }: CaseloadView): Html {
  const { items, next } = cases;
  const content = (
    <Stack>
      <PageHeading title="支援ケース" actions={may(page.actor, 'jobseeker.register') ? <ButtonLink text="求職者を登録" href="/jobseekers/new" variant="secondary" icon="plus" /> : null} />
      <FilterTags filters={activeFilters(filter, site)} clearHref="/cases?scope=site&status=all" resultText={`${items.length}件${next === undefined ? '' : '（続きあり）'}`} />
      <Filters filter={filter} site={site} />
      <Table
        caption="支援ケースの一覧"
        captionHidden
        dense
        phone="cards"
        walkable
        rows={items}
        empty="この条件に当てはまる支援ケースはありません。絞り込みを外すと見つかることがあります。"
        columns={columns(today)}
      />
      {next === undefined ? '' : (
        <Inline end>
          <ButtonLink text="次の50件" href={caseloadHref(filter, next)} variant="secondary" />
        </Inline>
      )}
    </Stack>
  );
  return renderPage(page, { title: '支援ケース', width: 'wide', children: content });
}

function columns(today: IsoDate): Column<CaseloadRow>[] {
  return [
    { header: '氏名', rowHeader: true, cell: (row) => <NameCell row={row} /> },
    { header: '状態', cell: (row) => <StatusBadge label={ja.codes.caseStatus[row.status]} phase={phaseOfCase[row.status]} /> },
    { header: '区分・給付', cell: (row) => <GroupsCell row={row} today={today} /> },
    { header: '最後の相談', width: 'narrow', cell: (row) => <LastCell row={row} today={today} /> },
    { header: '次にすること', width: 'wide', cell: (row) => <NextCell row={row} today={today} /> },
  ];
}

function NameCell({ row }: { row: CaseloadRow }): JSX.Element {
  return (
    <>
      <a href={`/cases/${row.caseId}`} safe>
        {row.name}
      </a>
      {row.protected ? <ProtectedBadge /> : ''}
      <br />
      <span class="muted" safe>{`${row.kana}　${row.number}`}</span>
    </>
  );
}

function GroupsCell({ row, today }: { row: CaseloadRow; today: IsoDate }): JSX.Element {
  return (
    <Inline>
      <Badges texts={row.groups} />
      {row.clock === null ? '' : <ClockBadge label={row.clock.name} daysLeft={daysBetween(today, row.clock.endsOn)} />}
    </Inline>
  );
}

function LastCell({ row: { lastConsultation: last }, today }: { row: CaseloadRow; today: IsoDate }): JSX.Element {
  if (last === null) return <span class="muted">まだありません</span>;
  const kinds: Readonly<Record<string, string>> = ja.codes.consultationKind;
  return (
    <span>
      <span safe>{`${agoText(last.heldOn, today)}　${kinds[last.kind] ?? ''}　`}</span>
      <SideMark side={last.side} short />
    </span>
  );
}

function NextCell({ row: { next, status }, today }: { row: CaseloadRow; today: IsoDate }): JSX.Element {
  if (next === null && status === 'closed') return <span class="muted">—</span>;
  if (next === null) return <span class="muted">決まっていません</span>;
  return (
    <span>
      <span safe>{next.title}</span>
      <br />
      <DueText dueOn={next.dueOn} owner={next.owner} today={today} />
      <SideMark side={next.side} short />
    </span>
  );
}

function DueText({ dueOn, owner, today }: { dueOn: IsoDate; owner: string | null; today: IsoDate }): JSX.Element {
  const text = `${formatWareki(dueOn)}まで　${owner ?? ''}`;
  return dueOn < today ? (
    <strong class="overdue" safe>
      {`期限超過　${text}`}
    </strong>
  ) : (
    <span class="muted" safe>
      {text}
    </span>
  );
}

function Filters({ filter, site }: { filter: CaseloadFilterQuery; site: Site }): JSX.Element {
  const text = (value: number | undefined): string => (value === undefined ? '' : String(value));
  return (
    <FilterPanel action="/cases" clearHref="/cases">
      <Inline end>
        <Select name="scope" label={words.scope.label} marked={false} value={filter.scope} options={[{ value: 'mine', label: words.scope.mine }, { value: 'site', label: words.scope.site }]} />
        <Select
          name="status"
          label={words.status}
          marked={false}
          value={filter.status ?? 'open'}
          options={[{ value: 'open', label: words.open }, { value: 'all', label: words.all }, ...Object.entries(ja.codes.caseStatus).map(([value, label]) => ({ value, label }))]}
        />
        <Select name="programme" label={words.programme} marked={false} blank="すべて" value={filter.programme ?? ''} options={site.programmes.map(({ code, name }) => ({ value: code, label: name }))} />
        <Select name="group" label={words.group} marked={false} blank="すべて" value={filter.group ?? ''} options={site.targetGroups.map(({ code, name }) => ({ value: code, label: name }))} />
        <Select name="desk" label={words.desk} marked={false} blank="すべて" value={text(filter.desk)} options={site.desks.map(({ id, name }) => ({ value: String(id), label: name }))} />
        <Select name="turn" label={words.turn} marked={false} blank="どちらも" value={filter.turn ?? ''} options={Object.entries(ja.codes.side).map(([value, label]) => ({ value, label }))} />
        <NumberField name="clockWithin" label={words.clock} marked={false} unit="日以内" value={text(filter.clockWithin)} />
        <NumberField name="silentFor" label={words.silent} marked={false} unit="日以上" value={text(filter.silentFor)} />
      </Inline>
    </FilterPanel>
  );
}
