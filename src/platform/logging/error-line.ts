import { types } from 'node:util';

/** As the log tells an error. */
export interface ErrorLine {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: ErrorLine;
  /** Codes, places, addresses: see NAMED. */
  readonly [named: string]: unknown;
}

/**
 * What is told of an error beside its message. Everything else stays out, for what a library hangs on an error may be anything: a failed
 * row with its names (`detail`), parameters, a command to Redis with its password, an address that could not be read.
 */
const NAMED = [
  ...['code', 'errno', 'syscall', 'address', 'port'],
  ...['severity', 'schema', 'table', 'column', 'dataType', 'constraint', 'routine'],
] as const;

/** Of PostgreSQL: data exceptions, whose message quotes what was typed. */
const DATA_EXCEPTION = /^22/;
const DEEPEST_CAUSE = 5;

/** The error as the log may hold it; what was thrown and is none becomes its text. */
export function errorLine(error: unknown, depth = 0): ErrorLine {
  const message = messageOf(error);
  if (!isError(error)) return { type: typeof error, message };
  const { cause } = error;
  return {
    type: error.name,
    message,
    ...namedOf(error),
    ...(error.stack === undefined ? {} : { stack: `${error.name}: ${message}${framesOf(error.stack)}` }),
    ...(cause === undefined || depth >= DEEPEST_CAUSE ? {} : { cause: errorLine(cause, depth + 1) }),
  };
}

/** What an error says, without values: of several at once (each address of a host that does not answer) all of them. */
export function messageOf(error: unknown): string {
  if (!isError(error)) return typeof error === 'string' ? error : `a ${typeof error} was thrown`;
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join('; ');
  const isAboutData = sqlStateOf(error)?.match(DATA_EXCEPTION);
  return isAboutData ? error.message.replace(/".*"/s, '"…"') : error.message;
}

/** Of this or of another realm: what Node throws in a sandbox (jest's) is no instance of the sandbox's Error. */
const isError = (thrown: unknown): thrown is Error => types.isNativeError(thrown) || thrown instanceof Error;

/** The SQLSTATE where the error is the database's; the system's own codes look alike (EPIPE) and have no severity. */
export function sqlStateOf(error: object): string | undefined {
  const { code, severity } = error as { code?: unknown; severity?: unknown };
  return typeof code === 'string' && typeof severity === 'string' ? code : undefined;
}

function namedOf(error: Error): Record<string, string | number> {
  const values = error as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    NAMED.flatMap((name): [string, string | number][] => {
      const value = values[name];
      return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
    }),
  );
}

/** The lines of a stack below the message, which may have several itself. */
function framesOf(stack: string): string {
  const first = stack.search(/\n {4}at /);
  return first < 0 ? '' : stack.slice(first);
}
