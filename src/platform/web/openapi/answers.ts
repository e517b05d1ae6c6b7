import type { OpenAPIObject } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** What the routes answer, as the build read it off the types of their controllers (src/build/describe-answers.mjs). */
export interface Answers {
  /** By operation id; a route that is not here answers nothing. */
  readonly answers: Schemas;
  /** What they refer to, by the name of the type. */
  readonly schemas: Schemas;
}

/** @throws when the checkout has not been built */
export function readAnswers(root: string): Answers {
  return JSON.parse(readFileSync(join(root, 'dist', 'answers.json'), 'utf8')) as Answers;
}
