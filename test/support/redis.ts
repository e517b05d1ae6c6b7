import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answers, freePort } from '../../src/platform/database/embedded/ports.js';
import { runFolder } from './run.js';

/** Whether this machine has a redis-server; .ci/run installs one where it can. */
export function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}

/**
 * A Redis for one spec, on a port of its own and in memory only.
 * @param password asked of whoever comes; the address bears it
 * @param options for redis-server, beside ours
 */
export async function startRedis(
  password?: string,
  options: readonly string[] = [],
): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(runFolder(), 'redis-'));
  const server = spawn(
    'redis-server',
    [
      ...['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
      ...(password === undefined ? [] : ['--requirepass', password]),
      ...options,
    ],
    { stdio: 'ignore' },
  );
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  while (!(await answers(port))) {
    if (server.exitCode !== null) throw new Error(`redis-server ended with ${server.exitCode}`);
    await pause(20);
  }
  return {
    url: `redis://${password === undefined ? '' : `:${password}@`}127.0.0.1:${port}`,
    stop: () => {
      server.kill('SIGTERM');
      return gone;
    },
  };
}
