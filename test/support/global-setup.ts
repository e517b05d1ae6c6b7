import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PREFIX = 'team-support-test-';

/** Where Linux keeps files in memory. A database is made and removed there in a third of the time. */
const IN_MEMORY = '/dev/shm';
/** The run's databases and checkouts together, with room to spare; where less is free the run goes to the disk. */
const WANTED_BYTES = 6 * 2 ** 30;

/** How the teardown, which runs in the same process but cannot import this file, ends the run. */
declare global {
  var endTestRun: () => Promise<void>;
}

/**
 * Gives the run a folder of its own. The first spec that asks for a database starts the server in it (embedded.ts), so a
 * run of plain unit specs pays nothing.
 */
export default async function setup(globalConfig: { rootDir: string }): Promise<void> {
  await sweepKilledRuns();
  const folder = mkdtempSync(path.join(placeWithRoom(), `${PREFIX}${process.pid}-`));
  process.env.TEST_RUN_FOLDER = folder;
  process.env.TEST_PROJECT_ROOT = globalConfig.rootDir;
  globalThis.endTestRun = () => endRun(folder);
}

/** A run killed before its teardown leaves its server behind: the next one clears up. */
async function sweepKilledRuns(): Promise<void> {
  for (const place of places()) {
    for (const name of readdirSync(place).filter((entry) => entry.startsWith(PREFIX))) {
      if (!isAlive(Number(name.slice(PREFIX.length).split('-')[0]))) await endRun(path.join(place, name));
    }
  }
}

/** Where runs have their folders: the first that has room. */
function places(): string[] {
  return [IN_MEMORY, tmpdir()].filter((place) => existsSync(place));
}

function placeWithRoom(): string {
  return places().find((place) => freeBytes(place) >= WANTED_BYTES) ?? tmpdir();
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

async function endRun(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) await endServer(path.join(folder, name));
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}

/** @param data folder of a server, or of anything else */
async function endServer(data: string): Promise<void> {
  const pidFile = path.join(data, 'postgres', 'cluster', 'postmaster.pid');
  const server = Number(read(pidFile)?.split('\n')[0]);
  if (server > 0 && isAlive(server)) {
    process.kill(server, 'SIGINT');
    while (isAlive(server) && read(pidFile) !== undefined) await pause(20);
  }
  const copiedBinaries = read(path.join(data, 'binaries-copy'));
  if (copiedBinaries !== undefined) rmSync(copiedBinaries, { recursive: true, force: true });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
