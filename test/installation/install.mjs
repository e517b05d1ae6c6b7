// `npm ci && npm start` by a newcomer, looked at from outside: does it answer, and is everything gone after Ctrl-C?
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A space and Japanese letters: an ordinary name of a folder, and one that quoting forgets. */
const FOLDER = '一体的 支援';
const PATIENCE = { ci: 1_200_000, page: 300_000, ready: 900_000, end: 30_000 };

/**
 * @param {string} root folder of the checkout
 * @returns {Promise<{ ci: number, page: number, ready: number, ended: number }>} seconds; page and ready since the end of `npm ci`
 * @throws Error with what was printed, when something is not as README says
 */
export async function install(root, who, { env }) {
  const project = copyOf(root, path.join(who.home, FOLDER));
  who.own(project);
  const port = await freePort();
  const npm = (...words) => run(who, project, { ...env, PORT: String(port) }, ['npm', ...words]);

  const installing = npm('ci');
  try {
    if ((await within(PATIENCE.ci, installing, installing.ended)) !== 0)
      throw new Error(`npm ci: ${installing.last()}`);
  } finally {
    installing.kill();
  }
  const installed = performance.now();
  const since = (moment) => (performance.now() - moment) / 1000;

  const started = npm('start');
  try {
    const page = await within(
      PATIENCE.page,
      started,
      answers(port, started, ({ type }) => type.startsWith('text/html')),
    );
    const pageAfter = since(installed);
    if (!page.body.includes('</html>')) throw new Error(`The first page is none: ${page.body.slice(0, 200)}`);
    await within(
      PATIENCE.ready,
      started,
      answers(port, started, ({ status, body }) => status === 200 && body.includes('ログインID')),
    );
    const ready = since(installed);

    const interrupted = performance.now();
    process.kill(-started.pid, 'SIGINT'); // the whole group, as a terminal does at Ctrl-C
    await within(PATIENCE.end, started, started.ended);
    await within(
      PATIENCE.end,
      started,
      until(() => who.processes().length === 0),
    );
    const ended = since(interrupted);
    if (await isTaken(port)) throw new Error(`Port ${port} is still taken`);
    return { ci: (installed - installing.begun) / 1000, page: pageAfter, ready, ended };
  } finally {
    started.kill();
  }
}

/** What git knows of the working tree, and nothing that was built or installed in it. */
function copyOf(root, target) {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
    .toString()
    .split('\0')
    .filter((file) => file !== '' && !file.startsWith('test/') && !file.startsWith('.github/'));
  for (const file of files) {
    mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(target, file));
  }
  return target;
}

function run(who, cwd, env, command) {
  const [program, ...words] = who.run(command);
  const child = spawn(program, words, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += text));
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  return {
    pid: child.pid,
    begun: performance.now(),
    ended,
    last: () => printed.trim().split('\n').slice(-15).join('\n'),
    kill: () => child.exitCode ?? child.signalCode ?? process.kill(-child.pid, 'SIGKILL'),
    isOver: () => child.exitCode !== null || child.signalCode !== null,
  };
}

/** @throws Error when it takes longer, with what the command printed last */
async function within(patience, command, work) {
  const late = new AbortController();
  const tooLate = pause(patience, undefined, { signal: late.signal }).then(() => {
    throw new Error(`After ${patience / 1000} s still nothing: ${command.last()}`);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    late.abort();
  }
}

/** The first answer of that kind to a browser that follows where it is sent. @throws Error when the command ends before */
async function answers(port, command, isMeant) {
  for (;;) {
    const answer = await ask(port);
    if (answer !== undefined && isMeant(answer)) return answer;
    if (command.isOver()) throw new Error(`npm start ended: ${command.last()}`);
    await pause(200);
  }
}

async function ask(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`);
    return { status: response.status, type: response.headers.get('content-type') ?? '', body: await response.text() };
  } catch {
    return undefined; // nobody listens yet
  }
}

async function until(isSo) {
  while (!isSo()) await pause(100);
}

function isTaken(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }).once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
