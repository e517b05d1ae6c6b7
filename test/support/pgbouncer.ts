import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { WholeAddresses } from '../../src/platform/database/embedded/index.js';
import { addressesAt } from './addresses.js';
import { answers, freePort } from '../../src/platform/database/embedded/ports.js';
import { runFolder } from './run.js';

/** Whether this machine has a pgbouncer; .ci/run installs one where it can. */
export function hasPgBouncer(): boolean {
  return spawnSync('pgbouncer', ['--version']).status === 0;
}

/** A PgBouncer in transaction mode before one database, with fewer connections of a role than askers. */
export async function startPgBouncer(to: WholeAddresses): Promise<{ database: WholeAddresses; stop(): Promise<void> }> {
  const target = new URL(to.appUrl);
  const port = await freePort();
  const folder = mkdtempSync(path.join(runFolder(), 'pgbouncer-'));
  const name = target.pathname.slice(1);
  const users = [to.appUrl, to.signInUrl, to.reportUrl, to.workerUrl].map((url) => new URL(url));
  const lines = users.map(({ username, password }) => `"${username}" "${decodeURIComponent(password)}"\n`);
  writeFileSync(path.join(folder, 'users.txt'), lines.join(''));
  writeFileSync(
    path.join(folder, 'pgbouncer.ini'),
    `[databases]
${name} = host=${target.hostname} port=${target.port} dbname=${name}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${folder}/users.txt
pool_mode = transaction
default_pool_size = 2
max_client_conn = 200
`,
  );
  // It refuses to run as root; whoever it runs as reads its own files.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) for (const each of [runFolder(), folder]) chmodSync(each, 0o755);
  const server = spawn('pgbouncer', [...(isRoot ? ['-u', 'nobody'] : []), path.join(folder, 'pgbouncer.ini')], {
    stdio: 'ignore',
  });
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  while (!(await answers(port))) {
    if (server.exitCode !== null) throw new Error(`pgbouncer ended with ${server.exitCode}`);
    await pause(20);
  }
  return {
    database: addressesAt(to, `127.0.0.1:${port}`),
    stop: () => {
      server.kill('SIGINT');
      return gone;
    },
  };
}
