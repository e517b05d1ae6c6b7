import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from './cluster.js';

/** A running server as it describes itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** The server of this cluster, or undefined when none runs. */
export function findPostmaster(cluster: Cluster): Postmaster | undefined {
  const file = path.join(cluster.home, 'cluster', 'postmaster.pid');
  const lines = readLines(file);
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const program = programOf(pid);
  if (program === 'postgres') return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  // The number has gone to another process since: PostgreSQL would take that one for its own server and refuse to start.
  // The file of a process that is simply gone stays, because PostgreSQL finds orphaned back ends by it.
  if (program !== undefined) rmSync(file, { force: true });
  return undefined;
}

/** Ends the server by a fast shutdown: open transactions are rolled back, everything is written. */
export async function shutDown(cluster: Cluster): Promise<void> {
  const server = findPostmaster(cluster);
  if (server === undefined) return;
  process.kill(server.pid, 'SIGINT');
  while (programOf(server.pid) === 'postgres') await pause(20);
}

/** Name of the program a process runs; undefined when it has ended, also when nobody has waited for it yet. */
function programOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const status = readLines(`/proc/${pid}/status`).join('\n');
    return /^State:\tZ/m.test(status) ? undefined : /^Name:\t(.*)$/m.exec(status)?.[1];
  }
  try {
    return path.basename(
      execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { stdio: ['ignore', 'pipe', 'ignore'] })
        .toString()
        .trim(),
    );
  } catch {
    return undefined;
  }
}

/** No lines when there is no such file, or no longer such a process. */
function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return [];
    throw error;
  }
}
