import { addDays, daysBetween, type FieldError, type IsoDate } from '#kernel';
import { mayOwn, type MachineScope, type Role, type Side } from '#access';

/** 連携用アカウント: how long one lasts at most, and how many days before its end its owner is told. */
export const MACHINE_ACCOUNT = { longestDays: 365, firstNoticeDays: 30, lastNoticeDays: 7 } as const;

/** Somebody who is to answer for a machine. */
export interface MachineOwner {
  readonly id: string;
  readonly role: Role;
  readonly side: Side;
}

/**
 * Problems of a machine's account as an administrator fills it in.
 * @param owner undefined where it is nobody of the administrator's organisation at work at the site
 */
export function machineAccountProblems(
  { scopes, endsOn }: { readonly scopes: readonly MachineScope[]; readonly endsOn: IsoDate },
  owner: MachineOwner | undefined,
  today: IsoDate,
): FieldError[] {
  const earliest = addDays(today, 1);
  const latest = addDays(today, MACHINE_ACCOUNT.longestDays);
  return [
    ...ownerProblems(scopes, owner),
    ...(endsOn < earliest || endsOn > latest ? [{ field: 'endsOn', code: 'machine_end', params: { latest } }] : []),
  ];
}

/** Whoever answers for a machine may themselves do what it does, so that nobody reads through one what they may not read. */
export function ownerProblems(scopes: readonly MachineScope[], owner: MachineOwner | undefined): FieldError[] {
  if (owner === undefined) return [{ field: 'ownerId', code: 'not_one_of' }];
  return scopes.every((scope) => mayOwn(scope, owner)) ? [] : [{ field: 'ownerId', code: 'owner_lacks_scope' }];
}

/** What the owner of a machine is to be told on a day of its end: a month and a week before, and when it has come. */
export type EndNotice = 'machine_ends_in_a_month' | 'machine_ends_in_a_week' | 'machine_ended';

/**
 * The notice that is due; null while the end is far. One that was missed is not made up for by a later one: the latest is told.
 * @param endsOn the first day without access
 */
export function endNotice(endsOn: IsoDate, today: IsoDate): EndNotice | null {
  const left = daysBetween(today, endsOn);
  if (left <= 0) return 'machine_ended';
  if (left <= MACHINE_ACCOUNT.lastNoticeDays) return 'machine_ends_in_a_week';
  return left <= MACHINE_ACCOUNT.firstNoticeDays ? 'machine_ends_in_a_month' : null;
}
