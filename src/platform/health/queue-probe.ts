import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type JobQueue, openQueueStore, type QueueSettings, type QueueStore } from '../queue/index.js';

const PATIENCE_MS = 2_000;

/** Whether jobs could be put into the queue now. The web process itself never does: its jobs go through the outbox. */
@Injectable()
export class QueueProbe implements OnApplicationShutdown {
  private store: QueueStore | undefined;
  private queue: JobQueue | undefined;

  constructor(private readonly settings: QueueSettings) {}

  /** @throws when the queue does not answer within two seconds */
  async check(): Promise<void> {
    const queue = this.opened();
    const late = new AbortController();
    try {
      await Promise.race([
        queue.getJobCounts('waiting'),
        pause(PATIENCE_MS, undefined, { signal: late.signal }).then(() => {
          throw new Error('the queue does not answer');
        }),
      ]);
    } finally {
      late.abort();
    }
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  /** Lets go of the queue; the next check opens it again. */
  async close(): Promise<void> {
    const { queue, store } = this;
    this.queue = this.store = undefined;
    await queue?.close();
    await store?.close();
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
