import { daysBetween, formatWareki, type IsoDate } from '#kernel';
import { fill, ja } from '#messages';
import { Badge, PageHeading, PostButton, Stack, Table } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { NotificationLine } from '../../notifications.service.js';

const words = ja.screens.notifications;

export interface NotificationsView {
  readonly lines: readonly NotificationLine[];
  readonly today: IsoDate;
}

const kinds: Readonly<Record<string, string>> = ja.notification.kind;

export function notificationsPage(page: PageContext, { lines, today }: NotificationsView): Html {
  const content = (
    <Stack>
      <PageHeading title={words.title} lead={words.lead} />
      <Table
        caption={words.list}
        captionHidden
        rows={lines}
        empty={words.none}
        phone="cards"
        walkable
        rowTone={(line) => (line.readAt === null ? undefined : 'muted')}
        columns={[
          {
            header: words.content,
            rowHeader: true,
            text: (line: NotificationLine) => kinds[line.kind] ?? line.kind,
            href: hrefOf,
          },
          {
            header: words.subject,
            text: (line: NotificationLine) =>
              line.name ?? (line.subjectType === 'monthly_report' ? '' : ja.notification.hidden),
          },
          {
            header: words.due,
            width: 'narrow',
            text: (line: NotificationLine) => (line.dueOn === null ? '' : formatWareki(line.dueOn)),
          },
          { header: words.status, cell: (line: NotificationLine) => <DueBadge dueOn={line.dueOn} today={today} /> },
          {
            header: words.confirmation,
            cell: (line: NotificationLine) =>
              line.readAt === null ? (
                <PostButton
                  action={`/notifications/${line.id}/read`}
                  csrfToken={page.csrfToken}
                  text={words.markRead}
                  size="small"
                  context={kinds[line.kind]}
                />
              ) : (
                words.read
              ),
          },
        ]}
      />
    </Stack>
  );
  return renderPage(page, { title: words.title, width: 'wide', children: content });
}

function hrefOf(line: NotificationLine): string | undefined {
  if (line.subjectType === 'monthly_report') return `/reports/${line.subjectId}`;
  if (line.caseId !== null) return `/cases/${line.caseId}`;
  return line.jobseekerId === null ? undefined : `/jobseekers/${line.jobseekerId}`;
}

function DueBadge({ dueOn, today }: { dueOn: IsoDate | null; today: IsoDate }): JSX.Element {
  if (dueOn === null) return '';
  const late = daysBetween(dueOn, today);
  return late > 0 ? (
    <Badge text={fill(ja.notification.late, { days: late })} tone="error" />
  ) : (
    <Badge text={ja.notification.dueToday} tone="warning" />
  );
}
