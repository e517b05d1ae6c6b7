import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answers, freePort } from '../../src/platform/database/embedded/ports.js';
import { runFolder } from './run.js';

/** Whether this machine has a pgbouncer; .ci/run installs one where it can. */
export function hasPgBouncer(): boolean {
  return spawnSync('pgbouncer', ['--version']).status === 0;
}

/** A PgBouncer in transaction mode before one database, with fewer connections than askers. @param to address of the database */
export async function startPgBouncer(to: string): Promise<{ url: string; stop(): Promise<void> }> {
  const target = new URL(to);
  const port = await freePort();
  const folder = mkdtempSync(path.join(runFolder(), 'pgbouncer-'));
  const name = target.pathname.slice(1);
  writeFileSync(path.join(folder, 'users.txt'), `"${target.username}" "${decodeURIComponent(target.password)}"\n`);
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
  const url = new URL(to);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    stop: () => {
      server.kill('SIGINT');
      return gone;
    },
  };
}
