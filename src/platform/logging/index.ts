import { pino } from 'pino';

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
    ],
    censor: '[redacted]',
  },
  base: null,
});

export function setLogLevel(level: string): void {
  log.level = level;
}
