import { log } from '../logging/index.js';

/** What nobody caught ends the process, in the log's one shape; whoever keeps the process starts it again. */
export function logLastWords(): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, event);
      process.exit(1);
    });
}
