import { log } from '../logging/index.js';

/** Less than the ten seconds after which compose kills. */
const GRACE_MS = 9_000;

/** Ends the process in order when it is asked to: what is in hand is finished, what hangs is not waited for. */
export function endOnSignal(close: () => Promise<unknown>): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => {
      log.warn('something hangs and is not waited for');
      process.exit(1);
    }, GRACE_MS).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the process did not end in order');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
}
