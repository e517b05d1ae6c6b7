// Processor time that PostgreSQL spends, as Linux counts it: it stays the same however loaded the machine is.
import { readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;

/** Milliseconds on a processor of one process since it began, to the nanosecond. */
export function spentBy(pid) {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

/** Milliseconds of the children that ended, counted by their parent: parallel workers of a statement. */
export function spentByChildren(parentPid) {
  const fields = readFileSync(`/proc/${parentPid}/stat`, 'utf8').split(') ')[1].split(' ');
  return ((Number(fields[13]) + Number(fields[14])) * 1000) / TICKS_A_SECOND;
}

/** Parent of a process. */
export function parentOf(pid) {
  return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]);
}

/** Megabytes of a process that are its own: what it shares with the other backends (shared buffers, code) is left out. */
export function ownMegabytes(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
  return kilobytes('RssAnon') / 1024;
}

/** Megabytes of a process in memory. */
export function residentMegabytes(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}
