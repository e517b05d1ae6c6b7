import {
  Badges,
  ClockBadge,
  FilterPanel,
  FilterTags,
  Pager,
  Peek,
  PeekLink,
  Person,
  RadioChips,
  Select,
  SideMark,
  Stack,
  Table,
  Tabs,
  WithPeek,
  type Column,
} from '../index.js';
import { caseload, type CaseloadRow } from './samples.js';

const columns: readonly Column<CaseloadRow>[] = [
  {
    header: '氏名',
    rowHeader: true,
    sort: { href: '?sort=kana', direction: 'ascending' },
    cell: (row) => (
      <>
        <a href={`/cases/${row.id}`} safe>
          {row.name}
        </a>
        <br />
        <span class="muted" safe>
          {row.kana}
        </span>
      </>
    ),
  },
  { header: '区分', cell: (row) => <Badges texts={row.groups} /> },
  {
    header: '期限',
    sort: { href: '?sort=clock' },
    cell: (row) => (row.daysLeft === undefined ? '—' : <ClockBadge label="住宅手当" daysLeft={row.daysLeft} />),
  },
  {
    header: '最終接触',
    width: 'narrow',
    cell: (row) =>
      row.last === '' ? (
        'なし'
      ) : (
        <span class="person">
          <span safe>{row.last}</span>
          <SideMark side={row.lastSide} short />
        </span>
      ),
  },
  { header: '次にすること', width: 'wide', text: (row) => row.next },
  { header: '担当', cell: (row) => <Person name={row.owner} side={row.ownerSide} /> },
  {
    header: '概要',
    width: 'narrow',
    cell: (row) => <PeekLink href={`/cases/${row.id}`} peekHref={`/cases/${row.id}/peek`} context={row.name} />,
  },
];

interface FigureRow {
  label: string;
  actual: number | null;
  target: number;
  rate: string;
}

const figures: readonly FigureRow[] = [
  { label: '相談件数（延べ）', actual: 198, target: 240, rate: '82.5%' },
  { label: '就職者数', actual: 17, target: 20, rate: '85%' },
  { label: '職場見学会', actual: null, target: 2, rate: '' },
  { label: '計', actual: 215, target: 262, rate: '82.1%' },
];

const figureColumns: readonly Column<FigureRow>[] = [
  {
    header: '指標',
    text: (row) => row.label,
    rowHeader: true,
    href: (row) => (row.label === '計' ? undefined : `/figures/${row.target}`),
  },
  { header: '実績', align: 'end', text: (row) => row.actual },
  { header: '目標', align: 'end', text: (row) => row.target },
  { header: '進捗', align: 'end', text: (row) => row.rate },
];

const filters = [
  { label: '担当', value: '自分', removeHref: '?a' },
  { label: '区分', value: '生活保護受給者', removeHref: '?b' },
  { label: '状態', value: '支援中', removeHref: '?c' },
];

/** A caseload with filters, a table of figures, and what stands around lists. */
export function Lists(): JSX.Element {
  return (
    <Stack gap="wide">
      <Tabs
        label="一覧の切り替え"
        items={[
          { label: '期限超過', href: '?1', current: true, count: 1 },
          { label: '本日', href: '?2', count: 4 },
          { label: '連絡が途絶えた', href: '?3' },
        ]}
      />
      <Stack>
        <FilterTags filters={filters} clearHref="?" resultText="23件" />
        <FilterPanel action="/cases" clearHref="/cases" open>
          <Select
            name="group"
            label="区分"
            marked={false}
            idPrefix="filter"
            blank="すべて"
            options={[{ value: 'a', label: '生活保護受給者' }]}
          />
          <Select
            name="desk"
            label="窓口"
            marked={false}
            idPrefix="filter"
            blank="すべて"
            options={[{ value: 'a', label: '見本支所' }]}
          />
          <RadioChips
            name="scope"
            label="範囲"
            marked={false}
            idPrefix="filter"
            options={[
              { value: 'mine', label: '自分' },
              { value: 'site', label: '拠点' },
            ]}
            value="mine"
          />
        </FilterPanel>
        <WithPeek
          peek={
            <Peek title="架空 太郎" href="/cases/1">
              <p>この人の概要がここに入ります。</p>
            </Peek>
          }
        >
          <Table
            caption="支援ケース一覧"
            columns={columns}
            rows={caseload}
            dense
            phone="cards"
            walkable
            empty="該当する人はいません"
            rowTone={(row) => (row.overdue ? 'error' : undefined)}
          />
        </WithPeek>
        <Pager page={4} pageSize={50} total={1234} hrefOf={(page) => `?page=${page}`} />
      </Stack>
      <Table
        caption="令和8年6月の実績"
        columns={figureColumns}
        rows={figures}
        empty="指標がありません"
        rowTone={(row) => (row.label === '計' ? 'sum' : undefined)}
      />
      <Table caption="空の一覧" columns={figureColumns} rows={[]} empty="まだ実績はありません" />
      <FilterTags filters={[]} clearHref="?" resultText="120件" />
      <Pager label="空の一覧のページ" page={1} pageSize={50} total={0} hrefOf={(page) => `?page=${page}`} />
    </Stack>
  );
}
