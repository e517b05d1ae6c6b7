import type { OpenAPIObject } from '@nestjs/swagger';
import { ServiceUnavailableException } from '@nestjs/common';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** What the routes answer, as the build read it off the types of their controllers (src/build/describe-answers.mjs). */
export interface Answers {
  /** By operation id; a route that is not here answers nothing. */
  readonly answers: Schemas;
  /** What they refer to, by the name of the type. */
  readonly schemas: Schemas;
}

/** @throws ServiceUnavailableException while a start on a new checkout is still describing them */
export function readAnswers(root: string): Answers {
  const file = join(root, 'dist', 'answers.json');
  if (!existsSync(file)) throw new ServiceUnavailableException();
  return JSON.parse(readFileSync(file, 'utf8')) as Answers;
}
