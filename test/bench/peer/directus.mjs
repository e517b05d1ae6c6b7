// Directus beside the application: installed from npm into data/bench/peer by this script alone, on 127.0.0.1, with its own copy of the rows.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

const VERSION = '12.3.1';
/** Directus wants a newer node than the application does; its package carries binary and headers. */
const NODE_PACKAGE = `node-${process.platform}-${process.arch}`;
const NODE_MAJOR = '22';
const PATIENCE_MS = 180_000;

/**
 * Installs it unless it is there.
 * @returns {string} its folder
 */
export function install(root, say) {
  const folder = path.join(root, 'data', 'bench', 'peer');
  const done = path.join(folder, 'installed');
  if (existsSync(done)) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ private: true, dependencies: { directus: VERSION, [NODE_PACKAGE]: NODE_MAJOR } }),
  );
  say(`installing Directus ${VERSION} (some minutes)`);
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], folder, process.env);
  // Two of its parts are compiled, against the headers beside the binary: nothing is fetched for it.
  run('npm', ['rebuild', 'isolated-vm', 'sqlite3'], folder, {
    ...withItsNode(folder),
    npm_config_nodedir: path.join(folder, 'node_modules', NODE_PACKAGE),
  });
  writeFileSync(done, VERSION);
  return folder;
}

/**
 * Starts it on a database whose tables it takes as they are.
 * @returns {Promise<{port: number, token: string, stop: () => void}>}
 */
export async function start(folder, ownerUrl) {
  const port = await freePort();
  const token = randomUUID();
  const url = new URL(ownerUrl);
  const env = {
    ...withItsNode(folder),
    DB_CLIENT: 'pg',
    DB_HOST: url.hostname,
    DB_PORT: url.port,
    DB_DATABASE: url.pathname.slice(1),
    DB_USER: url.username,
    DB_PASSWORD: url.password,
    SECRET: randomUUID(),
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    ADMIN_EMAIL: 'admin@example.jp',
    ADMIN_PASSWORD: randomUUID(),
    ADMIN_TOKEN: token,
    TELEMETRY: 'false',
    LOG_LEVEL: 'warn',
    // As the application: a pool of ten, every request answered from the rows.
    DB_POOL__MAX: '10',
    CACHE_ENABLED: 'false',
    RATE_LIMITER_ENABLED: 'false',
  };
  const cli = path.join(folder, 'node_modules', 'directus', 'cli.js');
  const node = itsNode(folder);
  run(node, [cli, 'bootstrap'], folder, env);
  const server = spawn(node, [cli, 'start'], { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const end = Date.now() + PATIENCE_MS;
  while (!(await pings(port))) {
    if (Date.now() > end || server.exitCode !== null) throw new Error('Directus did not start');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return { port, token, stop: () => server.kill('SIGTERM') };
}

const itsNode = (folder) => path.join(folder, 'node_modules', NODE_PACKAGE, 'bin', 'node');
const withItsNode = (folder) => ({
  ...process.env,
  PATH: `${path.dirname(itsNode(folder))}${path.delimiter}${process.env.PATH}`,
});

function run(command, args, cwd, env) {
  const { status } = spawnSync(command, args, { cwd, env, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

async function pings(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/server/ping`)).ok;
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
