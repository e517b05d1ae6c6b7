import { createPostgresBackend, createRedisBackend, type JobsOptions, type Processor, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { log } from '../logging/index.js';
import type { JobPayload } from './job-handlers.js';

/** One queue for all jobs of the application; names tell them apart. */
const QUEUE_NAME = 'team-support';
/** Schema of the queue's own tables, beside the application's. */
export const QUEUE_SCHEMA = 'bullmq';

/** What the application asks of a queue, whichever store it lives in. */
export interface JobQueue {
  add(name: string, data: object, options?: JobsOptions): Promise<unknown>;
  upsertJobScheduler(
    id: string,
    repeat: { pattern: string; tz: string },
    template: { name: string; data?: object; opts?: JobsOptions },
  ): Promise<unknown>;
  getJobCounts(...types: ('waiting' | 'active' | 'failed')[]): Promise<Record<string, number>>;
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** What the log is told of a job that failed. */
export interface FailedJob {
  readonly name: string;
  readonly id?: string | undefined;
  readonly data?: JobPayload;
  readonly attemptsMade: number;
}

/** Something that works on jobs until it is closed. */
export interface JobWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: FailedJob | undefined, error: Error) => void): unknown;
  close(): Promise<void>;
}

export interface QueueSettings {
  readonly databaseUrl: string;
  /** Set: jobs wait in Redis. Unset: in PostgreSQL. */
  readonly redisUrl?: string | undefined;
}

export interface QueueStore {
  queue(): JobQueue;
  worker(process: Processor): JobWorker;
  close(): Promise<void>;
}

const CONCURRENCY = 4;

/** Where jobs wait; both stores serve the same queue and worker. */
export function openQueueStore({ databaseUrl, redisUrl }: QueueSettings): QueueStore {
  return redisUrl === undefined ? postgresStore(databaseUrl) : redisStore(redisUrl);
}

function postgresStore(databaseUrl: string): QueueStore {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  // One pool for queue and worker: left to itself each opens its own and the server runs out of connections.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 6,
    application_name: 'team-support queue',
    options: `-c search_path=${QUEUE_SCHEMA}`,
  });
  return {
    queue: () => new Queue(QUEUE_NAME, { connection: pool }),
    worker: (process) => new Worker(QUEUE_NAME, process, { connection: pool, concurrency: CONCURRENCY }),
    close: () => pool.end(),
  };
}

function redisStore(url: string): QueueStore {
  const { Queue, Worker } = withBackend(createRedisBackend);
  // A worker waits for jobs as long as it takes, so its connection must not give up on a command.
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  connection.on('error', (error) => log.warn({ err: error }, 'redis'));
  return {
    queue: () => new Queue(QUEUE_NAME, { connection }),
    worker: (process) => new Worker(QUEUE_NAME, process, { connection, concurrency: CONCURRENCY }),
    close: async () => void (await connection.quit()),
  };
}
