import type { FieldError, IsoDate, Reason } from '#kernel';
import type { Assignment } from './assignment.js';

/** What somebody who leaves may still hold (担当・次の行動・プランの手順・プランの見直し・面接の同行). */
export const HELD_KINDS = ['assignment', 'next_action', 'plan_step', 'plan_review', 'interview'] as const;
export type HeldKind = (typeof HELD_KINDS)[number];

/** What one leaves: the organisation with every site of it, or the site alone. */
export const DEPARTURE_SCOPES = ['organisation', 'site'] as const;
export type DepartureScope = (typeof DEPARTURE_SCOPES)[number];

/** What names one member of staff and so can wait in the queue 「担当者不在」, as cases do whose 主担当 left. */
export const LEFT_BEHIND_KINDS = ['next_action', 'plan_step', 'plan_review', 'interview'] as const;
export type LeftBehindKind = (typeof LEFT_BEHIND_KINDS)[number];

/** One thing a leaver holds, as far as the administrator may know of it. */
export interface HeldWork {
  readonly kind: HeldKind;
  readonly id: string;
  readonly version: number;
  readonly jobseekerId: string;
  readonly caseId: string | null;
  /** 支援番号, or the person's 整理番号 where there is no case. */
  readonly number: string;
  /** 支援チームでの役割; of an assignment alone. */
  readonly role: string | null;
  /** 期限; an assignment has none. */
  readonly dueOn: IsoDate | null;
}

/** Somebody who may take over (引継ぎ先になれる職員). */
export interface Successor {
  readonly id: string;
  /** The first day without access; null while no departure is known. */
  readonly leavesOn: IsoDate | null;
}

/** What was chosen: for each thing, for all the rest, or the queue 「担当者不在」. */
export interface SuccessionChoice {
  readonly each: readonly { readonly kind: HeldKind; readonly id: string; readonly staffId: string | null }[];
  /** For whatever `each` does not name. */
  readonly rest: string | null;
  /** Whatever has no successor waits in the queue. */
  readonly toQueue: boolean;
}

/** What becomes of one thing; without a successor it waits in the queue 「担当者不在」. */
export interface Succession<W extends HeldWork = HeldWork> {
  readonly work: W;
  readonly successorId: string | null;
}

/**
 * Whether a thing goes to somebody else with a departure. Until a departure that lies ahead, what is due before it is still the
 * leaver's to do; whatever of it is left undone then waits in the queue.
 */
export function goesWithDeparture({ dueOn }: Pick<HeldWork, 'dueOn'>, leavesOn: IsoDate, today: IsoDate): boolean {
  return dueOn === null || leavesOn <= today || dueOn >= leavesOn;
}

/** What becomes of everything held, in the order in which it was listed. */
export function successionOf<W extends HeldWork>(
  held: readonly W[],
  { each, rest }: SuccessionChoice,
): Succession<W>[] {
  return held.map((work) => {
    const own = each.find(({ kind, id }) => kind === work.kind && id === work.id);
    return { work, successorId: own === undefined ? rest : own.staffId };
  });
}

/** Problems of a choice: everything has a successor who is there on that day and after it, or goes to the queue knowingly. */
export function successionProblems(
  held: readonly HeldWork[],
  choice: SuccessionChoice,
  { successors, leavesOn }: { readonly successors: readonly Successor[]; readonly leavesOn: IsoDate },
): FieldError[] {
  const fits = (staffId: string): boolean =>
    successors.some((one) => one.id === staffId && (one.leavesOn === null || one.leavesOn > leavesOn));
  const strangers = successionOf(held, choice).flatMap(({ work, successorId }): FieldError[] =>
    successorId === null || fits(successorId) ? [] : [{ field: fieldOf(work, choice), code: 'not_one_of' }],
  );
  const unknown = choice.each
    .filter((one) => !held.some(({ kind, id }) => kind === one.kind && id === one.id))
    .map((one) => ({ field: successorField(one), code: 'no_such_record' }));
  const left = successionOf(held, choice).filter(
    ({ work, successorId }) => successorId === null && !choice.toQueue && !isNamed(work, choice),
  );
  const undecided =
    left.length === 0 ? [] : [{ field: 'successorStaffId', code: 'successor_missing', params: { count: left.length } }];
  const problems = [...strangers, ...unknown, ...undecided];
  return problems.filter(({ field }, index) => problems.findIndex((one) => one.field === field) === index);
}

/** Name of the field in which the successor of one thing is chosen. */
export const successorField = ({ kind, id }: Pick<HeldWork, 'kind' | 'id'>): string => `successor-${kind}-${id}`;

const isNamed = (work: HeldWork, { each }: SuccessionChoice): boolean =>
  each.some(({ kind, id }) => kind === work.kind && id === work.id);

const fieldOf = (work: HeldWork, choice: SuccessionChoice): string =>
  isNamed(work, choice) ? successorField(work) : 'successorStaffId';

/**
 * The assignment with which a successor goes on where a leaver's ends on a day; null where nothing is to begin: the successor
 * holds that role already, or another was named for it. It ends where one that is settled already begins.
 */
export function succeedingAssignment(
  leaver: Assignment,
  successorId: string,
  on: IsoDate,
  others: readonly Assignment[],
  soleRoles: readonly string[],
): Assignment | null {
  const { organisationId, role } = leaver;
  const startsOn = on < leaver.startsOn ? leaver.startsOn : on;
  const inTheWay = others
    .filter((other) => other.role === role && (other.endsOn === null || other.endsOn > startsOn))
    .filter((other) => other.endsOn !== other.startsOn)
    .filter(
      (other) => other.staffId === successorId || (soleRoles.includes(role) && other.organisationId === organisationId),
    )
    .map((other) => other.startsOn)
    .sort()[0];
  if (inTheWay !== undefined && inTheWay <= startsOn) return null;
  const ends = [leaver.endsOn, inTheWay ?? null].filter((day) => day !== null).sort();
  const endsOn = ends[0] ?? null;
  return endsOn !== null && endsOn <= startsOn
    ? null
    : { staffId: successorId, organisationId, role, startsOn, endsOn };
}

/** An administrator as far as it matters who is left. */
export interface Administrator {
  readonly staffId: string;
  /** The first day without access, to the organisation or the site; null while none is known. */
  readonly endsOn: IsoDate | null;
}

/** An organisation keeps somebody who administers it and whose departure is not settled: nobody else could name a next one. */
export function lastAdministratorReasons(administrators: readonly Administrator[], leaverId: string): Reason[] {
  const isOne = administrators.some(({ staffId }) => staffId === leaverId);
  const stays = administrators.some(({ staffId, endsOn }) => staffId !== leaverId && endsOn === null);
  return isOne && !stays ? [{ code: 'last_administrator' }] : [];
}
