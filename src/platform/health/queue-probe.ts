import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type JobQueue, openQueueStore, type QueueSettings, type QueueStore } from '../queue/index.js';
import { within } from './within.js';

const PATIENCE_MS = 800;

/** Whether jobs could be put into the queue now. The web process itself never does: its jobs go through the outbox. */
@Injectable()
export class QueueProbe implements OnApplicationShutdown {
  private store: QueueStore | undefined;
  private queue: JobQueue | undefined;

  constructor(private readonly settings: QueueSettings) {}

  /** @throws when the queue does not answer in time */
  async check(): Promise<void> {
    await within(PATIENCE_MS, this.opened().getJobCounts('waiting'));
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  /** Lets go of the queue; the next check opens it again. */
  async close(): Promise<void> {
    const { queue, store } = this;
    this.queue = this.store = undefined;
    if (store === undefined) return;
    // A store that does not answer cannot take leave either.
    await within(
      PATIENCE_MS,
      Promise.resolve(queue?.close()).then(() => store.close()),
    ).catch(() => undefined);
  }

  private opened(): JobQueue {
    this.store ??= openQueueStore(this.settings);
    if (!this.queue) {
      this.queue = this.store.queue();
      // A lost connection is told by check(); unheard, the event would end the process.
      this.queue.on('error', () => undefined);
    }
    return this.queue;
  }
}
