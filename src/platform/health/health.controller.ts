import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Public } from '../http/index.js';
import { log } from '../logging/index.js';
import { NEWEST_MIGRATION } from '../database/newest-migration.js';
import { QueueProbe } from './queue-probe.js';
import { within } from './within.js';

/** Less than a watcher's patience of a second. */
const PATIENCE_MS = 800;

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

  /**
   * What this process needs answers within a second: a database of this version. The queue is told and not asked for: what the web
   * process wants done waits in the database.
   * @throws ServiceUnavailableException naming neither host nor cause; the log has it
   */
  @Get('readyz')
  @Public('asked by the watcher of the process')
  async ready(): Promise<{ status: 'ready'; database: 'up'; queue: 'up' | 'away' }> {
    try {
      const [[database], queue] = await Promise.all([
        within(PATIENCE_MS, this.dataSource.query('SELECT migration_applied($1) AS applied', [NEWEST_MIGRATION])),
        this.queue.check().then(
          () => 'up' as const,
          () => 'away' as const,
        ),
      ]);
      if (database.applied !== true) throw new Error(`the database lacks ${NEWEST_MIGRATION}`);
      return { status: 'ready', database: 'up', queue };
    } catch (error) {
      log.warn({ err: error }, 'not ready');
      throw new ServiceUnavailableException();
    }
  }
}
