import { Injectable } from '@nestjs/common';
import { log } from '../logging/index.js';
import { giveSignOfLife } from '../processes/heartbeat.js';
import { type JobQueue, type JobWorker, openQueueStore, type QueueSettings, type QueueStore } from './connection.js';
import { DueRound } from './due-round.js';
import { type JobPayload, JobHandlers } from './job-handlers.js';
import { messageIdOf, OutboxDispatcher } from './outbox-dispatcher.js';
import { Rounds } from './rounds.js';

const POLL_MS = 500;
const HOUR_MS = 3_600_000;
/** After a round in which something failed the next comes sooner: in a minute, two, four … */
const RETRY_MS = 60_000;
/** A job of the clock is tried again for half an hour; what fails longer is made by the hourly round. */
const SCHEDULED = { attempts: 6, backoff: { type: 'exponential', delay: 60_000 } };

/** The worker process at work: empties the outbox, makes what is due, keeps the schedules, runs the jobs. */
@Injectable()
export class JobRunner {
  private store: QueueStore | undefined;
  private queue: JobQueue | undefined;
  private worker: JobWorker | undefined;
  private outboxRounds: Rounds | undefined;
  private dueRounds: Rounds | undefined;
  private failedRounds = 0;

  constructor(
    private readonly dispatcher: OutboxDispatcher,
    private readonly handlers: JobHandlers,
    private readonly due: DueRound,
  ) {}

  /**
   * What is due is begun with at once and waits for no queue.
   * @param retryMs how long after the first failed round the next one comes; ms
   */
  async start(settings: QueueSettings, retryMs: number = RETRY_MS): Promise<void> {
    this.dueRounds = new Rounds(() => this.makeWhatIsDue(retryMs));
    this.dueRounds.begin(0);
    this.store = openQueueStore(settings);
    this.queue = this.store.queue();
    this.queue.on('error', (error) => log.warn({ err: error }, 'queue'));
    await this.queue.waitUntilReady();
    await this.keepSchedules(this.queue);
    this.worker = this.store.worker(async ({ name, data, id }) => {
      const messageId = messageIdOf(id);
      await this.handlers.handle(name, data as JobPayload, messageId);
      if (messageId !== '') await this.dispatcher.handled(messageId);
    });
    this.worker.on('error', (error) => log.warn({ err: error }, 'worker'));
    this.worker.on('failed', (job, error) =>
      log.error({ err: error, topic: job?.name, job: job?.id, attempt: job?.attemptsMade }, 'a job failed'),
    );
    // Polling rather than LISTEN: it goes on by itself after either server was away.
    this.outboxRounds = new Rounds(() => this.emptyOutbox());
    this.outboxRounds.begin(POLL_MS);
  }

  async stop(): Promise<void> {
    await Promise.all([this.outboxRounds?.end(), this.dueRounds?.end()]);
    await this.worker?.close();
    await this.queue?.close();
    await this.store?.close();
    this.worker = this.queue = this.store = undefined;
  }

  /** @returns when the next round begins; ms */
  private async makeWhatIsDue(retryMs: number): Promise<number> {
    const failures = await this.due.run();
    this.failedRounds = failures > 0 ? this.failedRounds + 1 : 0;
    // A store that was emptied has lost them; not waited for, because a store that is away keeps nobody from what is due.
    if (this.worker !== undefined && this.queue !== undefined)
      this.keepSchedules(this.queue).catch((error: unknown) =>
        log.warn({ err: error }, 'the schedules could not be kept'),
      );
    return failures > 0 ? Math.min(HOUR_MS, retryMs * 2 ** (this.failedRounds - 1)) : HOUR_MS;
  }

  private async keepSchedules(queue: JobQueue): Promise<void> {
    for (const { topic, schedule } of this.handlers.scheduled)
      await queue.upsertJobScheduler(
        topic,
        { pattern: schedule, tz: 'Asia/Tokyo' },
        { name: topic, data: {}, opts: SCHEDULED },
      );
  }

  /** @returns when the next round begins; ms */
  private async emptyOutbox(): Promise<number> {
    const { queue } = this;
    try {
      while (queue && (await this.dispatcher.dispatch(queue)) > 0) if (this.outboxRounds?.isEnding) break;
      giveSignOfLife();
    } catch (error) {
      // The messages stay in the outbox; the next round tries again.
      log.warn({ err: error }, 'the outbox could not be emptied');
    }
    return POLL_MS;
  }
}
