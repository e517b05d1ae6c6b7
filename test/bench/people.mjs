// Two hundred people at work: a mixed day with time to think, at the application and at the twin in turns.
import http from 'node:http';
import { Application } from './application.mjs';
import { cleanUp } from './data/database.mjs';
import { PASSWORD, STAFF_OF_A_SIDE, TODAY } from './data/sites.mjs';
import { consultation } from './jobs.mjs';
import { send } from './load.mjs';
import { backendsOf, Opponents } from './opponents.mjs';
import { ownMegabytes, residentMegabytes } from './processor.mjs';
import { copySessions, twinDatabase } from './twin/database.mjs';

const POOL = 10;
/** Seconds from an answer to the next request. */
const THINKING = { least: 3, most: 13 };
const PROMISED = { slower: 3, webMegabytes: 350, backendMegabytes: 80 };
const SAMPLE_MS = 250;

/** How often an act is done, and what it asks for. `who` holds the person's headers and cases. */
const DAY = {
  case_staff: [
    ['home', 2, (who) => ({ path: '/', headers: who.page })],
    ['list', 2, (who) => ({ path: '/cases', headers: who.page })],
    ['site list', 1, (who) => ({ path: '/cases?scope=site', headers: who.page })],
    ['search, one letter', 3, (who) => ({ path: search('アイサタナハマ', 1), headers: who.api })],
    [
      'search, three letters',
      2,
      (who) => ({ path: search(['タナカ', 'サトウ', 'アオキ', 'ハシモ']), headers: who.api }),
    ],
    ['case file', 4, (who) => ({ path: `/cases/${any(who.cases).caseId}`, headers: who.page })],
    [
      'quick-log form',
      3,
      (who) => ({ path: `/consultations/new?jobseeker=${any(who.cases).jobseekerId}`, headers: who.page }),
    ],
    [
      'log',
      3,
      (who) => ({
        method: 'POST',
        path: '/api/v1/consultations',
        headers: who.api,
        body: consultation(any(who.cases)),
      }),
    ],
  ],
  supervisor: [
    ["supervisor's home", 4, (who) => ({ path: '/', headers: who.page })],
    ['month', 2, (who) => ({ path: `/month?month=2026-0${4 + Math.floor(Math.random() * 3)}`, headers: who.page })],
    [
      'month, JSON',
      1,
      (who) => ({ path: `/api/v1/figures?month=2026-0${4 + Math.floor(Math.random() * 3)}`, headers: who.api }),
    ],
    [
      'opened figure',
      1,
      (who) => ({
        path: '/figures/placement_occurrences_livelihood_protection?from=2026-04-01&to=2026-05-31',
        headers: who.page,
      }),
    ],
  ],
};

const any = (list) => list[Math.floor(Math.random() * list.length)];
const search = (letters) => `/api/v1/jobseekers?q=${encodeURIComponent(any(letters))}`;

/** @returns {Promise<boolean>} whether every promise was kept */
export async function peopleAtWork({ server, database, settings, options, say }) {
  const opponents = new Opponents();
  try {
    const twinRows = await twinDatabase(server, database, say);
    const people = await crowd(database, settings, options.people);
    await copySessions(database, twinRows);
    const app = await opponents.start('app-server.mjs', { settings: { ...settings, poolSize: POOL } });
    const twin = await opponents.start('twin/server.mjs', {
      databaseUrl: twinRows.ownerUrl,
      cookieSecret: settings.cookieSecret,
      poolSize: POOL,
    });
    const found = {};
    for (const [name, opponent, rows] of [
      ['twin', twin, twinRows],
      ['app', app, database],
    ]) {
      await work(opponent, people, Math.min(options.seconds, 15));
      found[name] = await watched(opponent, rows, () => work(opponent, people, options.seconds));
      await cleanUp(rows);
    }
    const storm = await watched(app, database, () => signInAtOnce(app, database.sites));
    return report({ found, storm, people, options, say });
  } finally {
    opponents.stop();
  }
}

/** Nine of ten are case staff, spread over the sites; each has a session in a browser and one for the API, and their own cases. */
async function crowd(database, settings, count) {
  const application = await Application.start({ ...settings, adminUrl: database.adminUrl });
  try {
    const people = [];
    for (let index = 0; index < count; index += 1) {
      const site = 1 + (index % database.sites);
      const nth = Math.floor(index / database.sites);
      const role = index % 10 === 9 ? 'supervisor' : 'case_staff';
      const login =
        role === 'supervisor'
          ? `${nth % 2 === 0 ? 'city' : 'hw'}-supervisor-${site}`
          : `${nth % 2 === 0 ? 'caseworker' : 'navigator'}${Math.floor(nth / 2) % STAFF_OF_A_SIDE}-${site}`;
      // Each at a desk of their own, as the address says.
      const desk = { 'x-forwarded-for': `10.0.${Math.floor(index / 250)}.${1 + (index % 250)}` };
      const api = { authorization: `Bearer ${await application.token(login)}`, ...desk };
      const page = { cookie: await application.cookie(login), ...desk };
      const { items } =
        role === 'supervisor'
          ? { items: [] }
          : JSON.parse(await application.answer({ method: 'GET', path: '/api/v1/caseload?limit=50', headers: api }));
      people.push({ login, role, api, page, cases: items });
    }
    return people;
  } finally {
    await application.stop();
  }
}

/** @returns {Promise<{times: Map<string, number[]>, errors: string[]}>} milliseconds by act */
async function work({ port }, people, seconds) {
  const agent = new http.Agent({ keepAlive: true });
  const end = performance.now() + seconds * 1000;
  const times = new Map();
  const errors = [];
  const one = async (who) => {
    await pause(Math.random() * THINKING.most);
    while (performance.now() < end) {
      const [act, , request] = drawn(DAY[who.role]);
      const began = performance.now();
      try {
        await send(agent, port, { method: 'GET', ...request(who) });
        times.set(act, [...(times.get(act) ?? []), performance.now() - began]);
      } catch (error) {
        errors.push(`${act}: ${error.message.slice(0, 200)}`);
      }
      await pause(THINKING.least + Math.random() * (THINKING.most - THINKING.least));
    }
  };
  await Promise.all(people.map(one));
  agent.destroy();
  return { times, errors };
}

const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

function drawn(acts) {
  let left = Math.random() * acts.reduce((sum, [, weight]) => sum + weight, 0);
  return acts.find(([, weight]) => (left -= weight) < 0) ?? acts[0];
}

/** The same with what it took: the largest web process, the largest backend, the most connections. */
async function watched(opponent, rows, use) {
  const most = { web: 0, backend: 0, half: 0, connections: 0 };
  const began = performance.now();
  const sample = async () => {
    const backends = await backendsOf(rows.adminUrl, rows.name);
    const sizes = backends.map((pid) => quietly(() => ownMegabytes(pid)));
    most.web = Math.max(
      most.web,
      quietly(() => residentMegabytes(opponent.pid)),
    );
    most.connections = Math.max(most.connections, backends.length);
    most.backend = Math.max(most.backend, ...sizes);
    most.sizes ??= [];
    most.sizes.push([performance.now() - began, Math.max(0, ...sizes)]);
  };
  let watching = true;
  const watch = (async () => {
    while (watching) {
      await sample();
      await pause(SAMPLE_MS / 1000);
    }
  })();
  const result = await use();
  watching = false;
  await watch;
  const [last] = most.sizes.at(-1);
  most.half = most.sizes.findLast(([at]) => at <= last / 2)?.[1] ?? 0;
  return { ...result, most };
}

function quietly(read) {
  try {
    return read();
  } catch {
    return 0;
  }
}

/** One of them; whoever is told to come again later does. */
async function enter(agent, port, login, from) {
  const body = JSON.stringify({ login, password: PASSWORD });
  for (;;) {
    try {
      return await send(agent, port, {
        method: 'POST',
        path: '/api/v1/sessions',
        headers: { 'x-forwarded-for': from },
        body,
      });
    } catch (error) {
      if (!error.message.includes('answered 503')) throw error;
      await pause(3 + 4 * Math.random());
    }
  }
}

/** Everybody of a morning at the same moment: what must not grow with how many there are is the memory. */
async function signInAtOnce({ port }, sites) {
  const agent = new http.Agent({ keepAlive: true });
  const began = performance.now();
  const errors = [];
  const logins = Array.from(
    { length: 130 },
    (_, index) => `caseworker${Math.floor(index / sites) % STAFF_OF_A_SIDE}-${1 + (index % sites)}`,
  );
  await Promise.all(
    logins.map((login, index) =>
      enter(agent, port, login, `10.1.0.${1 + index}`).catch((error) => errors.push(error.message)),
    ),
  );
  agent.destroy();
  return { seconds: (performance.now() - began) / 1000, errors, count: logins.length };
}

function report({ found: { app, twin }, storm, people, options, say }) {
  say(`\n${people.length} people for ${options.seconds} s of ${TODAY}, ${THINKING.least}-${THINKING.most} s to think`);
  const cells = (name, list) =>
    [50, 95, 99].map((percent) => at(list, percent).toFixed(0).padStart(7)).join('') +
    `${String(list.length).padStart(7)} ${name}`;
  say(`${'act'.padEnd(24)}${'p50'.padStart(7)}${'p95'.padStart(7)}${'p99'.padStart(7)}${'times'.padStart(7)} ms`);
  for (const act of [...app.times.keys()].sort()) {
    say(`${act.padEnd(24)}${cells('app', app.times.get(act))}`);
    say(`${''.padEnd(24)}${cells('twin', twin.times.get(act) ?? [])}`);
  }
  const [ours, theirs] = [app, twin].map(({ times }) => [...times.values()].flat());
  say(`${'all'.padEnd(24)}${cells('app', ours)}`);
  say(`${''.padEnd(24)}${cells('twin', theirs)}`);
  for (const error of [...new Set([...app.errors, ...storm.errors])].slice(0, 5)) say(`error: ${error}`);
  const slower = at(ours, 95) / at(theirs, 95);
  const web = Math.max(app.most.web, storm.most.web);
  const promises = [
    [`errors ${app.errors.length + storm.errors.length}`, app.errors.length + storm.errors.length === 0, 'none'],
    [`p95 ${slower.toFixed(2)} × the twin's`, slower <= PROMISED.slower, `≤ ${PROMISED.slower} ×`],
    [
      `web ${app.most.web.toFixed(0)} MB, ${storm.most.web.toFixed(0)} MB while ${storm.count} signed in within ${storm.seconds.toFixed(1)} s`,
      web <= PROMISED.webMegabytes,
      `≤ ${PROMISED.webMegabytes} MB`,
    ],
    [
      `largest backend ${app.most.backend.toFixed(0)} MB of its own (${app.most.half.toFixed(0)} MB at half time)`,
      app.most.backend <= PROMISED.backendMegabytes,
      `≤ ${PROMISED.backendMegabytes} MB`,
    ],
  ];
  say(
    `connections ${app.most.connections} (twin ${twin.most.connections}, web ${twin.most.web.toFixed(0)} MB, largest backend ${twin.most.backend.toFixed(0)} MB)`,
  );
  for (const [text, kept, promised] of promises) say(`${text.padEnd(64)} ${promised}${kept ? '' : '  MISSED'}`);
  return promises.every(([, kept]) => kept);
}

function at(list, percent) {
  const sorted = list.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}
