export { keyWithFingerprint } from './idempotency-key.js';
export type { JobWanted } from './job-wanted.js';
export { NOTICE_TOPIC, type NoticeWanted } from './notices.js';
export { Transaction } from './transaction.js';
export { CLOCK, UnitOfWork, type WriteOptions } from './unit-of-work.js';
