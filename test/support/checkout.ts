import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot, runFolder } from './run.js';

/** A copy of the project for a spec that starts it as a newcomer does: with its own dist/ and data/. */
export function copyCheckout(): string {
  const copy = mkdtempSync(path.join(runFolder(), 'checkout-'));
  for (const name of ['src', 'libs', 'migrations', 'dist', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    const source = path.join(projectRoot(), name);
    if (existsSync(source)) cpSync(source, path.join(copy, name), { recursive: true, preserveTimestamps: true });
  }
  symlinkSync(path.join(projectRoot(), 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

/** `npm start` in a checkout, with an environment that names no servers. */
export class StartedProject {
  readonly process: ChildProcess;
  readonly ended: Promise<number | string | null>;
  printed = '';

  constructor(root: string, env: NodeJS.ProcessEnv = {}) {
    const { PATH, HOME } = process.env;
    this.process = spawn('npm', ['start'], {
      cwd: root,
      env: { PATH, HOME, PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.on('data', (text: Buffer) => (this.printed += text.toString()));
    this.ended = new Promise((resolve) => this.process.once('exit', (code, signal) => resolve(code ?? signal)));
  }

  /** Waits for the address it prints. */
  async address(): Promise<string> {
    for (;;) {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(this.printed)?.[0];
      if (found !== undefined) return found;
      if (this.process.exitCode !== null) throw new Error(this.printed);
      await pause(50);
    }
  }

  /** Waits until everybody may sign in: the demonstration is loaded, the worker runs. @returns the address */
  async ready(): Promise<string> {
    while (!this.printed.includes('Ctrl-C stops it')) {
      if (this.process.exitCode !== null) throw new Error(this.printed);
      await pause(50);
    }
    return this.address();
  }

  /** Process numbers of what it has started, by the end of the command line. */
  descendants(): { pid: number; command: string }[] {
    const below = (pid: number): { pid: number; command: string }[] =>
      processes()
        .filter(({ parent }) => parent === pid)
        .flatMap((child) => [child, ...below(child.pid)]);
    return below(this.process.pid ?? 0);
  }
}

/** Waits until none of the processes is left. @throws when one lives on for half a minute, with its command line */
export async function allGone(pids: number[]): Promise<void> {
  const left = () => processes().filter(({ pid }) => pids.includes(pid));
  for (const giveUp = performance.now() + 30_000; left().length > 0; await pause(50)) {
    if (performance.now() > giveUp)
      throw new Error(
        `Still running: ${left()
          .map(({ command }) => command)
          .join(', ')}`,
      );
  }
}

/** What runs on this machine, as /proc tells it; processes that have ended but were not waited for are left out. */
function processes(): { pid: number; parent: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, state, parent] = /^\d+ \(.*\) (\S) (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0').join(' ').trim();
        return state === 'Z' || state === undefined ? [] : [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        return []; // it ended while we looked
      }
    });
}
