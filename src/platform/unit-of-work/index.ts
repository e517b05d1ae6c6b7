export { keyWithFingerprint } from './idempotency-key.js';
export {
  NOTICE_TOPIC,
  type NoticeWanted,
  TELL_TOPIC,
  tellMessage,
  type TellWanted,
  type ToldStaff,
} from './notices.js';
export { actsBySession } from './session-key.js';
export { Transaction } from './transaction.js';
export { CLOCK, UnitOfWork } from './unit-of-work.js';
