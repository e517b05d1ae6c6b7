import { Injectable } from '@nestjs/common';
import { log } from '../logging/index.js';
import { type DueWork, type JobHandler, JobHandlers } from './job-handlers.js';
import { traced } from '../tracing/index.js';
import { type Message, OutboxDispatcher, traceOf } from './outbox-dispatcher.js';

/**
 * Makes what the database says is due and is not there. The queue has no part in it: a schedule that was missed, a job that was
 * given up, a store that was emptied cost an hour at most.
 */
@Injectable()
export class DueRound {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly outbox: OutboxDispatcher,
  ) {}

  /** Every failure and every thing made is a line in the log; what fails keeps back nothing else. @returns how many failed */
  async run(): Promise<number> {
    let failures = 0;
    for (const { topic, due } of [this.lostMessages(), ...this.handlers.all]) {
      if (due === undefined) continue;
      try {
        for (const work of await traced({ topic }, due))
          if (!(await traced({ topic }, () => this.isMade(topic, work)))) failures += 1;
      } catch (error) {
        failures += 1;
        log.error({ err: error, topic }, 'it is not known what is due');
      }
    }
    return failures;
  }

  private async isMade(topic: string, { what, make }: DueWork): Promise<boolean> {
    try {
      const made = await make();
      if (made > 0) log.info({ topic, what, made }, 'made what was due');
      return true;
    } catch (error) {
      log.error({ err: error, topic, what }, 'what is due could not be made');
      return false;
    }
  }

  private lostMessages(): Pick<JobHandler, 'topic' | 'due'> {
    return {
      topic: 'outbox',
      due: async () =>
        (await this.outbox.unhandled()).map((message) => ({
          what: `${message.topic} ${message.id}`,
          make: () => traced(traceOf(message), () => this.handleLost(message)),
        })),
    };
  }

  private async handleLost({ id, topic, payload }: Message): Promise<number> {
    await this.handlers.handle(topic, payload, id);
    await this.outbox.handled(id);
    log.info('a lost job was done');
    return 1;
  }
}
