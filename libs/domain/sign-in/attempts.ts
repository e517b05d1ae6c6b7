const MS_PER_MINUTE = 60_000;

/** From where somebody tries to sign in, as it is counted. */
export type AttemptPlace =
  /** An address that knows nobody. */
  | 'source'
  /** All of those together. */
  | 'login'
  /** A browser in which this person has signed in before (known device). */
  | 'device';

/**
 * サインインの試行: how many wrong ones in a row are free, and the minutes to wait after each further one. A colleague who mistypes is kept waiting
 * after the fifth; all addresses together may be wrong more often, so that somebody elsewhere has to try from many before a person at a new desk
 * has to wait, too. At a known device nobody else's attempts count. After `forgottenMinutes` without an attempt the count begins anew.
 */
export const ATTEMPTS = {
  free: { source: 4, login: 29, device: 4 },
  delayMinutes: [1, 2, 4, 8, 15],
  forgottenMinutes: 60,
} as const satisfies {
  readonly free: Readonly<Record<AttemptPlace, number>>;
  readonly delayMinutes: readonly number[];
  readonly forgottenMinutes: number;
};

/** What is held against one login at one place. */
export interface AttemptRecord {
  /** Attempts in a row that have not succeeded; one that is being checked is among them. */
  readonly failures: number;
  readonly lastAt: Date | null;
  /** Nothing is checked before. */
  readonly retryAt: Date | null;
}

/** Whether a password may be checked now. One that is not checked counts for nothing, so that nobody is kept out for good. */
export function mayAttempt({ retryAt }: Pick<AttemptRecord, 'retryAt'>, now: Date): boolean {
  return retryAt === null || now >= retryAt;
}

/**
 * The record when an attempt begins: it counts before its password is looked at, so that of many at once no more are looked at than of many one
 * after the other. The database does the same in `auth_begin_attempt` (src/auth/sql), under the lock of the row.
 * @public auth_begin_attempt is held to it (test/api/auth/attempts.spec.ts)
 */
export function afterAttempt(record: AttemptRecord, now: Date, place: AttemptPlace): AttemptRecord {
  if (!mayAttempt(record, now)) return record;
  const { free, delayMinutes, forgottenMinutes } = ATTEMPTS;
  const isInRow = record.lastAt !== null && now.getTime() - record.lastAt.getTime() < forgottenMinutes * MS_PER_MINUTE;
  const failures = (isInRow ? record.failures : 0) + 1;
  const beyond = failures - free[place];
  const minutes = beyond > 0 ? delayMinutes[Math.min(beyond, delayMinutes.length) - 1] : undefined;
  return {
    failures,
    lastAt: now,
    retryAt: minutes === undefined ? null : new Date(now.getTime() + minutes * MS_PER_MINUTE),
  };
}
