import { HttpException } from '@nestjs/common';
import {
  Blocked,
  DomainError,
  Forbidden,
  InvalidInput,
  type MessageParams,
  NeedsConfirmation,
  NotFound,
  StaleEdit,
  Unauthenticated,
} from '#kernel';
import { errorText, reasonText } from '#messages';
import { FormExpired } from './form-token.js';
import { OutOfBounds } from './input-bounds.js';
import { PasswordChangeRequired } from './password-change-required.js';

/** The one shape of an error under /api. */
export interface ErrorBody {
  readonly error: {
    readonly code: string;
    /** Japanese, fit to be shown. */
    readonly message: string;
    readonly fields?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
    /** Why an action is not possible now. */
    readonly reasons?: readonly { readonly code: string; readonly message: string }[];
    /** What the person must look at before going ahead (likely duplicates). */
    readonly candidates?: readonly object[];
    /** Who overtook a stale edit. */
    readonly conflict?: { readonly changedBy: string; readonly changedAt: string; readonly currentVersion: number };
  };
}

/** PostgreSQL's refusals that a user can meet; their texts never leave the server, since they may tell of hidden rows. */
const DATABASE_CODES: Readonly<Record<string, { status: number; code: string }>> = {
  '42501': { status: 404, code: 'not_found' },
  '23505': { status: 409, code: 'already_exists' },
  '23P01': { status: 409, code: 'already_exists' },
  '40P01': { status: 503, code: 'unavailable' },
  '23503': { status: 422, code: 'not_one_of' },
  '23514': { status: 422, code: 'rule_broken' },
  '57014': { status: 503, code: 'unavailable' },
};

/**
 * Class 22, data exception: a number beyond its column, a text that is no id, a day that the calendar does not have, a character that
 * text cannot hold. A type should have refused the value at its field before the database did.
 */
const isUnstorable = (code: string | undefined): code is string => code !== undefined && /^22[0-9A-Z]{3}$/.test(code);

/** The database is away, starting, ending or full; so says the server, or the driver, or the socket. */
const AWAY_CODES = /^(57P0[1-5]|08...|53300|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/;
const AWAY_MESSAGES =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|server conn crashed|query_wait_timeout)/;

function isDatabaseAway(error: unknown): boolean {
  return AWAY_CODES.test(databaseCode(error) ?? '') || (error instanceof Error && AWAY_MESSAGES.test(error.message));
}

/** Whoever asked is gone, or was too slow: the body broke off. Nobody hears the answer. */
const isCutOff = (error: unknown): boolean =>
  error instanceof Error && error.message === 'aborted' && databaseCode(error) === 'ECONNRESET';

export interface Described {
  readonly status: number;
  readonly body: ErrorBody;
  /** False: nobody foresaw it, the log wants it. */
  readonly expected: boolean;
  /** SQLSTATE of a value that a type let through and the database refused; the log wants it, without the error: its text holds the value. */
  readonly missingType?: string;
}

/** Status and body of any error; what is unknown becomes 500 `unexpected` and is for the log alone. */
export function describeError(error: unknown): Described {
  if (error instanceof InvalidInput) {
    const fields = error.fields.map(({ field, code, params }) => ({ field, code, message: errorText(code, params) }));
    return answer(422, 'invalid_input', { fields });
  }
  if (error instanceof Blocked) {
    return answer(409, 'blocked', {
      reasons: error.reasons.map(({ code, params }) => ({ code, message: reasonText(code, params) })),
    });
  }
  if (error instanceof StaleEdit) {
    const { changedBy, changedAt, currentVersion } = error;
    return answer(
      409,
      'stale_edit',
      { conflict: { changedBy, changedAt: changedAt.toISOString(), currentVersion } },
      error.params,
    );
  }
  if (error instanceof NeedsConfirmation)
    return answer(409, error.code, { candidates: error.candidates }, error.params);
  if (error instanceof NotFound) return answer(404, 'not_found');
  if (error instanceof PasswordChangeRequired) return answer(403, 'password_change_required');
  if (error instanceof Forbidden) return answer(403, 'forbidden');
  if (error instanceof FormExpired) return answer(403, error.code);
  if (error instanceof Unauthenticated) return answer(401, error.code, {}, error.params);
  if (error instanceof DomainError) return answer(409, error.code, {}, error.params);
  if (error instanceof OutOfBounds) return answer(error.getStatus(), error.code);
  if (error instanceof HttpException) return answer(error.getStatus(), httpCode(error.getStatus()));
  if (isCutOff(error)) return answer(408, 'too_slow');
  const sqlState = databaseCode(error);
  if (isUnstorable(sqlState)) return { ...answer(422, 'unstorable_value'), missingType: sqlState };
  const refusal = DATABASE_CODES[sqlState ?? ''];
  if (refusal)
    return {
      ...answer(refusal.status, refusal.code),
      expected: refusal.status < 500 && refusal.code !== 'rule_broken',
    };
  if (isDatabaseAway(error)) return { ...answer(503, 'unavailable'), expected: false };
  const status = fastifyStatus(error);
  if (status !== undefined) return answer(status, httpCode(status));
  return { ...answer(500, 'unexpected'), expected: false };
}

function answer(
  status: number,
  code: string,
  more: Omit<ErrorBody['error'], 'code' | 'message'> = {},
  params: MessageParams = {},
): Described {
  return { status, body: { error: { code, message: errorText(code, params), ...more } }, expected: true };
}

function httpCode(status: number): string {
  const codes: Record<number, string> = {
    400: 'malformed_request',
    401: 'unauthenticated',
    403: 'forbidden',
    404: 'not_found',
    413: 'too_large',
    415: 'malformed_request',
    429: 'too_many_requests',
    503: 'unavailable',
  };
  return codes[status] ?? (status >= 500 ? 'unexpected' : 'malformed_request');
}

function databaseCode(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Fastify's own refusals (body too large, broken JSON) carry a client status. */
function fastifyStatus(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
