const MS_PER_MINUTE = 60_000;

/** ロックアウト: wrong passwords in a row that lock a login, and for how many minutes. */
export const LOCK_OUT = { failures: 5, minutes: 15 } as const;

/** What is held against a login. */
export interface FailureRecord {
  /** Failures since the last success or the last lock. */
  readonly failedCount: number;
  readonly lockedUntil: Date | null;
}

export function isLockedOut({ lockedUntil }: Pick<FailureRecord, 'lockedUntil'>, now: Date): boolean {
  return lockedUntil !== null && now < lockedUntil;
}

/**
 * The record after one more failure. A lock that has run out starts the count anew; one that holds is not prolonged. The
 * database does the same in `auth_note_failure` (src/auth/sql), where failures that come at once are counted one after the other.
 * @public auth_note_failure is held to it (test/api/auth/lock-out.spec.ts)
 */
export function afterFailure(record: FailureRecord, now: Date, limits: typeof LOCK_OUT = LOCK_OUT): FailureRecord {
  if (isLockedOut(record, now)) return record;
  const failedCount = (record.lockedUntil === null ? record.failedCount : 0) + 1;
  const locks = failedCount >= limits.failures;
  return { failedCount, lockedUntil: locks ? new Date(now.getTime() + limits.minutes * MS_PER_MINUTE) : null };
}
