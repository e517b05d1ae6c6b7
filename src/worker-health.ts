import { isWorkerAlive } from './platform/processes/heartbeat.js';

/** For whoever watches the worker: ends with 0 when the one beside it was at work within the last minute, with 1 otherwise. */
process.exitCode = isWorkerAlive() ? 0 : 1;
