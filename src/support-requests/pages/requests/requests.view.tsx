import { formatBoth } from '#kernel';
import { ja } from '#messages';
import { type Column, PageHeading, Stack, StatusBadge, Table, Tabs } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { RequestBox, RequestLine } from '../../support-requests.service.js';
import { phaseOfRequest } from '../request/request-status.js';

export interface RequestsView {
  readonly box: RequestBox;
  readonly lines: readonly RequestLine[];
}

/** From how many days on a waiting request is marked. */
const LONG_WAIT_DAYS = 7;

export function requestsPage(page: PageContext, { box, lines }: RequestsView): Html {
  const lead = page.actor.side === 'national' ? '自治体側から届いた要請です。' : '国側に送った要請です。';
  const waits = box === 'waiting';
  const caption = waits ? '回答待ちの支援要請（待ち日数の長い順）' : '回答済みの支援要請（回答の新しい順）';
  const children = (
    <Stack>
      <PageHeading title="支援要請" lead={lead} />
      <Tabs
        label="支援要請"
        items={[
          { label: '回答待ち', href: '/requests', current: waits, ...(waits ? { count: lines.length } : {}) },
          { label: '回答済み', href: '/requests?box=answered', current: !waits },
        ]}
      />
      <Table
        caption={caption}
        rows={lines}
        phone="cards"
        walkable
        empty={waits ? '回答待ちの支援要請はありません。' : '回答済みの支援要請はありません。'}
        rowTone={({ waitingDays }) => (waitingDays !== null && waitingDays >= LONG_WAIT_DAYS ? 'warning' : undefined)}
        columns={[...COMMON, ...(waits ? WAITING : ANSWERED)]}
      />
    </Stack>
  );
  return renderPage(page, { title: '支援要請', width: 'wide', children });
}

const COMMON: readonly Column<RequestLine>[] = [
  {
    header: '求職者',
    rowHeader: true,
    text: ({ jobseekerName, jobseekerKana }) => `${jobseekerName}（${jobseekerKana}）`,
    href: ({ id }) => `/requests/${id}`,
  },
  { header: '支援番号', width: 'narrow', text: ({ caseNumber }) => caseNumber },
  { header: '要請元', text: ({ from }) => from.name },
  { header: '要請先', text: ({ to }) => to.name },
  { header: '要請日', width: 'narrow', text: ({ requestedOn }) => formatBoth(requestedOn) },
];

const WAITING: readonly Column<RequestLine>[] = [
  { header: '待ち日数', align: 'end', text: ({ waitingDays }) => `${waitingDays ?? 0}日` },
  { header: '求める支援', width: 'wide', text: ({ wanted }) => wanted },
];

const ANSWERED: readonly Column<RequestLine>[] = [
  {
    header: '回答',
    cell: ({ status }) => <StatusBadge label={ja.codes.requestStatus[status]} phase={phaseOfRequest[status]} />,
  },
  { header: '回答日', width: 'narrow', text: ({ decidedOn }) => (decidedOn === null ? null : formatBoth(decidedOn)) },
  { header: '回答者', text: ({ decidedBy }) => decidedBy },
];
