import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { systemClock } from '#kernel';
import { AppModule } from './app.module.js';
import { ConfigurationError, readConfig } from './platform/config/index.js';
import { workerAlone } from './platform/database/connections.js';
import { assertRestricted } from './platform/database/open-database.js';
import { nightlyBackup } from './backup-commands.js';
import { takeConsoleOver } from './platform/logging/console-lines.js';
import { log, setLogLevel } from './platform/logging/index.js';
import { nestLogger } from './platform/logging/nest-logger.js';
import { logLastWords } from './platform/processes/last-words.js';
import { endRefused } from './platform/processes/refusal.js';
import { queueOf, VERSION } from './platform/processes/version.js';
import { JobRunner } from './platform/queue/index.js';

const END_MS = 9_000;

/** The worker process: outbox, schedules and jobs, under the worker's role. Ends with the process that started it. */
async function run(): Promise<void> {
  takeConsoleOver();
  logLastWords();
  const config = readConfig(process.env, process.cwd());
  const { databaseWorkerUrl: workerUrl, queueDatabaseUrl, redisUrl, pooler, logLevel } = config;
  if (workerUrl === undefined)
    throw new ConfigurationError('The worker needs DATABASE_WORKER_URL; `npm start` gives it.');
  setLogLevel(logLevel);
  await assertRestricted('workerUrl', workerUrl);
  const app = await NestFactory.createApplicationContext(
    AppModule.with({
      database: workerAlone(workerUrl),
      clock: systemClock,
      poolSize: 4,
      pooler,
      queueDatabaseUrl,
      redisUrl,
      nightlyBackup: nightlyBackup(config),
    }),
    { logger: nestLogger, abortOnError: false },
  );
  const jobs = app.get(JobRunner);

  let ending: Promise<void> | undefined;
  const end = (): void => {
    ending ??= jobs
      .stop()
      .then(() => app.close())
      .then(() => process.exit(0));
    // What hangs (a store that does not answer) is not waited for longer than compose does.
    setTimeout(() => process.exit(1), END_MS);
    void ending;
  };
  process.once('disconnect', end);
  // Heard again and again: a second one must not cut short what the first has begun.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  // Whoever started us may have been killed while we were starting, before anybody listened.
  if (process.send !== undefined && !process.connected) end();

  log.info({ version: VERSION, node: process.version, pooler, queue: queueOf(config) }, 'the worker is up');
  await jobs.start({ databaseUrl: queueDatabaseUrl ?? workerUrl, redisUrl });
}

run().catch((error: unknown) => endRefused(error, 'the worker could not start'));
