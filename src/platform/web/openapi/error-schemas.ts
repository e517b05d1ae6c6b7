import type { OpenAPIObject } from '@nestjs/swagger';
import { ERROR_SENTENCES, REASON_SENTENCES } from '#messages';

type Components = NonNullable<OpenAPIObject['components']>;
type Schemas = NonNullable<Components['schemas']>;

const codes = (what: string, sentences: ReadonlyMap<string, string>): Schemas[string] => ({
  type: 'string',
  enum: [...sentences.keys()].sort(),
  description: [
    what,
    '',
    '| code | 日本語 |',
    '|---|---|',
    ...[...sentences].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, sentence]) => `| \`${code}\` | ${sentence} |`),
  ].join('\n'),
});

const object = (properties: Schemas, required = Object.keys(properties)): Schemas[string] => ({
  type: 'object',
  properties,
  required,
});
const text = (description: string): Schemas[string] => ({ type: 'string', description });
const ref = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });

/** The one shape of an error under /api (`ErrorBody`), with every code there is. */
export const ERROR_SCHEMAS: Schemas = {
  Error: object({
    error: object(
      {
        code: ref('ErrorCode'),
        message: text('Japanese, fit to be shown'),
        fields: {
          type: 'array',
          description: '`invalid_input`: what is wrong, field by field',
          items: object({
            field: text('name in the body or query, `steps.0.dueOn` inside lists'),
            code: ref('ErrorCode'),
            message: text('Japanese, to stand at the field'),
          }),
        },
        reasons: {
          type: 'array',
          description: '`blocked`: why the state of the records does not allow it now',
          items: object({ code: ref('ReasonCode'), message: text('Japanese, with what would help') }),
        },
        candidates: {
          type: 'array',
          description: 'what to look at before sending it again with the confirmation',
          items: { type: 'object' },
        },
        conflict: {
          ...object({
            changedBy: text('氏名'),
            changedAt: { type: 'string', format: 'date-time' },
            currentVersion: { type: 'integer' },
          }),
          description: '`stale_edit`: who saved in between, and the version to send next',
        },
      },
      ['code', 'message'],
    ),
  }),
  ErrorCode: codes('Codes of a whole answer and of single fields.', ERROR_SENTENCES),
  ReasonCode: codes('Why an action is blocked now.', REASON_SENTENCES),
};

const answer = (description: string): NonNullable<Components['responses']>[string] => ({
  description,
  content: { 'application/json': { schema: ref('Error') } },
});

/** Answers that many routes share, by name in `components.responses`. */
export const ERROR_RESPONSES = {
  MalformedRequest: answer('Not readable: broken JSON, an id that is none (`malformed_request`).'),
  Unauthenticated: answer(
    'Nobody is signed in, or the token is unknown, ended or idle (`unauthenticated`); wrong login or password (`wrong_credentials`, `locked_out`).',
  ),
  Forbidden: answer(
    'The role lacks the permission (`forbidden`), or the given password was not changed yet (`password_change_required`).',
  ),
  NotFound: answer('There is no such record, or the actor may not know of it (`not_found`).'),
  Conflict: answer(
    'Saved by somebody else first (`stale_edit`), not possible now (`blocked`, with reasons), to be confirmed, ' +
      'or already there (`already_exists`, `idempotency_conflict`).',
  ),
  TooLarge: answer(
    'More than a request may hold: a megabyte (`too_large`), 12,000 members, or 20 at signing in (`too_many_fields`), ' +
      'objects in ten others (`too_deep`), a name of 200 bytes (`name_too_long`).',
  ),
  InvalidInput: answer(
    'Something in the body or query is wrong (`invalid_input`, with fields; `unstorable_value` where no field is known).',
  ),
  TooManyRequests: answer('Too many requests in a short time (`too_many_requests`).'),
  Unavailable: answer('Not now; `Retry-After` says after how many seconds (`unavailable`).'),
} as const;
