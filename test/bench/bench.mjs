// `npm run bench`: see README.md beside this file.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from '../../src/build/build.mjs';
import { benchSite, credentials, generate, planFile } from './data.mjs';
import { press } from './load.mjs';
import { readOptions } from './options.mjs';
import { recorded } from './record.mjs';

const PROMISES = {
  'log a consultation': 0.5,
  'caseload of 50, JSON': 0.6,
  'caseload of 50, HTML': 0.4,
  "one site's month, 40 indicators": 0.6,
};
const POOL = 10;
const root = path.resolve(import.meta.dirname, '..', '..');
const options = readOptions(process.argv.slice(2));
build(root);

const { startEmbedded } = await import('../../dist/src/platform/database/embedded/index.js');
const { migrate } = await import('../../dist/src/platform/database/migrate.js');
const { createWeb } = await import('../../dist/src/web.js');
const { foundSite } = await import('../../dist/src/organisations/index.js');
const { setLogLevel } = await import('../../dist/src/platform/logging/index.js');
const { DataSource } = await import('typeorm');

const dataFolder = path.join(root, 'data', 'bench');
const stamp = path.join(dataFolder, 'generated.json');
const size = JSON.stringify({
  people: options.people,
  consultations: options.consultations,
  sites: options.sites,
  schema: schemaState(),
});
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== size) rmSync(dataFolder, { recursive: true, force: true });
mkdirSync(dataFolder, { recursive: true });
setLogLevel('warn');

const database = await startEmbedded({ root, dataFolder, log: say });
const children = [];
let kept = false;
try {
  if (!existsSync(stamp)) await prepare();
  kept = await measure();
} finally {
  for (const child of children) child.disconnect();
  await database.stop();
}
process.exit(kept ? 0 : 1);

async function prepare() {
  const began = performance.now();
  await migrate(database.ownerUrl);
  const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
  for (let site = 1; site <= options.sites; site += 1)
    await owner.transaction((manager) => foundSite(manager, benchSite(site)));
  await owner.destroy();
  await generate(database.ownerUrl, options);
  const web = await createWeb(settings());
  const token = await signIn(web, 'administrator-1');
  const answer = await web.inject({
    method: 'PUT',
    url: '/api/v1/yearly-plans',
    headers: { authorization: `Bearer ${token}` },
    payload: { file: planFile(1) },
  });
  if (answer.statusCode >= 300) throw new Error(answer.body);
  await web.close();
  writeFileSync(stamp, size);
  say(
    `generated ${options.people} people, ${options.consultations} consultations, ${options.sites} sites in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
}

async function measure() {
  const web = await createWeb(settings());
  const caseworker = await signIn(web, 'caseworker-1');
  const supervisor = await signIn(web, 'supervisor-1');
  const cookie = await signInByPage(web, 'caseworker-1');
  const { items } = JSON.parse(
    (await web.inject({ url: '/api/v1/caseload?scope=site', headers: { authorization: `Bearer ${caseworker}` } })).body,
  );
  if (items.length !== 50) throw new Error(`the list holds ${items.length} cases, not 50`);
  const jobs = jobsFor({ caseworker, supervisor, cookie, items });
  const statements = {};
  for (const [index, job] of jobs.entries()) {
    statements[index] = await recorded(async () => {
      const { method, path: url, headers, body } = job.request(0);
      const answer = await web.inject({
        method,
        url,
        headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
        payload: body,
      });
      if (answer.statusCode >= 300)
        throw new Error(`${url} answered ${answer.statusCode}: ${answer.body.slice(0, 300)}`);
    });
  }
  await web.close();

  const app = await child('app-server.mjs', { settings: settings() });
  const bare = await child('bare-server.mjs', { databaseUrl: database.appUrl, poolSize: POOL, jobs: statements });
  say(
    `\n${'job'.padEnd(34)}${'statements'.padStart(11)}${'app/s'.padStart(9)}${'bare/s'.padStart(9)}${'p95 ms'.padStart(9)}${'ratio'.padStart(8)}${'promised'.padStart(10)}`,
  );
  let all = true;
  for (const [index, job] of jobs.entries()) {
    const rounds = [];
    for (let round = 0; round <= options.rounds; round += 1) {
      const ours = await press({
        port: app.port,
        connections: options.connections,
        seconds: options.seconds,
        request: counting(job.request),
      });
      const limit = await press({
        port: bare.port,
        connections: options.connections,
        seconds: options.seconds,
        request: () => ({ method: 'POST', path: `/${index}`, headers: {}, body: job.request(0).body ?? '{}' }),
      });
      // The first round warms both up.
      if (round > 0) rounds.push({ ours, limit, ratio: ours.perSecond / limit.perSecond });
    }
    rounds.sort((a, b) => a.ratio - b.ratio);
    const { ours, limit, ratio } = rounds[Math.floor(rounds.length / 2)];
    const promised = PROMISES[job.name];
    all &&= ratio >= promised;
    say(
      `${job.name.padEnd(34)}${String(statements[index].length).padStart(11)}${ours.perSecond.toFixed(0).padStart(9)}${limit.perSecond.toFixed(0).padStart(9)}${ours.p95.toFixed(1).padStart(9)}${ratio.toFixed(2).padStart(8)}${`≥ ${promised}`.padStart(10)}${ratio >= promised ? '' : '  BROKEN'}`,
    );
  }
  say(all ? '\nevery promise is kept' : '\na promise is broken');
  return all;
}

function jobsFor({ caseworker, supervisor, cookie, items }) {
  const bearer = (token) => ({ authorization: `Bearer ${token}` });
  return [
    {
      name: 'log a consultation',
      request: (n) => {
        const { jobseekerId, caseId } = items[n % items.length];
        const body = {
          jobseekerId,
          supportCaseId: caseId,
          heldOn: today(),
          kind: 'vocational',
          channel: 'desk',
          outcomes: ['jobs_searched'],
          sharedText: '計測の相談。応募書類を一緒に確認した。',
        };
        return {
          method: 'POST',
          path: '/api/v1/consultations',
          headers: bearer(caseworker),
          body: JSON.stringify(body),
        };
      },
    },
    {
      name: 'caseload of 50, JSON',
      request: () => ({ method: 'GET', path: '/api/v1/caseload?scope=site', headers: bearer(caseworker) }),
    },
    {
      name: 'caseload of 50, HTML',
      request: () => ({ method: 'GET', path: '/cases?scope=site', headers: { cookie } }),
    },
    {
      name: "one site's month, 40 indicators",
      request: () => ({ method: 'GET', path: '/api/v1/figures?month=2026-05', headers: bearer(supervisor) }),
    },
  ];
}

/** Each call asks for the next one. */
function counting(request) {
  let n = 0;
  return () => request(n++);
}

function settings() {
  return { root, databaseUrl: database.appUrl, cookieSecret: database.cookieSecret, poolSize: POOL };
}

async function signIn(web, login) {
  const answer = await web.inject({ method: 'POST', url: '/api/v1/sessions', payload: credentials(login) });
  return JSON.parse(answer.body).token;
}

async function signInByPage(web, login) {
  const form = await web.inject('/sign-in');
  const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1];
  const cookies = (answer) =>
    answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  const payload = new URLSearchParams({ ...credentials(login), _csrf: token ?? '', next: '/' }).toString();
  const answer = await web.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { cookie: cookies(form), 'content-type': 'application/x-www-form-urlencoded' },
    payload,
  });
  if (answer.statusCode !== 303) throw new Error(`signing in answered ${answer.statusCode}`);
  return `${cookies(form)}; ${cookies(answer)}`;
}

function child(file, message) {
  const started = fork(path.join(import.meta.dirname, file), { cwd: root });
  children.push(started);
  return new Promise((resolve, reject) => {
    started.once('message', resolve);
    started.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    started.send(message);
  });
}

/** Changed migrations or a changed generator make the database useless. */
function schemaState() {
  const hash = createHash('sha256').update(readFileSync(path.join(import.meta.dirname, 'data.mjs')));
  for (const folder of ['dist/migrations', 'dist/migrations/support']) {
    for (const file of readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.js'))
      .sort())
      hash.update(readFileSync(path.join(root, folder, file)));
  }
  return hash.digest('hex');
}

function today() {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
