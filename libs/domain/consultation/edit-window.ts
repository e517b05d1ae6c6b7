import type { Reason } from '#kernel';

const MS_PER_MINUTE = 60_000;

/** A record as far as its editing is concerned. */
export interface EditableRecord {
  readonly authorId: string;
  readonly createdAt: Date;
}

/** The moment until which the author may still edit (直接修正できる期限); afterwards only an addendum (追記) is possible. */
export function editableUntil(createdAt: Date, minutes: number): Date {
  return new Date(createdAt.getTime() + minutes * MS_PER_MINUTE);
}

/**
 * Why a record cannot be edited any more or by this person; empty when it can.
 * @param minutes the site's setting (相談記録を直接修正できる時間).
 */
export function editReasons(record: EditableRecord, staffId: string, now: Date, minutes: number): Reason[] {
  return [
    ...(record.authorId === staffId ? [] : [{ code: 'only_author_edits' }]),
    ...(now <= editableUntil(record.createdAt, minutes) ? [] : [{ code: 'edit_window_over' }]),
  ];
}
