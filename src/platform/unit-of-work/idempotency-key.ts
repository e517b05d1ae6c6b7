import { createHash } from 'node:crypto';

export interface IdempotencyKeyParts {
  readonly key: string;
  /** Digest of what was sent with the key; null when the key came alone. */
  readonly content: string | null;
}

const SEPARATOR = '#';
const WITH_CONTENT = /^(?<key>.*)#(?<content>[0-9a-f]{64})$/s;

/**
 * A key together with a digest of what it was sent with and where to, as one text, which use cases hand on unopened.
 * Left out is what the page adds for itself (`_csrf`, `_after`, the password given in place), which may differ from one sending to
 * the next; and passwords, which could be guessed from a plain digest.
 */
export function keyWithFingerprint(key: string, path: string, body: unknown): string {
  const sent =
    typeof body === 'object' && body !== null
      ? Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('_') && !/password/i.test(name)))
      : body;
  const digest = createHash('sha256')
    .update(JSON.stringify([path, sent ?? null], withSortedKeys))
    .digest('hex');
  return `${key}${SEPARATOR}${digest}`;
}

/** @param machine the account of the machine that sent it: its keys are none of its owner's */
export function parseIdempotencyKey(idempotencyKey: string, machine?: string): IdempotencyKeyParts {
  const { key = idempotencyKey, content = null } = WITH_CONTENT.exec(idempotencyKey)?.groups ?? {};
  return { key: machine === undefined ? key : `${machine} ${key}`, content };
}

/** Neither the order of fields nor how a line ends is content: a form handed back changes both. */
function withSortedKeys(_: string, value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
