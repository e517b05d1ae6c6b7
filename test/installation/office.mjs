// An office's installation as docker-compose.yml has it, on Debian's packages and without containers: the same commands and settings, two webs
// and two workers behind the proxy, PgBouncer before PostgreSQL. Its first day; then every part goes and comes while people work.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { placed, readCompose } from './compose.mjs';
import { NotRun } from './not-run.mjs';
import { monthOf, secondsUntilFirstOf } from './office/days.mjs';
import { makeImage } from './office/image.mjs';
import { Ledger } from './office/ledger.mjs';
import { Load } from './office/load.mjs';
import { readLogs } from './office/logs.mjs';
import { answerForNames } from './office/names.mjs';
import { Part } from './office/part.mjs';
import { firstDay, NAMES, openCases } from './office/people.mjs';
import * as servers from './office/servers.mjs';
import { visitorOf } from './office/visitor.mjs';

/** A part is away for so long, and so long everything is left in peace afterwards. */
const [AWAY_MS, PEACE_MS] = [4_000, 5_000];
const PATIENCE_MS = 60_000;
const secret = () => randomBytes(24).toString('hex');
const say = (line) => process.stdout.write(`${line}\n`);

/**
 * @param {string} root folder of the checkout
 * @returns {Promise<string[]>} what is not as it must be; empty when all is
 * @throws NotRun on a machine that lacks a server
 */
export async function office(root) {
  execFileSync('bash', [path.join(root, '.ci', 'servers'), ...servers.PACKAGES], { stdio: 'inherit' });
  const { versions, missing } = servers.whatIsThere();
  if (missing.length > 0) throw new NotRun(`this machine has no ${missing.join(', ')}`);
  const told = Object.entries({ node: process.versions.node, ...versions }).map(
    ([name, version]) => `${name} ${version}`,
  );
  say(`office: ${told.join(', ')}`);
  const home = mkdtempSync(path.join(tmpdir(), 'office-'));
  const all = [];
  const failed = [];
  const must = (isSo, what) => void (isSo || failed.push(what));
  let keep = false;
  try {
    const built = await build(root, home, all);
    const { parts, ledger, visitor } = built;
    all.push({ stop: built.close });
    const day = { ...(await firstDay(visitor, built.first)), cases: [] };
    day.cases = await openCases(visitor, day.author, 360);
    say(
      `first day: the first administrator chose a password, three colleagues, a person, a consultation, a report of ${monthOf(-1)}`,
    );
    const load = await disturb(parts, new Load(visitor, day));
    await tell(load, ledger, must);
    await settle(parts, ledger, must);
    must(nights(built.backups).length === 1, `${nights(built.backups).length} nightly backups instead of one`);
    await pastTheFirst(parts, ledger, visitor, day, must);
    await restored(built, must);
    for (const { name, ownEnds, killedLate } of Object.values(parts)) {
      must(ownEnds === 0, `${name} ended ${ownEnds} time(s) by itself`);
      must(killedLate === 0, `${name} did not end within ten seconds`);
    }
    tellOfLogs(home, built.secrets, must);
  } catch (error) {
    failed.push(error.stack ?? String(error));
  } finally {
    keep = failed.length > 0;
    for (const part of all.toReversed()) await part.stop();
    if (keep) say(`logs of what failed are in ${home}`);
    else execFileSync('rm', ['-rf', home]);
  }
  return failed;
}

/** Everything that compose starts, in its order. Each part is put into `all` before it is started. */
async function build(root, home, all) {
  const image = makeImage(root, home);
  const certificate = servers.certificate(home);
  const first = { login: 'saisho', password: 'hajime-no-kotoba' };
  const drawn = Object.fromEntries(
    [
      ...['POSTGRES', 'OWNER', 'APP', 'SIGN_IN', 'REPORT', 'WORKER', 'BACKUP', 'REDIS'].map(
        (name) => `${name}_PASSWORD`,
      ),
      'BACKUP_PASSPHRASE',
      'COOKIE_SECRET',
    ].map((name) => [name, secret()]),
  );
  const services = readCompose(root, {
    ...drawn,
    FIRST_ADMIN_LOGIN: first.login,
    FIRST_ADMIN_PASSWORD: first.password,
    CERTIFICATE_FILE: certificate.file,
  });
  const ports = {};
  for (const name of ['postgres', 'pooler', 'redis', 'web', 'http', 'https']) ports[name] = await servers.freePort();
  const backups = path.join(home, 'backups');
  mkdirSync(backups);
  const direct = { 'postgres:5432': `127.0.0.1:${ports.postgres}`, 'redis:6379': `127.0.0.1:${ports.redis}` };
  const parts = {};
  const start = async (key, part) => {
    all.push(part);
    await part.start();
    parts[key] = part;
  };

  await start('postgres', servers.postgres(home, services.postgres, ports.postgres));
  await start('redis', servers.redis(home, services.redis, ports.redis));
  const migration = placed(services.migrate.environment, direct);
  runOnce(image, services.migrate.command, migration);
  await start(
    'pooler',
    servers.pgBouncer(
      home,
      POOLED.map((name) => migration[name]),
      ports.pooler,
    ),
  );

  const ours = (name, number, more, health = (word) => word) => {
    const { command, environment, healthcheck } = services[name];
    const scratch = path.join(home, `${name}-${number}`);
    const through = { ...placed(environment, direct), ...pooled(environment, ports.pooler) };
    return new Part(`${name} ${number}`, {
      command: [...command],
      cwd: image,
      env: { ...through, ...more, TMPDIR: scratch },
      log: path.join(home, `${name}-${number}.log`),
      health: healthcheck.map(health),
      // A container that starts has an empty /tmp.
      before: () => {
        rmSync(scratch, { recursive: true, force: true });
        mkdirSync(scratch);
      },
    });
  };
  for (let number = 1; number <= services.worker.replicas; number += 1)
    await start(`worker${number}`, ours('worker', number, { BACKUP_FOLDER: backups }));
  const addresses = Array.from({ length: services.web.replicas }, (_, index) => `127.0.1.${index + 1}`);
  for (const [index, HOST] of addresses.entries())
    await start(
      `web${index + 1}`,
      ours('web', index + 1, { HOST, PORT: String(ports.web) }, (word) =>
        word.replace('127.0.0.1:3000', `${HOST}:${ports.web}`),
      ),
    );
  const names = await answerForNames(() => addresses);
  const places = { ...ports, webs: ports.web, names: names.address, certificate: certificate.file };
  await start('proxy', servers.proxy(root, home, services.proxy, places));
  const ledger = await new Ledger(migration.DATABASE_OWNER_URL).open();
  const visitor = visitorOf({ port: ports.https, authority: certificate.authority });
  const close = () => {
    names.close();
    visitor.close();
    return ledger.close().catch(() => undefined);
  };
  await answered(visitor);
  const secrets = [...Object.values(drawn), first.password];
  const restoring = { ...migration, BACKUP_PASSPHRASE: drawn.BACKUP_PASSPHRASE };
  return { parts, ledger, visitor, first, backups, close, secrets, image, restoring };
}

const POOLED = ['DATABASE_URL', 'DATABASE_SIGN_IN_URL', 'DATABASE_REPORT_URL', 'DATABASE_WORKER_URL'];

/** Through PgBouncer, as the operator's page says; the nightly backup goes to the server itself. */
function pooled(environment, port) {
  const addresses = Object.fromEntries(Object.entries(environment).filter(([name]) => POOLED.includes(name)));
  return placed({ ...addresses, DATABASE_POOLER: 'transaction' }, { 'postgres:5432': `127.0.0.1:${port}` });
}

function runOnce(cwd, [program, ...words], env) {
  execFileSync(program, words, {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function answered(visitor) {
  const giveUp = performance.now() + PATIENCE_MS;
  while ((await visitor.browser().open('/sign-in')).page.status !== 200) {
    if (performance.now() > giveUp) throw new Error('nobody answers behind the proxy');
    await pause(200);
  }
}

/** Each part goes and comes, one after the other, while twenty requests a second arrive. */
async function disturb(parts, load) {
  const away = async (part, go) => {
    load.phase(part);
    await go();
    await pause(PEACE_MS);
  };
  const stopped = (part) => async () => {
    await part.stop();
    await pause(AWAY_MS);
    await part.start();
  };
  const killed = (part, signal) => async () => {
    await part.kill(signal);
    await pause(AWAY_MS);
    await part.start();
  };
  load.begin('nothing');
  await pause(AWAY_MS + PEACE_MS);
  await away('the proxy stopped', stopped(parts.proxy));
  await away('web 1 stopped', stopped(parts.web1));
  await away('web 2 killed', killed(parts.web2));
  await away('worker 1 stopped', stopped(parts.worker1));
  await away('worker 2 killed', killed(parts.worker2));
  await away('Redis stopped', stopped(parts.redis));
  await away('Redis emptied', () => parts.redis.how.empty());
  await away('PgBouncer stopped', stopped(parts.pooler));
  await away('PostgreSQL stopped', stopped(parts.postgres));
  await away('PostgreSQL killed', killed(parts.postgres, 'SIGQUIT'));
  await load.end();
  return load;
}

async function tell(load, ledger, must) {
  await ledger.close().catch(() => undefined);
  await ledger.open();
  const lines = [['part', 'sent', 'acknowledged', 'stored', 'lost', 'duplicated', 'answers away', 'failed answers']];
  const outages = load.outages();
  const lineOf = async (part, sent, awayMs, failed) => {
    const written = sent.filter(({ kind }) => kind !== 'reading');
    const { stored, lost, duplicated } = await ledger.compare(written);
    const acknowledged = written.filter((one) => one.acknowledged).length;
    const told = Object.entries(failed).map(([status, count]) => `${count} × ${status}`);
    lines.push([
      part,
      sent.length,
      `${acknowledged} of ${written.length}`,
      stored,
      lost,
      duplicated,
      `${(awayMs / 1000).toFixed(1)} s`,
      told.join(', '),
    ]);
    return { lost, duplicated };
  };
  for (const { part, awayMs, failed } of outages)
    await lineOf(
      part,
      load.sent.filter((one) => one.part === part),
      awayMs,
      failed,
    );
  const { lost, duplicated } = await lineOf(
    'together',
    load.sent,
    Math.max(...outages.map(({ awayMs }) => awayMs)),
    {},
  );
  const { from } = load.phases[0];
  const seconds = (load.phases.at(-1).to - from) / 1000;
  say(`${load.sent.length} requests in ${seconds.toFixed(0)} s, ${(load.sent.length / seconds).toFixed(1)} a second`);
  for (const [index, cells] of lines.entries()) {
    say(`| ${cells.join(' | ')} |`);
    if (index === 0) say(`|${'---|'.repeat(cells.length)}`);
  }
  const refused = load.sent.filter((one) => !one.acknowledged);
  must(lost === 0 && duplicated === 0, `${lost} lost, ${duplicated} duplicated`);
  must(refused.length === 0, `${refused.length} never acknowledged, such as ${refused[0]?.refused}`);
  const errors = load.answers.filter(({ status }) => status === 500).length;
  must(errors === 0, `${errors} answers were 500`);
}

/** The outbox empties, and everybody who was assigned was told once. What only the emptied Redis knew is done by the round of what is due. */
async function settle(parts, ledger, must) {
  const began = performance.now();
  const since = () => ((performance.now() - began) / 1000).toFixed(1);
  const isEmpty = async () => (await ledger.outbox()).unhandled === 0;
  await within(15_000, isEmpty);
  const { messages, waiting, unhandled } = await ledger.outbox();
  say(`outbox: ${messages} messages, ${waiting} not handed on, ${unhandled} not handled after ${since()} s`);
  must(waiting === 0, `${waiting} messages were never handed on`);
  if (unhandled > 0) {
    await ledger.tenMinutesGoBy();
    await parts.worker1.stop();
    await parts.worker1.start();
    must(await within(PATIENCE_MS, isEmpty), 'what the emptied Redis knew was not made up for');
    say(`outbox: the ${unhandled} that Redis had lost are handled by the round of what is due, ten minutes later`);
  }
  const { assignments, told, once } = await ledger.notices();
  say(`notices: ${assignments} colleagues assigned, ${told} told, ${told - once} twice`);
  must(told === assignments && told === once, `${assignments} assigned, ${told} told, of ${once}`);
}

/** Both workers are down when the month ends; the report is there once they start. */
async function pastTheFirst(parts, ledger, visitor, { supervisor }, must) {
  const month = monthOf();
  await Promise.all([parts.worker1.stop(), parts.worker2.stop()]);
  const ahead = servers.clockAhead(secondsUntilFirstOf(monthOf(1)));
  for (const worker of [parts.worker1, parts.worker2]) worker.setEnvironment(ahead);
  must(!(await ledger.reports()).includes(month), `there is a report of ${month} before it is over`);
  const began = performance.now();
  await Promise.all([parts.worker1.start(), parts.worker2.start()]);
  const isThere = async () => (await ledger.reports()).includes(month);
  if (!(await within(PATIENCE_MS, isThere))) return must(false, `there is no report of ${month}`);
  const after = ((performance.now() - began) / 1000).toFixed(1);
  const { items } = await visitor.done('GET', '/reports', { token: supervisor });
  const ofMonth = items.filter((one) => one.month === month);
  must(ofMonth.length === 1, `${ofMonth.length} reports of ${month}`);
  const { figures } = await visitor.done('GET', `/reports/${ofMonth[0]?.id}`, { token: supervisor });
  const counted = figures.inMonth.find(({ code }) => code === 'consultations')?.figure.value;
  const stored = await ledger.consultations();
  must(counted === stored, `the report counts ${counted} consultations, ${stored} are stored`);
  say(
    `both workers down on the first, clock ahead: the report of ${month} is there ${after} s after their start, with ${counted} of ${stored} consultations`,
  );
}

const nights = (folder) => readdirSync(folder).filter((name) => name.endsWith('.backup'));

/** The backup that a worker took of the night after all this, put into an empty database by the image's own command. */
async function restored({ backups, image, restoring, ledger }, must) {
  must(
    await within(PATIENCE_MS, async () => nights(backups).length === 2),
    `${nights(backups).length} nightly backups instead of two`,
  );
  const elsewhere = (address) => address.replace(/team_support$/, 'team_support_restored');
  const env = Object.fromEntries(
    Object.entries(restoring).map(([name, value]) => [name, name.startsWith('DATABASE_') ? elsewhere(value) : value]),
  );
  runOnce(image, ['node', 'dist/src/cli.js', 'restore', path.join(backups, nights(backups).sort().at(-1))], env);
  const copy = await new Ledger(env.DATABASE_OWNER_URL).open();
  const [there, here] = [await copy.consultations(), await ledger.consultations()];
  await copy.close();
  must(there === here, `${there} consultations in the backup, ${here} in the database`);
  say(
    `nightly backups: ${nights(backups).length}, one a night of the clock; the last one restored, with ${there} of ${here} consultations`,
  );
}

function tellOfLogs(home, secrets, must) {
  const { lines, otherShape, told, errors } = readLogs(home, [...secrets, ...NAMES]);
  const said = Object.entries(errors).map(([what, count]) => `${count} × ${what}`);
  say(
    `logs: ${lines} lines of web and worker, ${otherShape} of another shape, ${told.length} files with a secret or a name; errors: ${said.join(', ') || 'none'}`,
  );
  must(otherShape === 0, `${otherShape} lines are no JSON`);
  must(told.length === 0, `a secret or a name stands in ${told.join(', ')}`);
}

/** @returns {Promise<boolean>} whether it became so in time */
async function within(ms, isSo) {
  const giveUp = performance.now() + ms;
  while (!(await isSo())) {
    if (performance.now() > giveUp) return false;
    await pause(100);
  }
  return true;
}
