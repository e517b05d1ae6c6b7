import { Global, Module } from '@nestjs/common';
import { JobHandlers } from './job-handlers.js';
import { JobRunner } from './job-runner.js';
import { OutboxDispatcher } from './outbox-dispatcher.js';

@Global()
@Module({
  providers: [JobHandlers, OutboxDispatcher, JobRunner],
  exports: [JobHandlers, OutboxDispatcher, JobRunner],
})
export class QueueModule {}
