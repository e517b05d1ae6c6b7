import 'reflect-metadata';
import { ConfigurationError, readConfig } from './platform/config/index.js';
import { assertRestricted } from './platform/database/open-database.js';
import { takeConsoleOver } from './platform/logging/console-lines.js';
import { log, setLogLevel } from './platform/logging/index.js';
import { endOnSignal } from './platform/processes/end-on-signal.js';
import { logLastWords } from './platform/processes/last-words.js';
import { endRefused } from './platform/processes/refusal.js';
import { queueOf, VERSION } from './platform/processes/version.js';
import { createWeb } from './web.js';

/** The web process of an installation with servers of its own, beside `worker`; `npm start` puts all in one command instead. */
async function run(): Promise<void> {
  takeConsoleOver();
  logLastWords();
  const config = readConfig(process.env, process.cwd());
  const { root, cookieSecret, secureCookies, trustedProxies, pooler, queueDatabaseUrl, redisUrl } = config;
  const { databaseUrl: appUrl, databaseSignInUrl: signInUrl, databaseReportUrl: reportUrl } = config;
  if (appUrl === undefined || signInUrl === undefined || reportUrl === undefined || cookieSecret === undefined)
    throw new ConfigurationError(
      'The web process needs DATABASE_URL, DATABASE_SIGN_IN_URL, DATABASE_REPORT_URL and COOKIE_SECRET.',
    );
  setLogLevel(config.logLevel);
  await assertRestricted('appUrl', appUrl);
  await assertRestricted('signInUrl', signInUrl);
  await assertRestricted('reportUrl', reportUrl);
  const app = await createWeb({
    root,
    database: { appUrl, signInUrl, reportUrl },
    cookieSecret,
    secureCookies,
    trustedProxies,
    pooler,
    queueDatabaseUrl,
    redisUrl,
    logsRequests: true,
  });
  endOnSignal(() => app.close());
  await app.listen(config.port, config.host);
  log.info(
    { version: VERSION, node: process.version, port: config.port, host: config.host, pooler, queue: queueOf(config) },
    'the web process is up',
  );
}

run().catch((error: unknown) => endRefused(error, 'the web process could not start'));
