import { Global, Module } from '@nestjs/common';
import { DueRound } from './due-round.js';
import { JobHandlers } from './job-handlers.js';
import { JobRunner } from './job-runner.js';
import { PurgeJob, Purges } from '../purge/index.js';
import { OutboxDispatcher } from './outbox-dispatcher.js';

@Global()
@Module({
  providers: [JobHandlers, OutboxDispatcher, DueRound, JobRunner, Purges, PurgeJob],
  exports: [JobHandlers, OutboxDispatcher, DueRound, JobRunner, Purges, PurgeJob],
})
export class QueueModule {}
