import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import type { Clock } from '#kernel';
import { NIGHTLY_BACKUP, type NightlyBackup } from './backup/index.js';
import type { RoleAddresses } from './database/connections.js';
import { DatabaseModule } from './database/database.module.js';
import { ErrorFilter } from './http/error.filter.js';
import { PageAnswers, RouteDeclarations } from './http/index.js';
import { InputPipe } from './http/input.pipe.js';
import { HealthController } from './health/health.controller.js';
import { QueueProbe } from './health/queue-probe.js';
import { ApiDescription, ApiDocsController } from './web/openapi/index.js';
import { QueueModule } from './queue/index.js';
import { CLOCK, UnitOfWork } from './unit-of-work/index.js';

export interface PlatformOptions {
  readonly database: RoleAddresses;
  readonly clock: Clock;
  readonly poolSize?: number;
  /** Of a pooler before the database; none by default. */
  readonly pooler?: 'none' | 'transaction';
  /** Where the queue's tables are reached without a pooler; `database.appUrl` by default. */
  readonly queueDatabaseUrl?: string | undefined;
  /** Set: the queue lives in Redis. */
  readonly redisUrl?: string | undefined;
  /** Set: the worker takes a backup every night. */
  readonly nightlyBackup?: NightlyBackup | undefined;
}

/** The machinery every feature stands on. */
@Global()
@Module({})
export class PlatformModule {
  static with({
    database,
    clock,
    poolSize,
    pooler,
    queueDatabaseUrl,
    redisUrl,
    nightlyBackup,
  }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        DatabaseModule.connect(database, poolSize, pooler === 'transaction'),
        DiscoveryModule,
        QueueModule,
        ThrottlerModule.forRoot([{ limit: 600, ttl: 60_000 }]),
      ],
      controllers: [HealthController, ApiDocsController],
      providers: [
        {
          provide: QueueProbe,
          useValue: new QueueProbe({ databaseUrl: queueDatabaseUrl ?? database.appUrl, redisUrl }),
        },
        { provide: CLOCK, useValue: clock },
        { provide: NIGHTLY_BACKUP, useValue: nightlyBackup },
        UnitOfWork,
        RouteDeclarations,
        ApiDescription,
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_INTERCEPTOR, useClass: PageAnswers },
        { provide: APP_PIPE, useClass: InputPipe },
      ],
      exports: [CLOCK, NIGHTLY_BACKUP, UnitOfWork, RouteDeclarations],
    };
  }
}
