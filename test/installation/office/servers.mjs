// The servers of an office from Debian's packages, by compose's own commands as far as a package has the same program.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { Part, SEARCHED } from './part.mjs';

const POSTGRES = '/usr/lib/postgresql/15/bin';
const isRoot = process.getuid() === 0;

/** What the row needs besides node, and how each says its version. */
const PROGRAMS = {
  'postgresql-15': () => versionOf(path.join(POSTGRES, 'postgres')),
  'redis-server': () => versionOf('redis-server'),
  'redis-tools': () => versionOf('redis-cli'),
  pgbouncer: () => versionOf('pgbouncer'),
  haproxy: () => versionOf('haproxy', '-v'),
  openssl: () => versionOf('openssl', 'version'),
  libfaketime: () => fakeTime() && '',
};

export const PACKAGES = Object.keys(PROGRAMS);

/** @returns {{ versions: Record<string, string>, missing: string[] }} */
export function whatIsThere() {
  const found = Object.entries(PROGRAMS).map(([name, version]) => [name, version()]);
  return {
    versions: Object.fromEntries(found),
    missing: found.filter(([, version]) => version === undefined).map(([name]) => name),
  };
}

/** Environment in which a program's clock is ahead; what waits for a while waits as long as ever. */
export const clockAhead = (seconds) => ({
  LD_PRELOAD: fakeTime(),
  FAKETIME: `+${seconds}`,
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
  DONT_FAKE_MONOTONIC: '1',
});

/** A PostgreSQL with the options compose gives initdb. */
export function postgres(home, { command, environment, healthcheck }, port) {
  const folder = folderFor(home, 'postgres', 'postgres');
  const cluster = path.join(folder, 'cluster');
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, environment.POSTGRES_PASSWORD, { mode: 0o644 });
  const options = environment.POSTGRES_INITDB_ARGS.split(' ');
  const initdb = [path.join(POSTGRES, 'initdb'), '-D', cluster, '--username=postgres', '--encoding=UTF8', ...options];
  const [program, ...words] = as('postgres', [...initdb, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]);
  execFileSync(program, words, {
    cwd: '/',
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '' };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return new Part('PostgreSQL', {
    command: as('postgres', [path.join(POSTGRES, 'postgres'), '-D', cluster, ...command.slice(1), ...flags]),
    log: path.join(home, 'postgres.log'),
    // As `pg_ctl stop` does: who is connected is not waited for.
    endsBy: 'SIGINT',
    health: [path.join(POSTGRES, healthcheck[0]), ...healthcheck.slice(1), `--port=${port}`],
  });
}

export function redis(home, { command, environment, healthcheck }, port) {
  const folder = folderFor(home, 'redis');
  const [client, ...ask] = healthcheck;
  const env = { ...environment, PATH: SEARCHED };
  return new Part('Redis', {
    command: [...command, '--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
    env,
    log: path.join(home, 'redis.log'),
    health: ['sh', '-c', `${client} -p ${port} ${ask.join(' ')} | grep -q PONG`],
    empty: async () => execFileSync(client, ['-p', String(port), 'FLUSHALL'], { env, stdio: 'ignore' }),
  });
}

/** In transaction mode, as the operator's page has it. @param {string[]} to the server's addresses, one for each role */
export function pgBouncer(home, to, port) {
  const roles = to.map((url) => new URL(url));
  const [target] = roles;
  const folder = folderFor(home, 'pgbouncer', 'nobody');
  const users = roles.map(({ username, password }) => `"${username}" "${password}"\n`);
  writeFileSync(path.join(folder, 'users.txt'), users.join(''));
  writeFileSync(
    path.join(folder, 'pgbouncer.ini'),
    `[databases]
team_support = host=${target.hostname} port=${target.port} dbname=team_support
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${folder}/users.txt
pool_mode = transaction
default_pool_size = 20
max_client_conn = 200
server_login_retry = 1
`,
  );
  return new Part('PgBouncer', {
    command: ['pgbouncer', ...(isRoot ? ['-u', 'nobody'] : []), path.join(folder, 'pgbouncer.ini')],
    log: path.join(home, 'pgbouncer.log'),
    endsBy: 'SIGINT',
    health: ['bash', '-c', `exec 3<>/dev/tcp/127.0.0.1/${port}`],
  });
}

/**
 * The proxy by compose's own file, with other places: where it listens, its certificate, who answers for names.
 *
 * @param {{ http: number, https: number, webs: number, names: string, certificate: string }} places
 */
export function proxy(root, home, { command, healthcheck }, { http, https, webs, names, certificate }) {
  const moved = [
    ['bind :8080', `bind 127.0.0.1:${http}`],
    ['bind :8443', `bind 127.0.0.1:${https}`],
    ['/run/secrets/certificate', certificate],
    ['127.0.0.11:53', names],
    [' web:3000 ', ` web:${webs} `],
  ].reduce(
    (text, [ours, other]) => {
      if (!text.includes(ours)) throw new Error(`haproxy.cfg has no ${ours}`);
      return text.replaceAll(ours, other);
    },
    readFileSync(path.join(root, 'haproxy.cfg'), 'utf8'),
  );
  const file = path.join(home, 'haproxy.cfg');
  writeFileSync(file, moved);
  return new Part('the proxy', {
    command: [...command.slice(0, -1), file],
    log: path.join(home, 'haproxy.log'),
    health: healthcheck.map((word) => word.replace('/8080', `/${http}`)),
  });
}

/** For the proxy, signed by itself. @returns {{ file: string, authority: Buffer }} */
export function certificate(home) {
  const [key, cert, file] = ['office.key', 'office.crt', 'office.pem'].map((name) => path.join(home, name));
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  execFileSync('openssl', [...request, '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  });
  writeFileSync(file, Buffer.concat([readFileSync(cert), readFileSync(key)]), { mode: 0o600 });
  return { file, authority: readFileSync(cert) };
}

export function freePort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, host, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function folderFor(home, name, account) {
  const folder = path.join(home, name);
  mkdirSync(folder, { recursive: true });
  // Whoever runs it walks down to it; nobody but root reads what lies beside it.
  chmodSync(home, 0o711);
  if (isRoot && account !== undefined) execFileSync('chown', [account, folder]);
  return folder;
}

/** A command that root hands to an account: PostgreSQL refuses to run as root. */
function as(account, command) {
  return isRoot ? ['setpriv', `--reuid=${account}`, `--regid=${account}`, '--clear-groups', ...command] : command;
}

/** Where Debian puts it, which depends on the machine's kind. */
function fakeTime() {
  return readdirSync('/usr/lib')
    .map((kind) => path.join('/usr/lib', kind, 'faketime', 'libfaketime.so.1'))
    .find((file) => existsSync(file));
}

function versionOf(program, ask = '--version') {
  try {
    const said = execFileSync(program, [ask], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: SEARCHED },
    }).toString();
    return /\d+\.\d+(\.\d+)?/.exec(said)?.[0];
  } catch {
    return undefined;
  }
}
