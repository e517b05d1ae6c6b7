// What strangers may cost everybody else: wrong passwords by the hundred, bodies by the megabyte, and whether anybody is answered meanwhile.
import http from 'node:http';
import { PASSWORD, STAFF_OF_A_SIDE } from './data/sites.mjs';
import { Opponents } from './opponents.mjs';

const WRONG = 500;
const MORNING = 130;
const PROMISED = {
  /** Times the idle answer of /healthz, at the 95th of a hundred, while passwords are checked. */
  health: 10,
  /** Milliseconds below which the idle answer is noise of the machine. */
  floor: 2,
  /** Times an ordinary refusal that a hostile one may take. */
  refusal: 20,
  /** Times a wrong password of a login that nobody has may differ from one of somebody's. */
  alike: 1.25,
};

/** @returns {Promise<boolean>} whether every promise was kept */
export async function signInUnderLoad({ database, settings, say }) {
  const opponents = new Opponents();
  try {
    const { port } = await opponents.start('app-server.mjs', { settings: { ...settings, poolSize: 10 } });
    const logins = Array.from(
      { length: MORNING },
      (_, index) => `caseworker${Math.floor(index / database.sites) % STAFF_OF_A_SIDE}-${1 + (index % database.sites)}`,
    );
    const idle = await healthDuring(port, () => pause(2_000));
    const wrong = await healthDuring(port, () =>
      Promise.all(
        Array.from({ length: WRONG }, (_, n) =>
          signIn(port, logins[n % logins.length], `wrong ${n}`, `10.2.${n % 200}.1`),
        ),
      ),
    );
    const morning = await healthDuring(port, () => Promise.all(logins.map((login, n) => patiently(port, login, n))));
    const known = await waited(20, (n) => signIn(port, logins[n], 'wrong', `10.4.${n}.1`));
    const unknown = await waited(20, (n) => signIn(port, `nobody${n}`, 'wrong', `10.5.${n}.1`));
    const refusal = await waited(20, () => post(port, '/api/v1/sessions', '{"login":"","password":""}', '10.6.0.1'));
    const fields = Array.from({ length: 75_000 }, (_, n) => `"f${n}":1`).join(',');
    const hostile = await waited(10, () => post(port, '/api/v1/sessions', `{${fields}}`, '10.7.0.1'));

    const most = Math.max(idle.p95, PROMISED.floor) * PROMISED.health;
    const counts = (statuses) =>
      [...statuses]
        .sort()
        .map(([status, count]) => `${count} × ${status}`)
        .join(', ');
    const ratio = Math.max(known, unknown) / Math.min(known, unknown);
    const promises = [
      [
        `/healthz idle ${idle.p95.toFixed(1)} ms; while ${WRONG} wrong sign-ins came at once (${counts(wrong.result)}) ${wrong.p95.toFixed(1)} ms`,
        wrong.p95 <= most,
        `≤ ${most.toFixed(0)} ms`,
      ],
      [
        `/healthz while ${MORNING} people signed in within ${(morning.ms / 1000).toFixed(1)} s (${counts(morning.result)}) ${morning.p95.toFixed(1)} ms`,
        morning.p95 <= most && morning.result.get(201) === MORNING,
        `≤ ${most.toFixed(0)} ms, all in`,
      ],
      [
        `a wrong password ${known.toFixed(0)} ms, of a login that nobody has ${unknown.toFixed(0)} ms`,
        ratio <= PROMISED.alike,
        `within ${PROMISED.alike} ×`,
      ],
      [
        `75,000 fields ${hostile.toFixed(1)} ms, an ordinary refusal ${refusal.toFixed(1)} ms`,
        hostile <= refusal * PROMISED.refusal,
        `≤ ${PROMISED.refusal} ×`,
      ],
    ];
    for (const [text, kept, promised] of promises) say(`${text.padEnd(112)} ${promised}${kept ? '' : '  MISSED'}`);
    return promises.every(([, kept]) => kept);
  } finally {
    opponents.stop();
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks for /healthz every 20 ms while `act` runs. @returns the 95th of a hundred answers in ms, and what was answered how often */
async function healthDuring(port, act) {
  const agent = new http.Agent({ keepAlive: true });
  const times = [];
  let acting = true;
  const watch = (async () => {
    while (acting) {
      const began = performance.now();
      await asked(agent, port, { method: 'GET', path: '/healthz', headers: {} });
      times.push(performance.now() - began);
      await pause(20);
    }
  })();
  const began = performance.now();
  const answers = await act();
  const ms = performance.now() - began;
  acting = false;
  await watch;
  agent.destroy();
  times.sort((one, other) => one - other);
  const result = new Map();
  for (const status of answers ?? []) result.set(status, (result.get(status) ?? 0) + 1);
  return { p95: times[Math.floor(times.length * 0.95)] ?? 0, ms, result };
}

/** Middle of so many, one after the other; ms. */
async function waited(times, act) {
  const took = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    await act(n);
    took.push(performance.now() - began);
  }
  return took.sort((one, other) => one - other)[Math.floor(times / 2)];
}

const signIn = (port, login, password, from) =>
  post(port, '/api/v1/sessions', JSON.stringify({ login, password }), from);

/** Whoever is told to come again later does. */
async function patiently(port, login, n) {
  for (;;) {
    const status = await signIn(port, login, PASSWORD, `10.3.0.${1 + n}`);
    if (status !== 503) return status;
    await pause(3_000 + 4_000 * Math.random());
  }
}

const post = (port, path, body, from) =>
  asked(undefined, port, {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-forwarded-for': from },
    body,
  });

/** @returns {Promise<number>} the status */
function asked(agent, port, { method, path, headers, body }) {
  return new Promise((resolve, reject) => {
    const sent = http.request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
