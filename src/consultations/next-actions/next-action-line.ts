import type { OwnerSide, TaskState } from '#domain/task';
import type { IsoDate } from '#kernel';

/** 次の行動 as a line of a list. */
export interface NextActionLine {
  readonly id: string;
  readonly title: string;
  readonly dueOn: IsoDate;
  readonly ownerSide: OwnerSide;
  readonly ownerStaffId: string | null;
  readonly ownerName: string | null;
  readonly state: TaskState;
  readonly doneOn: IsoDate | null;
  readonly version: number;
}

/** A {@link NextActionLine} in SQL, from `next_action x LEFT JOIN staff xs ON xs.id = x.owner_staff_id`. */
export const NEXT_ACTION_JSON = `jsonb_build_object('id', x.id, 'title', x.title, 'dueOn', x.due_on, 'ownerSide', x.owner_side,
  'ownerStaffId', x.owner_staff_id, 'ownerName', xs.name, 'state', x.state, 'doneOn', x.done_on, 'version', x.version)`;
