/** サインイン: who has to wait before a password is checked. */
export {
  ATTEMPTS,
  /** @public */ type AttemptPlace,
  /** @public */ type AttemptRecord,
  /** @public */ afterAttempt,
  /** @public */ mayAttempt,
} from './attempts.js';
export { foldedLogin, sourceOf } from './source.js';
