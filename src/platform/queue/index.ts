export { type JobQueue, openQueueStore, type QueueSettings, type QueueStore } from './connection.js';
export { type DueWork, JobHandlers, type JobPayload } from './job-handlers.js';
export { JobRunner } from './job-runner.js';
export { QueueModule } from './queue.module.js';
