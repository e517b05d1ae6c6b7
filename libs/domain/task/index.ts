/**
 * 約束した仕事: what somebody is to do by a day. A step of a plan (手順) and the next action of a consultation (次の行動)
 * are both of this kind.
 */
import type { FieldError, IsoDate } from '#kernel';
import type { Side } from '#access';
import { atMost, chosen, notBefore, notInFuture, required, requiredDate } from '#domain/fields';

/** Whose it is (担当側): one of the two sides, or the jobseeker's own. */
export const OWNER_SIDES = ['municipal', 'national', 'jobseeker'] as const satisfies readonly (Side | 'jobseeker')[];
export type OwnerSide = (typeof OWNER_SIDES)[number];

/** 実施中・完了・取りやめ. */
export const TASK_STATES = ['open', 'done', 'dropped'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const TASK_TITLE_MAX = 500;

/** What is to be done and whose it is, as filled in. */
export interface TaskDraft {
  readonly title: string;
  readonly ownerSide: OwnerSide | null;
  /** The staff member of that side; null while nobody is named or where it is the jobseeker's. */
  readonly ownerStaffId: string | null;
  readonly dueOn: IsoDate | null;
}

/** Problems of the title and the owner; `path` is put before the field names ('steps.2.'). */
export function ownedTaskProblems(task: TaskDraft, path = ''): FieldError[] {
  const staffForPerson = task.ownerSide === 'jobseeker' && task.ownerStaffId !== null;
  return [
    ...required(`${path}title`, task.title),
    ...atMost(`${path}title`, task.title, TASK_TITLE_MAX),
    ...chosen(`${path}ownerSide`, task.ownerSide),
    ...(staffForPerson ? [{ field: `${path}ownerStaffId`, code: 'owner_is_the_jobseeker' }] : []),
  ];
}

/** Past its day (期限超過): the day itself is still in time. */
export function isOverdue(
  task: { readonly state: TaskState; readonly dueOn: IsoDate | null },
  today: IsoDate,
): boolean {
  return task.state === 'open' && task.dueOn !== null && task.dueOn < today;
}

/** Ending a task, done or dropped: on a day that has come. */
export function endedTaskProblems(
  doneOn: IsoDate | null,
  today: IsoDate,
  startedOn: IsoDate | null = null,
): FieldError[] {
  return [
    ...requiredDate('doneOn', doneOn),
    ...notInFuture('doneOn', doneOn, today),
    ...notBefore('doneOn', doneOn, startedOn, 'done_before_start'),
  ];
}

/** Something open that waits for somebody, by a day or by none. */
export interface OpenTask {
  readonly id: string;
  readonly dueOn: IsoDate | null;
}

/** The order of what waits: by its day, what has none after all that has; of one day always in the same order. */
export function byDueDay(one: OpenTask, other: OpenTask): number {
  const [day, otherDay] = [one.dueOn ?? '9999-12-31', other.dueOn ?? '9999-12-31'];
  if (day !== otherDay) return day < otherDay ? -1 : 1;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}
