import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock, systemClock } from '#kernel';
import { AppModule } from './app.module.js';
import type { RoleAddresses } from './platform/database/connections.js';
import { nestLogger } from './platform/logging/nest-logger.js';
import { BODY_LIMIT, boundInput } from './platform/web/input-bounds.js';
import { ApiDescription } from './platform/web/openapi/index.js';
import type { Preparation } from './platform/web/preparation.js';
import { logRequests, traceRequests } from './platform/web/request-log.js';
import { prepareServer } from './platform/web/server.js';
import { ARRIVAL_MS, slowRequestsAreCut } from './platform/web/slow-requests.js';

export interface WebSettings {
  /** Folder of the checkout, from which assets are served. */
  readonly root: string;
  /** The worker's role only where one process does the worker's part as well. */
  readonly database: RoleAddresses & { readonly signInUrl: string; readonly reportUrl: string };
  readonly cookieSecret: string;
  readonly secureCookies?: boolean;
  /** Who is believed in `X-Forwarded-For`; a proxy on the same machine unless others are named. */
  readonly trustedProxies?: readonly string[];
  readonly clock?: Clock;
  readonly poolSize?: number;
  readonly pooler?: 'none' | 'transaction';
  /** Where the queue's tables are reached without a pooler. */
  readonly queueDatabaseUrl?: string | undefined;
  readonly redisUrl?: string | undefined;
  /** After which a request is answered 503; ms. */
  readonly deadlineMs?: number;
  /** Within which a request has arrived; ms. */
  readonly arrivalMs?: number;
  /** A line of the log for each request; off by default. */
  readonly logsRequests?: boolean;
  /** Given: every page says how far it is, until it ends. */
  readonly preparation?: Preparation | undefined;
}

/** Whatever can arrive as an address (Node takes 16 KB of headers): what a part of it may be, its pipe says. */
const LONGEST_ADDRESS = 16_384;

/** The web application, ready but not listening: `app.inject()` works on it, `app.listen()` opens it. */
export async function createWeb({
  root,
  database,
  cookieSecret,
  secureCookies = false,
  trustedProxies = ['loopback'],
  clock = systemClock,
  poolSize,
  pooler = 'none',
  queueDatabaseUrl,
  redisUrl,
  deadlineMs,
  arrivalMs = ARRIVAL_MS,
  logsRequests = false,
  preparation,
}: WebSettings): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    ...slowRequestsAreCut(arrivalMs),
    bodyLimit: BODY_LIMIT,
    trustProxy: [...trustedProxies],
    forceCloseConnections: 'idle',
    // What has arrived before the end is answered: a proxy sends the next request to another.
    return503OnClosing: false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: LONGEST_ADDRESS },
  });
  const pool = poolSize === undefined ? {} : { poolSize };
  const module = AppModule.with({ database, clock, pooler, queueDatabaseUrl, redisUrl, ...pool });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: nestLogger,
    abortOnError: false,
  });
  traceRequests(app.getHttpAdapter().getInstance());
  if (logsRequests) logRequests(app.getHttpAdapter().getInstance());
  boundInput(app);
  await prepareServer(app, { root, cookieSecret, secureCookies, preparation, deadlineMs });
  app.get(ApiDescription).of(app, root);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
