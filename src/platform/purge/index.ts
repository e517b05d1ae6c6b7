export { PurgeJob } from './purge.job.js';
export { Purges } from './purges.js';
