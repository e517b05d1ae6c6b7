import { setTimeout as pause } from 'node:timers/promises';

/** The answer, or an error when it does not come in time; ms. What is late goes on and is not heard. */
export async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  const late = new AbortController();
  answer.catch(() => undefined);
  try {
    return await Promise.race([
      answer,
      pause(ms, undefined, { signal: late.signal }).then(() => {
        throw new Error('no answer in time');
      }),
    ]);
  } finally {
    late.abort();
  }
}
