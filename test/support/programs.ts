import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { copyCheckout } from './checkout.js';

/** How a program ended, and everything it wrote, line by line. */
export interface Ended {
  readonly code: number | string | null;
  readonly lines: readonly string[];
}

/** A start on a busy machine takes its time; nothing of it is measured here. */
const PATIENCE_MS = 120_000;
/** As compose grants, and as long again: the machine is busy. */
const GRACE_MS = 20_000;

/** A checkout of its own in which the programs are compiled. @throws with what the compiler said */
export function compiledCheckout(): string {
  const root = copyCheckout();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { build } = await import('./src/build/build.mjs'); await build(process.cwd());`,
    ],
    { cwd: root },
  );
  if (status !== 0) throw new Error(stderr.toString());
  return root;
}

/**
 * Runs one of the programs as a server does, in an environment that holds nothing but what is said.
 * @param words the program and its words, below dist/src
 * @param until it is asked to end as soon as it has written something that fits, or after `patience` ms; left out, it ends by itself
 */
export async function runProgram(
  root: string,
  [program = '', ...words]: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  { until, patience = PATIENCE_MS }: { readonly until?: RegExp; readonly patience?: number } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [`dist/src/${program}`, ...words], {
    cwd: root,
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (printed += text.toString()));
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  );
  const begun = performance.now();
  const isAsked = (): boolean => performance.now() > begun + patience || (until?.test(printed) ?? false);
  while (child.exitCode === null && child.signalCode === null) {
    if (!child.killed && isAsked()) child.kill('SIGTERM');
    if (performance.now() > begun + patience + GRACE_MS) child.kill('SIGKILL');
    await Promise.race([ended, pause(100)]);
  }
  return { code: await ended, lines: printed.split('\n').filter((line) => line !== '') };
}
