import { Injectable } from '@nestjs/common';
import { log } from '../logging/index.js';
import { traced } from '../tracing/index.js';
import { giveSignOfLife } from '../processes/heartbeat.js';
import { type JobQueue, type JobWorker, openQueueStore, type QueueSettings, type QueueStore } from './connection.js';
import { DueRound } from './due-round.js';
import { type JobPayload, JobHandlers } from './job-handlers.js';
import { messageIdOf, OutboxDispatcher, requestOf } from './outbox-dispatcher.js';
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
  /** Whoever is asked to end while it starts begins nothing more. */
  private isEnding = false;

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
    this.isEnding = false;
    this.dueRounds = new Rounds(() => this.makeWhatIsDue(retryMs));
    this.dueRounds.begin(0);
    this.store = openQueueStore(settings);
    this.queue = this.store.queue();
    this.queue.on('error', (error) => log.warn({ err: error }, 'queue'));
    try {
      await this.queue.waitUntilReady();
      await this.keepSchedules(this.queue);
    } catch (error) {
      // What was closed under its hands failed for that.
      if (!this.isEnding) throw error;
    }
    // A worker over a store that is closed would ask it for jobs without end and without a pause.
    if (this.isEnding) return;
    this.worker = this.store.worker(({ name, data, id }) =>
      traced({ request: requestOf(data as JobPayload), topic: name, job: id }, () =>
        this.runJob(name, data as JobPayload, messageIdOf(id)),
      ),
    );
    this.worker.on('error', (error) => log.warn({ err: error }, 'worker'));
    this.worker.on('failed', (job, error) =>
      log.error(
        { err: error, request: requestOf(job?.data), topic: job?.name, job: job?.id, attempt: job?.attemptsMade },
        'a job failed',
      ),
    );
    // Polling rather than LISTEN: it goes on by itself after either server was away.
    this.outboxRounds = new Rounds(() => this.emptyOutbox());
    this.outboxRounds.begin(POLL_MS);
  }

  async stop(): Promise<void> {
    this.isEnding = true;
    await Promise.all([this.outboxRounds?.end(), this.dueRounds?.end()]);
    await this.worker?.close();
    await this.queue?.close();
    await this.store?.close();
    this.worker = this.queue = this.store = undefined;
  }

  /** The counterpart of a request's line: what was done, and how long it took; which job of which request stands in every line of it. */
  private async runJob(topic: string, payload: JobPayload, messageId: string): Promise<void> {
    const began = performance.now();
    await this.handlers.handle(topic, payload, messageId);
    if (messageId !== '') await this.dispatcher.handled(messageId);
    log.info({ ms: Math.round(performance.now() - began) }, 'job');
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
