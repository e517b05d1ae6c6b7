import type { FieldError, IsoDate, Reason } from '#kernel';
import { atMost, chosen, notBefore, realDate, required, requiredDate } from '#domain/fields';

export const HANDOVER_TEXT_MAX = 4000;

/** A staff member on a team for a time (担当): a dated row, never an overwritten column. */
export interface Assignment {
  readonly staffId: string;
  readonly organisationId: number;
  /** 支援チームでの役割, from the site's list. */
  readonly role: string;
  readonly startsOn: IsoDate;
  /** The first day without it (この日から担当しない); null while it goes on. */
  readonly endsOn: IsoDate | null;
}

/** An assignment as filled in. */
export interface AssignmentDraft {
  readonly staffId: string | null;
  readonly organisationId: number;
  readonly role: string;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
}

export function isAssignedOn({ startsOn, endsOn }: Pick<Assignment, 'startsOn' | 'endsOn'>, day: IsoDate): boolean {
  return startsOn <= day && (endsOn === null || day < endsOn);
}

/** The team on a day (その日の支援チーム). */
export function teamOn<A extends Assignment>(assignments: readonly A[], day: IsoDate): A[] {
  return assignments.filter((assignment) => isAssignedOn(assignment, day));
}

/** The team that ended with its case (終了時の支援チーム): nobody who left before, and nobody who was only to come. */
export function teamUntilClosing<
  A extends Assignment & { readonly endedWith: 'closing' | 'departure' | 'withdrawal' | null },
>(assignments: readonly A[], closedOn: IsoDate): A[] {
  return assignments.filter(({ endedWith, startsOn }) => endedWith === 'closing' && startsOn <= closedOn);
}

/**
 * Problems of a new assignment beside those of the same team. Nobody holds one role twice at once; a role of
 * `soleRoles` (主担当) is held by one person of an organisation at a time.
 */
export function assignmentProblems(
  draft: AssignmentDraft,
  others: readonly Assignment[],
  soleRoles: readonly string[] = [],
): FieldError[] {
  const problems = [
    ...chosen('staffId', draft.staffId),
    ...required('role', draft.role),
    ...requiredDate('startsOn', draft.startsOn),
    ...realDate('endsOn', draft.endsOn),
    ...notBefore('endsOn', draft.endsOn, draft.startsOn, 'end_before_start'),
  ];
  if (problems.length > 0 || draft.staffId === null || draft.startsOn === null) return problems;
  const assignment = { ...draft, staffId: draft.staffId, startsOn: draft.startsOn };
  const atOnce = others.filter((other) => other.role === assignment.role && overlap(other, assignment));
  if (atOnce.some(({ staffId }) => staffId === assignment.staffId))
    return [{ field: 'startsOn', code: 'assignment_overlaps' }];
  const taken =
    soleRoles.includes(assignment.role) &&
    atOnce.some(({ organisationId }) => organisationId === assignment.organisationId);
  return taken ? [{ field: 'role', code: 'role_is_taken' }] : [];
}

/** 引継ぎ as filled in. */
export interface HandoverDraft {
  readonly toStaffId: string | null;
  readonly on: IsoDate | null;
  readonly reason: string;
  /** 引継ぎ事項. */
  readonly note: string;
}

/** A hand-over that passed {@link handoverProblems}. */
export interface Handover {
  readonly toStaffId: string;
  readonly on: IsoDate;
}

export function handoverProblems(current: Assignment, draft: HandoverDraft): FieldError[] {
  const toTheSame = draft.toStaffId === current.staffId;
  return [
    ...chosen('toStaffId', draft.toStaffId),
    ...(toTheSame ? [{ field: 'toStaffId', code: 'handover_to_same_person' }] : []),
    ...requiredDate('on', draft.on),
    ...notBefore('on', draft.on, current.startsOn, 'before_assignment'),
    ...required('reason', draft.reason),
    ...atMost('reason', draft.reason, HANDOVER_TEXT_MAX),
    ...required('note', draft.note),
    ...atMost('note', draft.note, HANDOVER_TEXT_MAX),
  ];
}

/** What is over cannot be handed over. */
export function handoverReasons(current: Pick<Assignment, 'endsOn'>): Reason[] {
  return current.endsOn === null ? [] : [{ code: 'assignment_has_ended' }];
}

/** The old row ends and the new one starts on the same day, so that no day is without and none is double. */
export function handOver<A extends Assignment>(
  current: A,
  { toStaffId, on }: Handover,
): { ended: A; started: Assignment } {
  const { organisationId, role } = current;
  return {
    ended: { ...current, endsOn: on },
    started: { staffId: toStaffId, organisationId, role, startsOn: on, endsOn: null },
  };
}

function overlap(
  one: Pick<Assignment, 'startsOn' | 'endsOn'>,
  other: Pick<Assignment, 'startsOn' | 'endsOn'>,
): boolean {
  const oneIsOver = one.endsOn !== null && one.endsOn <= other.startsOn;
  const otherIsOver = other.endsOn !== null && other.endsOn <= one.startsOn;
  return !oneIsOver && !otherIsOver;
}
