import { AsyncLocalStorage } from 'node:async_hooks';

/** By what a line of the log, a transaction and a message are found again. It decides nothing: who acts stands in the actor. */
export interface Trace {
  /** Id of the web request that it began with, as the log names it; missing for what the clock began. */
  readonly request?: string | undefined;
  /** What is worked on: an outbox topic or the name of a schedule. */
  readonly topic?: string | undefined;
  /** Id of the job in the queue. */
  readonly job?: string | undefined;
}

const NOTHING: Trace = {};
const carried = new AsyncLocalStorage<Trace>();

/** Whatever is done in `work`, and whatever that awaits, bears the trace. */
export const traced = <T>(trace: Trace, work: () => T): T => carried.run(trace, work);

export const currentTrace = (): Trace => carried.getStore() ?? NOTHING;

/** As the database names its connection meanwhile (application_name, 63 bytes): the request first, which is what is looked for. */
export function connectionName({ request, topic }: Trace): string | undefined {
  const parts = [request === undefined ? '' : `request ${request}`, topic === undefined ? '' : `job ${topic}`];
  return parts.join(' ').trim() || undefined;
}
