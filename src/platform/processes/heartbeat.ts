import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A sign of life is older than that when a worker hangs or its database is away. */
const FRESH_MS = 60_000;

/** Beside the process itself: two workers on one machine have one each only where each has its own temporary folder, as in a container. */
const file = (): string => path.join(tmpdir(), 'team-support-worker');

/** Says that the outbox was emptied just now, which takes the database and the queue. */
export function giveSignOfLife(): void {
  try {
    utimesSync(file(), new Date(), new Date());
  } catch {
    writeFileSync(file(), '');
  }
}

/** Whether a worker that shares this temporary folder was at work within the last minute. */
export function isWorkerAlive(now: number = Date.now()): boolean {
  const sign = statSync(file(), { throwIfNoEntry: false });
  return sign !== undefined && now - sign.mtimeMs < FRESH_MS;
}
