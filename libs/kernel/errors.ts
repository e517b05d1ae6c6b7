import { tokyoDateOf, tokyoTimeOf } from './clock.js';
import { formatWareki } from './format-wareki.js';

/** Values that a message's sentence is filled with. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** What is wrong with one field of an input. `field` is the name in the form and the API ('kanaName', 'steps.0.dueOn'). */
export interface FieldError {
  field: string;
  code: string;
  params?: MessageParams;
}

/** Why the rules do not allow an action now; shown beside the disabled action. */
export interface Reason {
  code: string;
  params?: MessageParams;
}

/**
 * Something the rules of the trade refuse. `code` is a text code of the message catalogue and part of the API;
 * `message` is for logs and holds no personal data.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly params: MessageParams;

  constructor(code: string, params: MessageParams = {}, message: string = code) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.params = params;
  }
}

/** An input that cannot be accepted (入力の誤り), field by field. */
export class InvalidInput extends DomainError {
  readonly fields: readonly FieldError[];

  constructor(fields: readonly FieldError[]) {
    super('invalid_input', {}, fields.map(({ field, code }) => `${field}: ${code}`).join(', '));
    this.fields = fields;
  }
}

/** An action that the state of the records does not allow now. */
export class Blocked extends DomainError {
  readonly reasons: readonly Reason[];

  constructor(reasons: readonly Reason[]) {
    super('blocked', {}, reasons.map(({ code }) => code).join(', '));
    this.reasons = reasons;
  }
}

/**
 * Something that may go ahead once the person has looked at what was found and says so (確認), for example likely
 * duplicates. `candidates` holds only what the actor may see.
 */
export class NeedsConfirmation<Candidate extends object = object> extends DomainError {
  readonly candidates: readonly Candidate[];

  constructor(code: string, candidates: readonly Candidate[]) {
    super(code, { count: candidates.length });
    this.candidates = candidates;
  }
}

/** A record that does not exist or that the actor may not know of: the two are not told apart. */
export class NotFound extends DomainError {
  /** The noun looked for: 'jobseeker', 'support_case'. */
  readonly what: string;

  constructor(what: string) {
    super('not_found', { what }, `not found: ${what}`);
    this.what = what;
  }
}

/** The actor lacks a permission. */
export class Forbidden extends DomainError {
  readonly permission: string;

  constructor(permission: string) {
    super('forbidden', { permission }, `forbidden: ${permission}`);
    this.permission = permission;
  }
}

export interface StaleEditDetails {
  /** Name of the staff member who saved in between. */
  changedBy: string;
  changedAt: Date;
  /** The version now stored, to be sent with the next attempt. */
  currentVersion: number;
}

/** Somebody else saved the record first (編集の競合). Nothing was overwritten. */
export class StaleEdit extends DomainError {
  readonly changedBy: string;
  readonly changedAt: Date;
  readonly currentVersion: number;

  constructor({ changedBy, changedAt, currentVersion }: StaleEditDetails) {
    const shownAt = `${formatWareki(tokyoDateOf(changedAt))} ${tokyoTimeOf(changedAt)}`;
    super(
      'stale_edit',
      { changedBy, changedAt: shownAt, currentVersion },
      `stale edit: version is now ${currentVersion}`,
    );
    this.changedBy = changedBy;
    this.changedAt = changedAt;
    this.currentVersion = currentVersion;
  }
}

/** Nobody is signed in, or signing in failed; the code says which ('unauthenticated', 'session_expired', 'locked_out' …). */
export class Unauthenticated extends DomainError {
  constructor(code = 'unauthenticated', params: MessageParams = {}) {
    super(code, params);
  }
}

/**
 * Ends a use case whose input has problems; passes when there are none.
 * @throws InvalidInput
 */
export function refuseInvalid(problems: readonly FieldError[]): void {
  if (problems.length > 0) throw new InvalidInput(problems);
}

/**
 * Ends a use case that the state of the records does not allow; passes when there is no reason against it.
 * @throws Blocked
 */
export function refuseBlocked(reasons: readonly Reason[]): void {
  if (reasons.length > 0) throw new Blocked(reasons);
}
