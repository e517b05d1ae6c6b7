import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#access';
import type { Trace } from '../tracing/index.js';
import { type Transaction, UnitOfWork } from '../unit-of-work/index.js';
import type { JobQueue } from './connection.js';
import { JobHandlers, type JobPayload } from './job-handlers.js';

const OUTBOX: SystemActor = { kind: 'system', name: 'outbox', siteIds: [], organisationIds: [] };
const BATCH = 100;
/** The queue tries a job again for a quarter of a minute. */
const PATIENCE = '10 minutes';
/** A job's id is made of its message's: the queue drops a message that is sent again. */
const JOB_PREFIX = 'outbox-';

/** Id of the message a job came of; empty for a job that the clock made. */
export const messageIdOf = (jobId: string | undefined): string =>
  jobId?.startsWith(JOB_PREFIX) ? jobId.slice(JOB_PREFIX.length) : '';

/** A fact that is to be acted upon once it is committed. */
export interface Message {
  id: string;
  topic: string;
  payload: JobPayload;
  /** Of the web request that wrote it; null for what a job wrote that the clock made. */
  web_request_id: string | null;
}

const COLUMNS = 'id, topic, payload, web_request_id';
/** Beside what the handler is told; of a job made before there was one it is missing. */
const REQUEST_KEY = 'webRequestId';

/** Of the web request that a job came of. @param data of the job */
export function requestOf(data: JobPayload | undefined): string | undefined {
  const request = data?.[REQUEST_KEY];
  return typeof request === 'string' ? request : undefined;
}

/** What a message is done under, by the queue or past it. */
export const traceOf = ({ id, topic, web_request_id }: Message): Trace => ({
  request: web_request_id ?? undefined,
  topic,
  job: `${JOB_PREFIX}${id}`,
});

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
      for (const message of messages) {
        const { topic, payload, web_request_id } = message;
        if (!this.handlers.topics.includes(topic)) continue;
        await queue.add(topic, web_request_id === null ? payload : { ...payload, [REQUEST_KEY]: web_request_id }, {
          jobId: traceOf(message).job,
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

  /** Marks a message's work as done; until then `unhandled` answers it. */
  async handled(messageId: string): Promise<void> {
    await this.work.write(OUTBOX, { purpose: 'outbox.handled' }, (tx) =>
      tx.sql('UPDATE outbox_message SET handled_at = clock_timestamp() WHERE id = $1', [messageId]),
    );
  }

  /** What was handed to the queue a while ago and never done: the queue lost it, or gave it up. Oldest first. */
  unhandled(): Promise<Message[]> {
    return this.work.read(OUTBOX, (tx) =>
      tx.sql<Message>(
        `SELECT ${COLUMNS} FROM outbox_message
         WHERE handled_at IS NULL AND dispatched_at < clock_timestamp() - interval '${PATIENCE}' AND topic = ANY ($1) ORDER BY id LIMIT 1000`,
        [this.handlers.topics],
      ),
    );
  }

  private claim(tx: Transaction): Promise<Message[]> {
    return tx.sql<Message>(
      `SELECT ${COLUMNS} FROM outbox_message WHERE dispatched_at IS NULL ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    );
  }
}
