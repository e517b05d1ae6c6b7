const MS_PER_MINUTE = 60_000;

/** When signing in is locked (ロックアウト) and a session ends; settings of the installation. */
export interface SignInPolicy {
  /** Failures in a row that lock. */
  readonly maxFailures: number;
  readonly lockMinutes: number;
  /** Minutes without any request after which a session is over (無操作). */
  readonly idleMinutes: number;
}

export interface FailureRecord {
  /** Failures since the last success or the last lock. */
  readonly failedCount: number;
  readonly lockedUntil: Date | null;
}

/** Nothing against signing in. */
export const NO_FAILURES: FailureRecord = { failedCount: 0, lockedUntil: null };

export function isLockedOut({ lockedUntil }: Pick<FailureRecord, 'lockedUntil'>, now: Date): boolean {
  return lockedUntil !== null && now < lockedUntil;
}

/** The record after one more failure. A lock that has run out starts the count anew; one that holds is not prolonged. */
export function afterFailure(
  record: FailureRecord,
  now: Date,
  policy: Pick<SignInPolicy, 'maxFailures' | 'lockMinutes'>,
): FailureRecord {
  if (isLockedOut(record, now)) return record;
  const failedCount = (record.lockedUntil === null ? record.failedCount : 0) + 1;
  const locks = failedCount >= policy.maxFailures;
  return { failedCount, lockedUntil: locks ? new Date(now.getTime() + policy.lockMinutes * MS_PER_MINUTE) : null };
}

export interface SessionTimes {
  readonly lastSeenAt: Date;
  /** End whatever happens. */
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** `idle`: over because nothing was done; the person may go on after the password, with what was typed. */
export type SessionStanding = 'live' | 'idle' | 'expired' | 'revoked';

export function sessionStanding(
  session: SessionTimes,
  now: Date,
  { idleMinutes }: Pick<SignInPolicy, 'idleMinutes'>,
): SessionStanding {
  if (session.revokedAt !== null && session.revokedAt <= now) return 'revoked';
  if (session.expiresAt <= now) return 'expired';
  const idleFor = now.getTime() - session.lastSeenAt.getTime();
  return idleFor >= idleMinutes * MS_PER_MINUTE ? 'idle' : 'live';
}
