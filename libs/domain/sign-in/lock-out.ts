const MS_PER_MINUTE = 60_000;

/**
 * ロックアウト: wrong passwords in a row that lock a login, and for how many minutes. They are in a row while none is older than that
 * time before the next: a slip of last week is no part of today's.
 */
export const LOCK_OUT = { failures: 5, minutes: 15 } as const;

/** What is held against a login. */
export interface FailureRecord {
  /** Failures in a row, up to the last one. */
  readonly failedCount: number;
  readonly lastFailedAt: Date | null;
  readonly lockedUntil: Date | null;
}

export function isLockedOut({ lockedUntil }: Pick<FailureRecord, 'lockedUntil'>, now: Date): boolean {
  return lockedUntil !== null && now < lockedUntil;
}

/**
 * The record after one more failure. After the lock time without any the count starts anew, and with it after a lock that has
 * run out; one that holds is not prolonged. The database does the same in `auth_note_failure` (src/auth/sql), where failures
 * that come at once are counted one after the other.
 * @public auth_note_failure is held to it (test/api/auth/lock-out.spec.ts)
 */
export function afterFailure(record: FailureRecord, now: Date, limits: typeof LOCK_OUT = LOCK_OUT): FailureRecord {
  if (isLockedOut(record, now)) return record;
  const lockTime = limits.minutes * MS_PER_MINUTE;
  const isInRow = record.lastFailedAt !== null && now.getTime() - record.lastFailedAt.getTime() < lockTime;
  const failedCount = (isInRow ? record.failedCount : 0) + 1;
  const lockedUntil = failedCount >= limits.failures ? new Date(now.getTime() + lockTime) : null;
  return { failedCount, lastFailedAt: now, lockedUntil };
}
