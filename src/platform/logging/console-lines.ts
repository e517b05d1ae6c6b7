import { format } from 'node:util';
import { log } from './index.js';

const LEVELS = { debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error', trace: 'debug' } as const;

/**
 * What a library writes to the console by itself (BullMQ does), and what Node warns of, becomes a line of the log: a process whose lines
 * are read by a program writes nothing else.
 */
export function takeConsoleOver(): void {
  const methods = Object.entries(LEVELS).map(([method, level]) => [
    method,
    (...args: unknown[]): void => log[level](errorIn(args), textOf(args)),
  ]);
  Object.assign(globalThis.console, Object.fromEntries(methods));
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.warn({ err: warning }, 'a warning of Node'));
}

function errorIn(args: readonly unknown[]): object {
  const err = args.find((arg) => arg instanceof Error);
  return err === undefined ? {} : { err };
}

/** Texts alone: what else is printed may hold anything. */
function textOf(args: readonly unknown[]): string {
  return format(...args.filter((arg) => ['string', 'number'].includes(typeof arg))) || 'the console';
}
