import { formatBoth } from '#kernel';
import { fill, ja } from '#messages';
import { type Column, PageHeading, Stack, StatusBadge, Table, Tabs } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { RequestBox, RequestLine } from '../../support-requests.service.js';
import { phaseOfRequest } from '../request/request-status.js';

const words = ja.screens.supportRequests;

export interface RequestsView {
  readonly box: RequestBox;
  readonly lines: readonly RequestLine[];
}

/** From how many days on a waiting request is marked. */
const LONG_WAIT_DAYS = 7;

export function requestsPage(page: PageContext, { box, lines }: RequestsView): Html {
  const lead = page.actor.side === 'national' ? words.receivedRequests : words.sentRequests;
  const waits = box === 'waiting';
  const caption = waits ? words.waitingCaption : words.answeredCaption;
  const children = (
    <Stack>
      <PageHeading title={words.supportRequest} lead={lead} />
      <Tabs
        label={words.supportRequest}
        items={[
          { label: words.waiting, href: '/requests', current: waits, ...(waits ? { count: lines.length } : {}) },
          { label: words.answered, href: '/requests?box=answered', current: !waits },
        ]}
      />
      <Table
        caption={caption}
        rows={lines}
        phone="cards"
        walkable
        empty={waits ? words.noneWaiting : words.noneAnswered}
        rowTone={({ waitingDays }) => (waitingDays !== null && waitingDays >= LONG_WAIT_DAYS ? 'warning' : undefined)}
        columns={[...COMMON, ...(waits ? WAITING : ANSWERED)]}
      />
    </Stack>
  );
  return renderPage(page, { title: words.supportRequest, width: 'wide', children });
}

const COMMON: readonly Column<RequestLine>[] = [
  {
    header: words.jobseeker,
    rowHeader: true,
    text: ({ jobseekerName, jobseekerKana }) => `${jobseekerName}（${jobseekerKana}）`,
    href: ({ id }) => `/requests/${id}`,
  },
  { header: words.caseNumber, width: 'narrow', text: ({ caseNumber }) => caseNumber },
  { header: words.from, text: ({ from }) => from.name },
  { header: words.to, text: ({ to }) => to.name },
  { header: words.requestedOnShort, width: 'narrow', text: ({ requestedOn }) => formatBoth(requestedOn) },
];

const WAITING: readonly Column<RequestLine>[] = [
  { header: words.daysWaited, align: 'end', text: ({ waitingDays }) => fill(words.days, { days: waitingDays ?? 0 }) },
  { header: words.supportWanted, width: 'wide', text: ({ wanted }) => wanted },
];

const ANSWERED: readonly Column<RequestLine>[] = [
  {
    header: words.answer,
    cell: ({ status }) => <StatusBadge label={ja.codes.requestStatus[status]} phase={phaseOfRequest[status]} />,
  },
  {
    header: words.answeredOn,
    width: 'narrow',
    text: ({ decidedOn }) => (decidedOn === null ? null : formatBoth(decidedOn)),
  },
  { header: words.answeredBy, text: ({ decidedBy }) => decidedBy },
];
