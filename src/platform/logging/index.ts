import { pino } from 'pino';
import { currentTrace } from '../tracing/index.js';
import { errorLine } from './error-line.js';
import { Repeats } from './repeats.js';

export { messageOf } from './error-line.js';

const WARN = 40;
const repeats = new Repeats();

/**
 * Structured log of the process. Bodies, addresses with queries, names and tokens never enter it: of an error only what `errorLine`
 * names, of everything else only what is not redacted. Every line bears the request or the job it was written for.
 */
export const log = pino({
  level: 'info',
  redact: { paths: ['req.headers', '*.password', '*.token', '*.body'], censor: '[redacted]' },
  base: null,
  serializers: { err: (error: unknown) => errorLine(error) },
  mixin: () => ({ ...currentTrace() }),
  hooks: {
    logMethod(args, method, level) {
      if (level < WARN || !repeats.isOne(args)) method.apply(this, args);
    },
  },
});

export function setLogLevel(level: string): void {
  log.level = level;
}
