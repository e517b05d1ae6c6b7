import { IDLE_MINUTES } from './sql/enter.js';

/** How long a session lasts; one place, so that the page that explains them cannot differ from the code. */
export const SESSION_POLICY = {
  /** Minutes without a request after which a session ends. */
  idleMinutes: IDLE_MINUTES,
  /** Hours after which a session ends in any case. */
  longestHours: 12,
  /** Longest life of a token for oneself, in days. */
  ownTokenDays: 90,
} as const;

/** How long a browser is known after the last sign-in in it; days. */
export const KNOWN_DEVICE_DAYS = 180;

/** Attempts of one person to change their own password: each checks the current one, and costs a slow hash. */
export const PASSWORD_CHANGE_LIMIT = { limit: 10, ttl: 60_000 } as const;

/** Attempts to sign in from one address, whoever tries: each costs the server a slow hash. */
export const SIGN_IN_LIMIT = { limit: 120, ttl: 60_000 } as const;
