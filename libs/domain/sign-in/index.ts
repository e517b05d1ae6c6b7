/** サインイン: when a login is locked. */
export { /** @public */ type FailureRecord, LOCK_OUT, /** @public */ afterFailure, isLockedOut } from './lock-out.js';
