import { symbols } from 'pino';
import { log } from '../../src/platform/logging/index.js';

/** A line of the log as whoever reads it by a program gets it. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly level: number; readonly msg: string };

/** What the process writes into its log goes there from now on. @returns what lets it go again to where it usually goes */
export function divertLog(write: (line: string) => void): () => void {
  const holder = log as unknown as Record<symbol, { write(line: string): void }>;
  const stream = holder[symbols.streamSym];
  if (stream === undefined) throw new Error('the log has no stream');
  holder[symbols.streamSym] = { write };
  return () => void (holder[symbols.streamSym] = stream);
}

/** The same, read. */
export function captureLog(): { readonly lines: LogLine[]; release(): void } {
  const lines: LogLine[] = [];
  return { lines, release: divertLog((line) => lines.push(JSON.parse(line) as LogLine)) };
}
