export { type JobQueue, openQueueStore, type QueueSettings, type QueueStore } from './connection.js';
export { JobHandlers, type JobHandler, type JobPayload } from './job-handlers.js';
export { JobRunner } from './job-runner.js';
export { migrateQueue } from './migrate-queue.js';
export { OutboxDispatcher } from './outbox-dispatcher.js';
export { QueueModule } from './queue.module.js';
