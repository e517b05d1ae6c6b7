import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SystemActor } from '#access';
import { type DueWork, JobHandlers } from '../queue/job-handlers.js';
import { UnitOfWork } from '../unit-of-work/index.js';
import { Purges } from './purges.js';

const WORKER: SystemActor = { kind: 'system', name: 'worker', siteIds: [], organisationIds: [] };

/** A retry with the same key comes within minutes, a form that outlived its session after a holiday at the latest. */
const IDEMPOTENCY_KEY_DAYS = 30;
/** A message that was handed on is looked for only when a notice is missing; the queue itself forgets a finished job after a day. */
const OUTBOX_DAYS = 30;

/** Every night what nobody can need any more goes: keys, messages handed on, sessions that ended, notices that were read. */
@Injectable()
export class PurgeJob implements OnModuleInit {
  static readonly topic = 'records.purge';

  constructor(
    private readonly work: UnitOfWork,
    private readonly purges: Purges,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.purges.register({ routine: 'purge_idempotency_keys', days: IDEMPOTENCY_KEY_DAYS });
    this.purges.register({ routine: 'purge_outbox_messages', days: OUTBOX_DAYS });
    this.handlers.register({
      topic: PurgeJob.topic,
      schedule: '30 3 * * *',
      handle: async () => {
        await this.purge();
      },
      due: () => Promise.resolve(this.due()),
    });
  }

  /** Each in a transaction of its own, so that one that fails keeps back no other's rows for longer than a day. */
  async purge(): Promise<Readonly<Record<string, number>>> {
    const gone: Record<string, number> = {};
    for (const { what, make } of this.due()) gone[what] = await make();
    return gone;
  }

  private due(): DueWork[] {
    return this.purges.registered.map((purge) => ({
      what: purge.routine,
      make: () => this.work.write(WORKER, { purpose: PurgeJob.topic }, (tx) => this.purges.run(tx, purge)),
    }));
  }
}
