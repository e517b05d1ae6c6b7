import 'reflect-metadata';
import { awaitsDemonstration, loadDemonstrationIfEmpty, loginTable } from './demonstration/index.js';
import { systemClock } from '#kernel';
import { ja } from '#messages';
import { foundFirstSite, hasStaff } from './founding/index.js';
import { type Config, readConfig } from './platform/config/index.js';
import { migrate } from './platform/database/migrate.js';
import { openDatabase, type OpenDatabase } from './platform/database/open-database.js';
import { errorLine, messageOf } from './platform/logging/error-line.js';
import { refusalOf } from './platform/processes/refusal.js';
import { WorkerProcess } from './platform/processes/worker-process.js';
import { Preparation, type Progress } from './platform/web/preparation.js';
import { createWeb } from './web.js';

/**
 * `npm start`: database, schema, web and worker in one command, until Ctrl-C.
 *
 * @param root folder of the checkout
 */
export async function start(root: string): Promise<void> {
  const running = new Running();
  const stop = async (code: number) => process.exit((await running.stop()) ? code : 1);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  try {
    await run(readConfig(process.env, root), running);
  } catch (error) {
    if (!running.isStopping) say(explain(error));
    await stop(1);
  }
}

async function run(config: Config, running: Running): Promise<void> {
  const opening = openDatabase(config, say);
  running.add('database', () =>
    opening.then(
      (opened) => opened.stop(),
      () => undefined,
    ),
  );
  const database = await opening;
  const ran = await migrate(database.ownerUrl);
  if (ran.length > 0) say(`Migrated: ${ran.length} step(s).`);
  if (!database.embedded && !config.demonstration)
    await ensureFirstSignIn(database.ownerUrl, config.firstAdministrator);
  const demonstrates = database.embedded || config.demonstration;
  // What is still to be loaded keeps everybody out, so that the page can be there before it.
  const preparation = demonstrates && (await awaitsDemonstration(database.ownerUrl)) ? new Preparation() : undefined;

  const web = await createWeb({
    root: config.root,
    database: { appUrl: database.appUrl, signInUrl: database.signInUrl, reportUrl: database.reportUrl },
    cookieSecret: database.cookieSecret,
    secureCookies: config.secureCookies,
    trustedProxies: config.trustedProxies,
    pooler: config.pooler,
    queueDatabaseUrl: config.queueDatabaseUrl ?? database.appUrl,
    redisUrl: config.redisUrl,
    preparation,
  });
  running.add('web', () => web.close());
  await web.listen(config.port, config.host);
  const address = await web.getUrl();
  if (preparation) say(`${address} is there and says how far the preparation is.`);
  const holdsDemonstration = demonstrates && (await demonstrate(database, preparation));

  const worker = new WorkerProcess(config.root, workerEnvironment(database, config.logLevel), say);
  running.add('worker', () => worker.stop());
  worker.start();
  say(`${ja.common.appName}: ${address}   (Ctrl-C stops it)`);
  if (holdsDemonstration) say(loginTable());
}

/** @returns whether the demonstration is there afterwards */
async function demonstrate({ ownerUrl, workerUrl }: OpenDatabase, preparation?: Preparation): Promise<boolean> {
  const progress = (reached: Progress): void => preparation?.tell(reached);
  const loaded = await loadDemonstrationIfEmpty({ ownerUrl, workerUrl, log: say, progress });
  preparation?.end();
  return loaded;
}

/** A server that others run starts empty: the first administrator comes from the environment, or the next step is told. */
async function ensureFirstSignIn(ownerUrl: string, administrator: Config['firstAdministrator']): Promise<void> {
  if (administrator !== undefined && (await foundFirstSite(ownerUrl, administrator, systemClock)))
    say(`First administrator: ${administrator.login}`);
  if (!(await hasStaff(ownerUrl)))
    say(
      'Nobody can sign in yet. Set FIRST_ADMIN_LOGIN and FIRST_ADMIN_PASSWORD for one start, or run: node dist/src/cli.js found-site <file.yaml>',
    );
}

/** The worker has a role of its own and no use for the others, but the one that takes backups. */
function workerEnvironment({ workerUrl, backupUrl, cookieSecret }: OpenDatabase, logLevel: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: undefined,
    DATABASE_SIGN_IN_URL: undefined,
    DATABASE_REPORT_URL: undefined,
    DATABASE_WORKER_URL: workerUrl,
    // The console is a person's, who is told of what goes wrong alone.
    LOG_LEVEL: logLevel === 'info' ? 'warn' : logLevel,
    DATABASE_OWNER_URL: undefined,
    DATABASE_BACKUP_URL: backupUrl,
    COOKIE_SECRET: cookieSecret,
  };
}

/** What has been started so far, to be stopped in the opposite order. */
class Running {
  private readonly parts: { name: string; stop: () => Promise<void> }[] = [];
  private stopped: Promise<boolean> | undefined;

  get isStopping(): boolean {
    return this.stopped !== undefined;
  }

  /** @throws when everything is being stopped already, which ends a start that was interrupted */
  add(name: string, stop: () => Promise<void>): void {
    if (this.isStopping) throw new Error('interrupted');
    this.parts.push({ name, stop });
  }

  /** @returns whether everything stopped as it should; the same answer to everybody who asks */
  stop(): Promise<boolean> {
    this.stopped ??= this.stopAll();
    return this.stopped;
  }

  private async stopAll(): Promise<boolean> {
    let orderly = true;
    for (const { name, stop } of this.parts.toReversed()) {
      await stop().catch((error: unknown) => {
        orderly = false;
        say(`Stopping the ${name} failed: ${explain(error)}`);
      });
    }
    return orderly;
  }
}

/** What nobody expected is told with its stack, for whoever reports it. */
function explain(error: unknown): string {
  return refusalOf(error) ?? errorLine(error).stack ?? messageOf(error);
}

function say(message: string): void {
  process.stdout.write(`${message}\n`);
}
