import { type DynamicModule, Global, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Connections, type RoleAddresses } from './connections.js';
import { SnakeCaseNaming } from './naming.js';
import { PreparingClient } from './prepared-statements.js';
import { daysAsText } from './type-parsers.js';

/** A request waits for a connection as long as a person would. */
const CONNECT_MS = 10_000;

/** The process's connection pools, under roles that own nothing. Features register their own entities. */
@Global()
@Module({})
export class DatabaseModule {
  /** @param pooled each transaction may meet another connection, so that none keeps a statement prepared */
  static connect(addresses: RoleAddresses, poolSize = 10, pooled = false): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: addresses.appUrl,
          // As long as no transaction says for which request or job it is (context-statement.ts).
          applicationName: 'team-support',
          poolSize,
          autoLoadEntities: true,
          synchronize: false,
          logging: false,
          namingStrategy: new SnakeCaseNaming(),
          // A connection keeps its plans as long as it lives: dropped when idle, it would let a quiet office wait for new ones.
          // Statements sent one after another are on their way together.
          extra: {
            idleTimeoutMillis: 0,
            connectionTimeoutMillis: CONNECT_MS,
            keepAlive: true,
            pipeline: true,
            types: daysAsText,
            ...(pooled ? {} : { Client: PreparingClient }),
          },
          retryAttempts: 3,
          retryDelay: 500,
        }),
      ],
      providers: [
        {
          provide: Connections,
          inject: [getDataSourceToken()],
          useFactory: (serving: DataSource) => new Connections(serving, addresses),
        },
      ],
      exports: [Connections],
    };
  }
}
