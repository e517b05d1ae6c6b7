import { Injectable } from '@nestjs/common';
import { log } from '../logging/index.js';
import { type JobQueue, type JobWorker, openQueueStore, type QueueSettings, type QueueStore } from './connection.js';
import { type JobPayload, JobHandlers } from './job-handlers.js';
import { messageIdOf, OutboxDispatcher } from './outbox-dispatcher.js';

const POLL_MS = 500;

/** The worker process at work: empties the outbox, keeps the schedules, runs the jobs. */
@Injectable()
export class JobRunner {
  private store: QueueStore | undefined;
  private queue: JobQueue | undefined;
  private worker: JobWorker | undefined;
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly dispatcher: OutboxDispatcher,
    private readonly handlers: JobHandlers,
  ) {}

  async start(settings: QueueSettings): Promise<void> {
    this.store = openQueueStore(settings);
    this.queue = this.store.queue();
    this.queue.on('error', (error) => log.warn({ err: error }, 'queue'));
    await this.queue.waitUntilReady();
    for (const { topic, schedule } of this.handlers.scheduled) {
      await this.queue.upsertJobScheduler(topic, { pattern: schedule, tz: 'Asia/Tokyo' }, { name: topic, data: {} });
    }
    this.worker = this.store.worker((job) =>
      this.handlers.handle(job.name, job.data as JobPayload, messageIdOf(job.id)),
    );
    this.worker.on('error', (error) => log.warn({ err: error }, 'worker'));
    this.poll();
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.round;
    await this.worker?.close();
    await this.queue?.close();
    await this.store?.close();
  }

  /** Polling rather than LISTEN: it goes on by itself after either server was away. */
  private poll(): void {
    this.timer = setTimeout(() => {
      this.round = this.emptyOutbox().then(() => {
        if (this.timer !== undefined) this.poll();
      });
    }, POLL_MS);
  }

  private async emptyOutbox(): Promise<void> {
    const { queue } = this;
    if (!queue) return;
    try {
      while ((await this.dispatcher.dispatch(queue)) > 0) if (this.timer === undefined) return;
    } catch (error) {
      // The messages stay in the outbox; the next round tries again.
      log.warn({ err: error }, 'the outbox could not be emptied');
    }
  }
}
