import type { LoggerService } from '@nestjs/common';
import { messageOf } from './error-line.js';
import { log } from './index.js';

/** The framework's own lines in the one shape of the log. */
export const nestLogger: LoggerService = {
  log: () => undefined,
  error: (message: unknown, ...more: unknown[]) => log.error(detailsOf(message, more), textOf(message)),
  warn: (message: unknown, ...more: unknown[]) => log.warn(detailsOf(message, more), textOf(message)),
};

function textOf(message: unknown): string {
  return message instanceof Error ? messageOf(message) : typeof message === 'string' ? message : 'the framework';
}

/** The last of what follows a message is where it comes from. */
function detailsOf(message: unknown, more: readonly unknown[]): object {
  const context = more.at(-1);
  return { ...(message instanceof Error ? { err: message } : {}), ...(typeof context === 'string' ? { context } : {}) };
}
