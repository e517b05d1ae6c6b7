import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { Ajv, type ValidateFunction } from 'ajv';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiDescription } from '../../src/platform/web/openapi/index.js';
import { oncePerRun, projectRoot } from './run.js';

interface Described {
  readonly $ref?: string;
  readonly content?: Record<string, object>;
}

type Paths = Record<string, Record<string, { readonly responses: Record<string, Described> }>>;

let made: Promise<DescribedAnswers> | undefined;

/** The OpenAPI description as a check: an answer that it does not promise, or that holds more or less than it promises, is a defect. */
export class DescribedAnswers {
  private readonly checks = new Map<string, ValidateFunction>();
  private readonly ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  private readonly routes: readonly { readonly template: string; readonly pattern: RegExp }[];

  private constructor(
    private readonly paths: Paths,
    document: object,
  ) {
    this.ajv.addSchema(closed(document), 'api');
    this.routes = Object.keys(paths)
      .map((template) => ({ template, pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }))
      // `/cases/mine` before `/cases/{id}`.
      .sort((a, b) => a.template.split('{').length - b.template.split('{').length);
  }

  /** Made at the first answer of the worker's first application: all of them have the same routes. */
  static of(app: NestFastifyApplication): Promise<DescribedAnswers> {
    made ??= DescribedAnswers.make(app);
    return made;
  }

  private static async make(app: NestFastifyApplication): Promise<DescribedAnswers> {
    await oncePerRun('answers', async () => {
      await promisify(execFile)(process.execPath, [path.join(projectRoot(), 'src', 'build', 'describe-answers.mjs')]);
    });
    const document = app.get(ApiDescription).document();
    return new DescribedAnswers(document.paths as unknown as Paths, document);
  }

  /** @throws with what differs, when the answer is not as described */
  check(method: string, url: string, status: number, body: unknown): void {
    const address = url.split('?')[0] ?? '';
    const template = this.routes.find(({ pattern }) => pattern.test(address))?.template;
    const operation = template === undefined ? undefined : this.paths[template]?.[method.toLowerCase()];
    if (template === undefined || operation === undefined) return; // no such route: 404 without a description
    const what = `${method} ${template} ${status}`;
    const response = operation.responses[status];
    if (!response) throw new Error(`${what} is not described`);
    const pointer =
      response.$ref ?? `#/paths/${template.replaceAll('/', '~1')}/${method.toLowerCase()}/responses/${status}`;
    const content = response.$ref === undefined ? response.content : { 'application/json': {} };
    if (body === undefined && content === undefined) return;
    if (content?.['application/json'] === undefined)
      throw new Error(`${what} answers what is not described: ${JSON.stringify(body)}`);
    const check = this.checkAt(`api${pointer}/content/application~1json/schema`);
    if (!check(body))
      throw new Error(
        `${what} is not as described: ${this.ajv.errorsText(check.errors)}\n${JSON.stringify(body).slice(0, 400)}`,
      );
  }

  private checkAt(pointer: string): ValidateFunction {
    const known =
      this.checks.get(pointer) ?? this.ajv.compile({ $ref: pointer.replaceAll('{', '%7B').replaceAll('}', '%7D') });
    this.checks.set(pointer, known);
    return known;
  }
}

/** The same with nothing more than it names: a description may leave room for what comes, a test may not. */
function closed<T>(part: T): T {
  if (Array.isArray(part)) return part.map(closed) as T;
  if (typeof part !== 'object' || part === null) return part;
  const inside = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, closed(value)]));
  return (
    'properties' in inside && !('additionalProperties' in inside) ? { ...inside, additionalProperties: false } : inside
  ) as T;
}
