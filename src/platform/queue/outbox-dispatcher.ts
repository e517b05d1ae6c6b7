import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#access';
import { type Transaction, UnitOfWork } from '../unit-of-work/index.js';
import type { JobQueue } from './connection.js';
import { JobHandlers } from './job-handlers.js';

const OUTBOX: SystemActor = { kind: 'system', name: 'outbox', siteIds: [], organisationIds: [] };
const BATCH = 100;
/** A job's id is made of its message's: the queue drops a message that is sent again. */
const JOB_PREFIX = 'outbox-';

/** Id of the message a job came of; empty for a job that the clock made. */
export const messageIdOf = (jobId: string | undefined): string =>
  jobId?.startsWith(JOB_PREFIX) ? jobId.slice(JOB_PREFIX.length) : '';

interface Message {
  id: string;
  topic: string;
  payload: object;
}

/**
 * Carries committed outbox messages into the queue. A crash between the two writes sends a message again under the same
 * job id, which the queue drops; two dispatchers skip each other's rows.
 */
@Injectable()
export class OutboxDispatcher {
  constructor(
    private readonly work: UnitOfWork,
    private readonly handlers: JobHandlers,
  ) {}

  /** @returns how many messages were carried; fewer than a batch means that nothing waits any more */
  async dispatch(queue: JobQueue): Promise<number> {
    return this.work.write(OUTBOX, { purpose: 'outbox.dispatch' }, async (tx) => {
      const messages = await this.claim(tx);
      for (const { id, topic, payload } of messages) {
        if (!this.handlers.topics.includes(topic)) continue;
        await queue.add(topic, payload, {
          jobId: `${JOB_PREFIX}${id}`,
          attempts: 5,
          backoff: { type: 'exponential', delay: 1_000 },
          removeOnComplete: { age: 86_400 },
        });
      }
      await tx.sql('UPDATE outbox_message SET dispatched_at = clock_timestamp() WHERE id = ANY ($1::bigint[])', [
        messages.map(({ id }) => id),
      ]);
      return messages.length;
    });
  }

  private claim(tx: Transaction): Promise<Message[]> {
    return tx.sql<Message>(
      `SELECT id, topic, payload FROM outbox_message WHERE dispatched_at IS NULL ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    );
  }
}
