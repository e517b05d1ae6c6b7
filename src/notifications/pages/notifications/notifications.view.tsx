import { activityOf, subjectOf } from '#activity';
import { daysBetween, formatMoment, formatWareki, type IsoDate, tokyoDateOf } from '#kernel';
import { fill, ja } from '#messages';
import { Badge, Link, PageHeading, PostButton, Stack, Table } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { Notice, NotificationLine } from '../../notice-lines.js';

const words = ja.screens.notifications;
const reminders: Readonly<Record<string, string>> = { ...ja.notification.kind, ...ja.notification.staff };

export interface NotificationsView {
  readonly lines: readonly NotificationLine[];
  readonly today: IsoDate;
}

export function notificationsPage(page: PageContext, { lines, today }: NotificationsView): Html {
  const newest = lines.find(({ readAt }) => readAt === null);
  const content = (
    <Stack>
      <PageHeading
        title={words.title}
        lead={words.lead}
        actions={
          newest === undefined ? undefined : (
            <PostButton
              action="/notifications/read-all"
              csrfToken={page.csrfToken}
              text={words.readAll}
              hidden={{ upTo: newest.id }}
            />
          )
        }
      />
      <Table
        caption={words.list}
        captionHidden
        rows={lines}
        empty={words.none}
        phone="cards"
        walkable
        rowTone={(line) => (line.readAt === null ? undefined : 'muted')}
        columns={[
          { header: words.subject, rowHeader: true, text: nameOf, href: hrefOf },
          { header: words.content, width: 'wide', cell: (line: NotificationLine) => <Notices line={line} /> },
          {
            header: words.came,
            width: 'narrow',
            text: (line: NotificationLine) => formatMoment(new Date(line.createdAt)),
          },
          { header: words.status, cell: (line: NotificationLine) => <DueBadge dueOn={line.dueOn} today={today} /> },
          { header: words.confirmation, cell: (line: NotificationLine) => <Reading line={line} page={page} /> },
        ]}
      />
    </Stack>
  );
  return renderPage(page, { title: words.title, width: 'wide', children: content });
}

/** What is told, in words; a kind without words shows itself. */
const noticeText = ({ kind, dueOn }: Notice): string => {
  const text = activityOf(kind)?.notifies?.title ?? reminders[kind] ?? kind;
  return dueOn === null ? text : `${text}（${formatWareki(dueOn)}）`;
};

/** Several of a kind that is about nobody are told apart by the day they came. */
function lineText(notice: Notice, line: NotificationLine): string {
  const isOneOfMany = isAboutNobody(line) && line.notices.length > 1;
  const day = formatWareki(tokyoDateOf(new Date(notice.createdAt)));
  return isOneOfMany ? fill(words.cameOn, { text: noticeText(notice), day }) : noticeText(notice);
}

const isAboutNobody = ({ hidden, name }: NotificationLine): boolean => !hidden && name === null;

function Notices({ line }: { line: NotificationLine }): JSX.Element {
  return (
    <ul class="plain-list">
      {line.notices.map((notice) => {
        const href = noticeHref(notice, line);
        return (
          <li>
            {href === null ? (
              <span safe>{lineText(notice, line)}</span>
            ) : (
              <Link href={href} text={lineText(notice, line)} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function noticeHref({ kind, subjectType, subjectId }: Notice, { caseId }: NotificationLine): string | null {
  if (subjectId === null) return null;
  if (subjectType === 'monthly_report') return `/reports/${subjectId}`;
  if (kind === 'password_reset_asked' || kind === 'administrator_added') return `/staff/${subjectId}`;
  if (subjectType === 'yearly_plan') return '/yearly-plans';
  if (['backup_run', 'organisation', 'organisation_proposal'].includes(subjectType)) return '/site';
  if (subjectType === 'duplicate_suspicion') return '/duplicates';
  if (subjectType === 'broken_glass') return '/broken-glass';
  if (subjectType === 'machine_account') return '/account/machine-accounts';
  if (['token', 'session', 'staff'].includes(subjectType)) return '/account';
  return subjectOf(subjectType).link?.({ id: subjectId, caseId }) ?? null;
}

/** 「見本 花子」; what is about nobody is called by its first notice, with how many there are. */
function nameOf(line: NotificationLine): string {
  if (line.hidden) return ja.notification.hidden;
  if (line.name !== null) return line.name;
  const text = line.notices.slice(0, 1).map(noticeText).join('');
  return line.notices.length === 1 ? text : fill(words.several, { text, count: line.notices.length });
}

function hrefOf(line: NotificationLine): string | undefined {
  if (line.caseId !== null) return `/cases/${line.caseId}`;
  return line.jobseekerId === null ? undefined : `/jobseekers/${line.jobseekerId}`;
}

function Reading({ line, page }: { line: NotificationLine; page: PageContext }): JSX.Element {
  const unread = line.readAt === null;
  return (
    <PostButton
      action={`/notifications/${line.id}/${unread ? 'read' : 'unread'}`}
      csrfToken={page.csrfToken}
      text={unread ? words.markRead : words.markUnread}
      variant={unread ? 'secondary' : 'text'}
      size="small"
      context={nameOf(line)}
    />
  );
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
