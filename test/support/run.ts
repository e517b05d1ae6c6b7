import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Folder of the project. */
export function projectRoot(): string {
  return setting('TEST_PROJECT_ROOT');
}

/** Folder that lives as long as this run of jest and is shared by its workers. */
export function runFolder(): string {
  return setting('TEST_RUN_FOLDER');
}

/**
 * Does something once per run of jest, whichever worker comes first; the others wait and get the same answer.
 *
 * @param make its answer must survive JSON
 * @throws what `make` threw, in every worker
 */
export async function oncePerRun<T>(name: string, make: () => Promise<T>): Promise<T> {
  const answerFile = path.join(runFolder(), `${name}.json`);
  const lock = path.join(runFolder(), `${name}.lock`);
  if (take(lock)) {
    const answer = await make().then(
      (value) => ({ value }),
      (error: unknown) => ({ error: error instanceof Error ? error.stack : String(error) }),
    );
    writeFileSync(`${answerFile}.new`, JSON.stringify(answer));
    renameSync(`${answerFile}.new`, answerFile);
  }
  while (!existsSync(answerFile)) {
    process.kill(Number(readFileSync(lock, 'utf8')) || process.pid, 0); // throws when the worker that took it has died
    await pause(50);
  }
  const answer = JSON.parse(readFileSync(answerFile, 'utf8')) as { value: T; error?: string };
  if (answer.error !== undefined) throw new Error(`${name}: ${answer.error}`);
  return answer.value;
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is set by test/support/global-setup.ts: run through jest`);
  return value;
}
