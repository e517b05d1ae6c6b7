import { type AnyActivity, activityOf } from '#activity';

/** Topic of the messages from which notices are delivered. */
export const NOTICE_TOPIC = 'notice.deliver';

/** What leaves with the commit, for the queue. */
export interface OutboxMessage {
  readonly topic: string;
  /** Identifiers and codes only. */
  readonly payload: object;
}

/** What the delivery of a notice is told: identifiers only. */
export interface NoticeWanted {
  readonly kind: string;
  readonly siteId: number;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly jobseekerId: string;
  readonly supportCaseId: string | null;
  readonly author: { readonly staffId: string; readonly organisationId: number };
  /** Values of the activity that name whom to tell. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A message where the registry names somebody to be told of it; none for every other activity. */
export function noticeMessage(
  activity: AnyActivity,
  siteId: number,
  author: NoticeWanted['author'],
): OutboxMessage | null {
  const notice = activityOf(activity.kind)?.notifies;
  if (!notice || activity.jobseekerId === undefined) return null;
  const data = activity.data as Readonly<Record<string, unknown>> | undefined;
  const named = [...notice.to, ...(notice.otherwise ? [notice.otherwise] : [])].flatMap((audience): string[] =>
    typeof audience === 'object' ? Object.values(audience) : [],
  );
  const payload: NoticeWanted = {
    kind: activity.kind,
    siteId,
    subjectType: activity.subject.type,
    subjectId: activity.subject.id,
    jobseekerId: activity.jobseekerId,
    supportCaseId: activity.supportCaseId ?? null,
    author,
    data: Object.fromEntries(named.map((name) => [name, data?.[name] ?? null])),
  };
  return { topic: NOTICE_TOPIC, payload };
}
