import { InvalidInput } from '#kernel';
import { errorText } from '#messages';
import { BackupRefused } from '../backup/index.js';
import { ConfigurationError } from '../config/index.js';
import { log, messageOf } from '../logging/index.js';

const UNREACHABLE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
];
/** Of PostgreSQL: refused sign-ins, no such database, too many connections, starting or stopping. */
const REFUSED_BY_POSTGRES = /^(28|3D|53300|57P0)/;
/** Of PostgreSQL: a table, a column or a function that is not there. */
const OF_ANOTHER_VERSION = ['42P01', '42703', '42883'];

/**
 * Why nothing could be done, as a sentence for an operator that names the setting, the host or the field, and no secret.
 *
 * @returns undefined for what nobody expected: its stack is wanted then
 */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof ConfigurationError || error instanceof BackupRefused) return error.message;
  if (error instanceof InvalidInput)
    return error.fields.map(({ field, code, params }) => `${field}: ${errorText(code, params)}`).join('\n');
  if (!(error instanceof Error)) return undefined;
  const { code = '', address, hostname, port, path } = placeOf(error);
  if (code === 'EADDRINUSE') return `Port ${port} of ${address} is taken (EADDRINUSE). Set PORT to another one.`;
  if (UNREACHABLE.includes(code))
    return `The server at ${address ?? hostname ?? 'the address given'}${port === undefined ? '' : `:${port}`} does not answer (${code}).`;
  if (OF_ANOTHER_VERSION.includes(code))
    return `The database is not of this version (${messageOf(error)}). Run node dist/src/migrate.js first.`;
  if (REFUSED_BY_POSTGRES.test(code)) return `PostgreSQL refuses: ${messageOf(error)}.`;
  return path === undefined ? undefined : `${path} cannot be used (${code}).`;
}

/** Ends a process that could not do what it is for, with one line. */
export function endRefused(error: unknown, what: string): never {
  const reason = refusalOf(error);
  log.fatal(reason === undefined ? { err: error } : { reason }, what);
  process.exit(1);
}

interface Place {
  readonly code?: string;
  readonly address?: string;
  readonly hostname?: string;
  readonly port?: number;
  readonly path?: string;
}

/** Of several at once (each address of a host) the first; of one that was passed on, what it came of. */
function placeOf(error: Error): Place {
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return first instanceof Error ? placeOf(first) : (error as Place);
}
