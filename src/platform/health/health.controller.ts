import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Public } from '../http/index.js';
import { log } from '../logging/index.js';
import { QueueProbe } from './queue-probe.js';

/** For whoever watches the process: is it up, can it work. Says nothing else. */
@ApiTags('health')
@SkipThrottle()
@Controller()
export class HealthController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(QueueProbe) private readonly queue: QueueProbe,
  ) {}

  /** The process answers. */
  @Get('healthz')
  @Public('asked by the watcher of the process')
  up(): { status: 'up' } {
    return { status: 'up' };
  }

  /** Database and queue answer. @throws ServiceUnavailableException naming neither host nor cause; the log has it */
  @Get('readyz')
  @Public('asked by the watcher of the process')
  async ready(): Promise<{ status: 'ready'; database: 'up'; queue: 'up' }> {
    try {
      await this.dataSource.query('SELECT 1');
      await this.queue.check();
    } catch (error) {
      log.warn({ err: error }, 'not ready');
      throw new ServiceUnavailableException();
    }
    return { status: 'ready', database: 'up', queue: 'up' };
  }
}
