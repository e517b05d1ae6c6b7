import type { Role } from '#access';
import { type AnyActivity, activityOf } from '#activity';
import type { StaffNoticeKind } from '#messages';

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

/** Topic of the messages by which staff are told what concerns their sign-in or their organisation, and no person. */
export const TELL_TOPIC = 'staff.tell';

/** Whom: somebody, wherever they work; or whoever has a role in an organisation, at a site or wherever; or at a site, of whichever organisation. */
export type ToldStaff =
  | { readonly staffId: string }
  | { readonly role: Role; readonly organisationId: number; readonly siteId?: number }
  | { readonly role: Role; readonly siteId: number };

/** What is told of something that is about no person; identifiers only. */
export interface TellWanted {
  readonly kind: StaffNoticeKind;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly to: readonly ToldStaff[];
  /** Whoever did it knows. */
  readonly except?: string;
}

export const tellMessage = (wanted: TellWanted): OutboxMessage => ({ topic: TELL_TOPIC, payload: wanted });
