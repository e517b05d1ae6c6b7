import { pino } from 'pino';
import { Repeats } from './repeats.js';

const WARN = 40;
const repeats = new Repeats();

/** Structured log of the process. Bodies, addresses with queries, names and tokens never enter it; see the redaction. */
export const log = pino({
  level: 'info',
  redact: {
    paths: [
      'req.headers',
      '*.password',
      '*.token',
      '*.body',
      'err.parameters',
      'err.query',
      'err.detail',
      'err.driverError',
      // What was sent to Redis, its password among it, and an address that could not be read.
      'err.command',
      'err.input',
    ],
    censor: '[redacted]',
  },
  base: null,
  hooks: {
    logMethod(args, method, level) {
      if (level < WARN || !repeats.isOne(args)) method.apply(this, args);
    },
  },
});

export function setLogLevel(level: string): void {
  log.level = level;
}
