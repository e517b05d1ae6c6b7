import { RouteDeclarations } from '../../../src/platform/http/index.js';
import { startApplication, type TestApplication } from '../../support/application.js';
import { DescribedAnswers } from '../../support/described-answers.js';

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: string[];
  readonly security: object[];
  readonly parameters?: { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>> };
  readonly responses: Record<string, { $ref?: string; description?: string; content?: object }>;
}

/** As far as the spec looks into it. */
interface ApiDocument {
  readonly openapi: string;
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Schema {
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly $ref?: string;
}

/** What is missing of a schema that says what may be sent: its type, and where it ends. */
function looseEnds(at: string, { $ref, type, ...schema }: Schema): string[] {
  if ($ref !== undefined) return [];
  const [kind] = [type ?? []].flat();
  const isBounded = schema.minimum !== undefined && schema.maximum !== undefined;
  if (kind === 'integer' || kind === 'number') return isBounded ? [] : [`${at}: a number without bounds`];
  if (kind === 'string')
    return [schema.enum, schema.format, schema.pattern, schema.maxLength].some((bound) => bound !== undefined)
      ? []
      : [`${at}: a text without end`];
  if (kind === 'array') {
    const isShort = schema.maxItems !== undefined || schema.items?.enum !== undefined;
    return [...(isShort ? [] : [`${at}: a list without end`]), ...looseEnds(`${at}[]`, schema.items ?? {})];
  }
  return kind === 'boolean' ? [] : [`${at}: ${String(kind)}`];
}

describe('GET /api/openapi.json', () => {
  let t: TestApplication;
  let document: ApiDocument;
  let operations: { path: string; method: string; operation: Operation }[];
  beforeAll(async () => {
    t = await startApplication();
    // On a new checkout nobody may have described them yet, and until then there is no description.
    await DescribedAnswers.of(t.app);
    const response = await t.app.inject('/api/openapi.json');
    expect(response.statusCode).toBe(200);
    document = response.json<ApiDocument>();
    const paths = Object.entries(document.paths);
    operations = paths.flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
  });
  afterAll(() => t.close());

  it('says of every value what it is, but for the named few: a type that was not read would say nothing', () => {
    const silent = Object.entries(document.components.schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, schema]) => Object.keys(schema).every((key) => key === 'description'))
        .map(([property]) => `${name}.${property}`),
    );
    expect(silent.sort()).toEqual(['VersionSummary.agreedOn', 'VersionSummary.drawnUpOn', 'VersionSummary.version']);
  });

  it('is OpenAPI 3 and leads nowhere that is not there', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? '');
    const at = (path: string): unknown =>
      path
        .split('/')
        .reduce<unknown>(
          (part, key) =>
            typeof part === 'object' && part !== null
              ? Object.entries(part).find(([name]) => name === key)?.[1]
              : undefined,
          document,
        );
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((path) => at(path) === undefined)).toEqual([]);
  });

  it('names every operation once, in words, under a known heading', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids).toHaveLength(new Set(ids).size);
    const headings = document.tags.map(({ name }) => name);
    expect(
      operations
        .filter(({ operation: { summary, tags } }) => !summary || !tags?.every((tag) => headings.includes(tag)))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it('declares the parameters that its paths name', () => {
    const wrong = operations.filter(({ path, operation }) => {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      const declared = (operation.parameters ?? [])
        .filter((parameter) => parameter.in === 'path')
        .map(({ name }) => name)
        .sort();
      return JSON.stringify(named) !== JSON.stringify(declared);
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('says of everything that may be sent what it is and where it ends', () => {
    const loose = operations.flatMap(({ path, method, operation: { parameters = [] } }) =>
      parameters.flatMap(({ name, schema }) => looseEnds(`${method} ${path} ${name}`, schema)),
    );
    const bodies = operations.flatMap(({ operation: { requestBody } }) =>
      Object.values(requestBody?.content ?? {}).map(({ schema }) => schema.$ref),
    );
    const seen = new Set<string>();
    const visit = (reference: string): void => {
      const name = reference.replace('#/components/schemas/', '');
      if (seen.has(name)) return;
      seen.add(name);
      for (const [field, schema] of Object.entries(document.components.schemas[name]?.properties ?? {})) {
        loose.push(...looseEnds(`${name}.${field}`, schema));
        for (const $ref of [schema.$ref, schema.items?.$ref]) if ($ref !== undefined) visit($ref);
      }
    };
    bodies.forEach(visit);
    expect(loose).toEqual([]);
    expect(seen.size).toBeGreaterThan(70);
  });

  it('describes a field by its checks', () => {
    const { ChangeCase, RecordWish } = document.components.schemas;
    expect(ChangeCase?.properties?.['version']).toMatchObject({ type: 'integer', minimum: 0, maximum: 2_147_483_646 });
    expect(ChangeCase?.properties?.['deskId']).toMatchObject({ type: ['integer', 'null'], minimum: 1 });
    expect(RecordWish?.properties?.['weeklyHoursMin']).toMatchObject({ type: ['integer', 'null'], maximum: 60 });
    const parameters = document.paths['/api/v1/caseload']?.['get']?.parameters;
    expect(parameters?.find(({ name }) => name === 'desk')?.schema).toEqual({
      type: 'integer',
      minimum: 1,
      maximum: 2_147_483_647,
    });
    const inPath = document.paths['/api/v1/cases/{id}']?.['get']?.parameters;
    expect(inPath?.[0]?.schema).toEqual({ type: 'string', format: 'uuid' });
  });

  it('holds every route under /api/v1 with what it refuses', () => {
    const routes = t.app
      .get(RouteDeclarations)
      .all()
      .filter(({ path }) => path.startsWith('/api/v1/'));
    expect(routes.length).toBeGreaterThan(30);
    for (const { method, path, access } of routes) {
      const operation = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      const refused = Object.keys(operation?.responses ?? {}).filter((status) => Number(status) >= 400);
      const guarded = access !== undefined && 'permission' in access;
      expect([method, path, refused]).toEqual([
        method,
        path,
        expect.arrayContaining(guarded ? ['401', '403'] : ['401']),
      ]);
      expect([path, operation?.security]).toEqual([path, guarded ? [{ bearer: [] }] : []]);
    }
    expect(operations).toHaveLength(routes.length);
  });

  it('says what every route answers when it succeeds', () => {
    const silent = operations.flatMap(({ path, method, operation }) =>
      Object.entries(operation.responses)
        .filter(([status, { content }]) => Number(status) < 300 && status !== '204' && content === undefined)
        .map(([status]) => `${method} ${path} ${status}`),
    );
    expect(silent).toEqual([]);
    const plan = document.components.schemas['PlanView'];
    expect(plan?.properties?.['versions']).toEqual({
      type: 'array',
      items: { $ref: '#/components/schemas/PlanVersionLine' },
    });
    expect(plan?.required).toContain('versions');
  });

  it('explains the one shape of an error with its codes', async () => {
    const { Error: error, ErrorCode, ReasonCode } = document.components.schemas;
    expect(Object.keys(error?.properties?.['error']?.properties ?? {})).toEqual([
      'code',
      'message',
      'fields',
      'reasons',
      'candidates',
      'conflict',
    ]);
    expect(ErrorCode?.enum).toEqual(expect.arrayContaining(['stale_edit', 'date_in_future', 'likely_duplicate']));
    expect(ErrorCode?.description).toContain('`forbidden` | この操作をする権限がありません。');
    expect(ReasonCode?.enum).toContain('letter_already_issued');
  });

  it('says where an Idempotency-Key is understood', () => {
    const takes = (path: string, method: string) =>
      document.paths[path]?.[method]?.parameters?.some(({ name }) => name === 'Idempotency-Key') ?? false;
    expect(takes('/api/v1/visits', 'post')).toBe(true);
    expect(takes('/api/v1/visits', 'get')).toBe(false);
  });

  it('can be browsed with files of our own alone', async () => {
    const page = await t.app.inject('/api/docs');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    const addresses = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');
    expect(addresses).toContain('/assets/swagger-ui-bundle.js');
    for (const address of addresses)
      expect([address, (await t.app.inject(address)).statusCode]).toEqual([address, 200]);
    expect(page.body).not.toMatch(/<script(?![^>]*src=)|<style|style=/);
  });
});
