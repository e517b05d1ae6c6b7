import { Injectable } from '@nestjs/common';

/** What a job is told: identifiers only, never a name or a text. */
export type JobPayload = Readonly<Record<string, unknown>>;

/** One thing that is due. */
export interface DueWork {
  /** What it is, for the log: codes and days, never a name. */
  readonly what: string;
  /**
   * Makes it, once however many workers do it at the same time.
   * @returns how many were made; 0 when somebody else was quicker
   */
  make(): Promise<number>;
}

export interface JobHandler {
  /** The outbox topic or the name of a schedule. */
  readonly topic: string;
  /** Set: made by the clock as well, by this cron pattern (Asia/Tokyo). */
  readonly schedule?: string;
  /**
   * What the database says should be there and is not. Asked at the worker's start and every hour, whatever the queue has kept or lost,
   * so that nothing depends on a timer that happened to run.
   */
  readonly due?: () => Promise<readonly DueWork[]>;
  /**
   * May run again after a crash: its effect must be the same as having run once.
   * @param messageId of the outbox message the job came of; empty for a job the clock made
   */
  handle(payload: JobPayload, messageId: string): Promise<void>;
}

/** Who works on which job; features register theirs. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, JobHandler>();

  register(handler: JobHandler): void {
    if (this.handlers.has(handler.topic)) throw new Error(`two handlers for ${handler.topic}`);
    this.handlers.set(handler.topic, handler);
  }

  get topics(): string[] {
    return [...this.handlers.keys()];
  }

  get scheduled(): { topic: string; schedule: string }[] {
    return [...this.handlers.values()].flatMap(({ topic, schedule }) =>
      schedule === undefined ? [] : [{ topic, schedule }],
    );
  }

  get all(): readonly JobHandler[] {
    return [...this.handlers.values()];
  }

  async handle(topic: string, payload: JobPayload, messageId: string): Promise<void> {
    const handler = this.handlers.get(topic);
    if (!handler) throw new Error(`no handler for ${topic}`);
    await handler.handle(payload, messageId);
  }
}
