/** サインイン: when a login is locked. */
export { type FailureRecord, LOCK_OUT, afterFailure, isLockedOut } from './lock-out.js';
