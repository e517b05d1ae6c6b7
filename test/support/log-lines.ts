import { symbols } from 'pino';
import { log } from '../../src/platform/logging/index.js';

/** A line of the log as whoever reads it by a program gets it. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly level: number; readonly msg: string };

/** What the process writes into its log from now on, as lines, instead of to where it usually goes. */
export function captureLog(): { readonly lines: LogLine[]; release(): void } {
  const holder = log as unknown as Record<symbol, { write(line: string): void }>;
  const stream = holder[symbols.streamSym];
  if (stream === undefined) throw new Error('the log has no stream');
  const lines: LogLine[] = [];
  holder[symbols.streamSym] = { write: (line) => void lines.push(JSON.parse(line) as LogLine) };
  return { lines, release: () => void (holder[symbols.streamSym] = stream) };
}
