export { type JobQueue, openQueueStore, type QueueSettings, type QueueStore } from './connection.js';
export { JobHandlers, type JobPayload } from './job-handlers.js';
export { JobRunner } from './job-runner.js';
export { QueueModule } from './queue.module.js';
