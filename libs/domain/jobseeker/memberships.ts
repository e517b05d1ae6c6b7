import type { FieldError, IsoDate } from '#kernel';
import { chosen, notBefore, realDate, requiredDate } from '#domain/fields';

/** 対象者区分 of a person for a time. A person belongs to several at once, and groups change during support. */
export interface GroupMembership {
  readonly groupCode: string;
  readonly startsOn: IsoDate;
  /** The first day on which the person no longer belongs (この日から該当しない); null while it goes on. */
  readonly endsOn: IsoDate | null;
}

/** A membership as filled in. */
export interface MembershipDraft {
  readonly groupCode: string | null;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
}

/** The groups of a person on a day, in the order of the rows. */
export function groupsOn(memberships: readonly GroupMembership[], on: IsoDate): string[] {
  const current = memberships.filter(({ startsOn, endsOn }) => startsOn <= on && (endsOn === null || on < endsOn));
  return [...new Set(current.map(({ groupCode }) => groupCode))];
}

/** Problems of a new or changed membership beside the person's other ones: the same group cannot be held twice at once. */
export function membershipProblems(
  draft: MembershipDraft,
  others: readonly GroupMembership[],
  siteGroups: readonly string[],
): FieldError[] {
  const unknown = draft.groupCode !== null && !siteGroups.includes(draft.groupCode);
  const problems = [
    ...chosen('groupCode', draft.groupCode),
    ...(unknown ? [{ field: 'groupCode', code: 'not_one_of' }] : []),
    ...requiredDate('startsOn', draft.startsOn),
    ...realDate('endsOn', draft.endsOn),
    ...notBefore('endsOn', draft.endsOn, draft.startsOn, 'end_before_start'),
  ];
  if (problems.length > 0 || draft.groupCode === null || draft.startsOn === null) return problems;
  const membership = { groupCode: draft.groupCode, startsOn: draft.startsOn, endsOn: draft.endsOn };
  const overlapped = others.find((other) => other.groupCode === membership.groupCode && overlap(other, membership));
  return overlapped
    ? [{ field: 'startsOn', code: 'membership_overlaps', params: { startsOn: overlapped.startsOn } }]
    : [];
}

function overlap(one: GroupMembership, other: GroupMembership): boolean {
  const endsBefore = (first: GroupMembership, second: GroupMembership) =>
    first.endsOn !== null && first.endsOn <= second.startsOn;
  return !endsBefore(one, other) && !endsBefore(other, one);
}
