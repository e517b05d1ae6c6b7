import { Blocked } from '#kernel';
import { REASON_SENTENCES } from '#messages';

/** unique_violation, exclusion_violation */
const ONE_TOO_MANY = ['23505', '23P01'];

/**
 * "At most one" said by the database to whoever came second at the same moment: the reason is named like the constraint and
 * has its sentence in the catalogue (`meanwhile`). Any other error stays what it is.
 */
export function asBlocked(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return error;
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const isTold =
    typeof code === 'string' &&
    ONE_TOO_MANY.includes(code) &&
    typeof constraint === 'string' &&
    REASON_SENTENCES.has(constraint);
  return isTold ? new Blocked([{ code: constraint }]) : error;
}
