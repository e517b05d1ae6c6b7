import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';

export const SUPERUSER = 'postgres';

/**
 * A cluster on disk and the account that works in it. `home` belongs to that account and holds the cluster itself in
 * `cluster/`.
 */
export interface Cluster {
  home: string;
  logFile: string;
  account: Account | undefined;
}

/** Makes the home of the cluster, in the hands of the account that will run the server. */
export function openCluster(dataFolder: string, account: (home: string) => Account | undefined): Cluster {
  const home = path.join(dataFolder, 'postgres');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const owner = account(home);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (owner !== undefined) chownSync(home, owner.uid, owner.gid);
  return { home, logFile: path.join(dataFolder, 'postgres.log'), account: owner };
}

/**
 * Runs initdb unless there is a cluster. It is built aside and renamed, so that a start killed half-way leaves none; its
 * initdb may still be at work, hence a folder for each attempt.
 */
export async function initialise(
  cluster: Cluster,
  binaries: Binaries,
  password: string,
  durable: boolean,
): Promise<void> {
  const whole = path.join(cluster.home, 'cluster');
  if (existsSync(path.join(whole, 'PG_VERSION'))) return;
  for (const leftover of readdirSync(cluster.home))
    rmSync(path.join(cluster.home, leftover), { recursive: true, force: true, maxRetries: 20 });
  const unfinished = `unfinished-${process.pid}`;
  const passwordFile = path.join(cluster.home, 'initdb-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (cluster.account !== undefined) chownSync(passwordFile, cluster.account.uid, cluster.account.gid);
  try {
    const child = spawnInHome(cluster, binaries.initdb, (home) => [
      '-D',
      `${home}/${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${home}/initdb-password`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=ja-JP',
      '--locale=C.UTF-8',
      ...(durable ? [] : ['--no-sync']),
    ]);
    const code = await exitOf(child);
    if (code !== 0) throw new Error(`initdb failed (${String(code)}): see ${cluster.logFile}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(path.join(cluster.home, unfinished), whole);
}

/** Starts the server on 127.0.0.1. It outlives this process unless it is shut down. */
export function launch(cluster: Cluster, binaries: Binaries, port: number, durable: boolean): ChildProcess {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    // A small machine: two cores that the application also wants.
    max_connections: 100,
    shared_buffers: '128MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    effective_cache_size: '512MB',
    random_page_cost: 1.1,
    jit: 'off',
    max_parallel_workers_per_gather: 1,
    wal_compression: 'on',
    // Neither statements nor the values of a violated key go to the log: they are personal data.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawnInHome(cluster, binaries.postgres, (home) => ['-D', `${home}/cluster`, ...flags]);
  server.unref();
  return server;
}

/** Resolves to the exit code, or to the signal that ended the process. */
function exitOf(child: ChildProcess): Promise<number | string | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
}

/**
 * Runs a program of PostgreSQL as the cluster's account, in its own process group so that Ctrl-C reaches only us.
 *
 * The account may be unable to walk down to the project (a parent folder of mode 700). On Linux it therefore gets the
 * home as an open descriptor, which needs no right on the folders above it.
 */
function spawnInHome(cluster: Cluster, program: string, args: (home: string) => string[]): ChildProcess {
  const handOver = cluster.account !== undefined && process.platform === 'linux';
  const home = openSync(cluster.home, 'r');
  const log = openSync(cluster.logFile, 'a', 0o600);
  try {
    return spawn(program, args(handOver ? '/proc/self/fd/3' : cluster.home), {
      ...cluster.account,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log, home],
      env: { LC_MESSAGES: 'C', TZ: 'UTC' },
    });
  } finally {
    closeSync(home);
    closeSync(log);
  }
}
