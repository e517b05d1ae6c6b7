export { PurgeJob } from './purge.job.js';
export { type Purge, Purges } from './purges.js';
