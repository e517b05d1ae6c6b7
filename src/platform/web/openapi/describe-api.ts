import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ja } from '#messages';
import { type DeclaredRoute, RouteDeclarations } from '../../http/index.js';
import type { Answers } from './answers.js';
import { ERROR_RESPONSES, ERROR_SCHEMAS } from './error-schemas.js';
import { inputClasses, isClass, pathParameter, queryParameter, withChecks } from './input-schemas.js';

/** In the order of the work: who one is, the person, the support, the work found, the figures, the site. */
const TAGS: readonly (readonly [name: string, description: string])[] = [
  ['sessions', 'サインイン'],
  ['account', '自分のアカウント'],
  ['jobseekers', '求職者'],
  ['consents', '同意'],
  ['visits', '来所'],
  ['caseload', '担当ケースの一覧'],
  ['support-cases', '支援ケース'],
  ['support-teams', '支援チーム'],
  ['support-requests', '支援要請'],
  ['support-plans', '支援プラン'],
  ['consultations', '相談'],
  ['next-actions', '次の行動'],
  ['timeline', '支援の経過'],
  ['employers', '事業所・求人'],
  ['referrals', '職業紹介・採用'],
  ['placements', '就職・定着支援'],
  ['yearly plans', '事業計画'],
  ['figures', '実績'],
  ['reports', '月次報告'],
  ['notifications', 'お知らせ'],
  ['site', '拠点'],
  ['staff', '職員'],
  ['tokens', '連携用アカウント'],
  ['audit', '操作の記録'],
];

const ABOUT = `The interface of チーム支援; the pages use the same services.

Sign in with \`POST /api/v1/sessions\` or have an administrator issue a token, and send it as \`Authorization: Bearer\`.
A record out of one's sight answers 404, as if it did not exist. Edits take the \`version\` that was read; a stale one answers 409.
Creations take an \`Idempotency-Key\`: the same key with the same content answers the first result again, with other content 409.
Days are \`YYYY-MM-DD\` (Asia/Tokyo).`;

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The OpenAPI document of everything under /api/v1. */
export function describeApi(app: NestFastifyApplication, described: Answers): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('チーム支援 API')
    .setDescription(ABOUT)
    .setVersion('1')
    .addServer('/', 'this installation')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'token of a session or of a machine' });
  for (const [name, description] of TAGS) builder.addTag(name, description);
  const whole = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (controller, method) => `${controller.replace(/(Api)?Controller$/, '')}_${method}`,
  });
  const routes = app.get(RouteDeclarations).all();
  const paths: OpenAPIObject['paths'] = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    const method = route.method.toLowerCase() as 'get';
    const operation = whole.paths[path]?.[method];
    if (!operation || !path.startsWith('/api/v1/')) continue;
    paths[path] = {
      ...paths[path],
      [method]: withCommonAnswers(withItsAnswer(withItsParameters(operation, route), described), route),
    };
  }
  const classes = inputClasses(routes.flatMap(({ takes }) => takes.map(({ type }) => type)));
  const sent = Object.entries(whole.components?.schemas ?? {}).map(([name, schema]): [string, Schemas[string]] => {
    const type = classes.get(name);
    return [name, type === undefined ? schema : withChecks(schema, type)];
  });
  const schemas = referenced(united(Object.fromEntries(sent), described.schemas, ERROR_SCHEMAS), paths);
  return { ...whole, paths, components: { ...whole.components, schemas, responses: ERROR_RESPONSES } };
}

/** The parts of the address and the parameters of the query, by the pipes and the class that read them. */
function withItsParameters(operation: Operation, { takes }: Pick<DeclaredRoute, 'takes'>): Operation {
  const query = takes.find((taken) => taken.in === 'query')?.type;
  const parameters = (operation.parameters ?? []).map((parameter) => {
    if (!('in' in parameter)) return parameter;
    const { name, schema = {} } = parameter;
    const inPath = takes.find((taken) => taken.in === 'path' && taken.name === name);
    if (parameter.in === 'path' && inPath) return { ...parameter, schema: pathParameter(inPath) ?? schema };
    return parameter.in === 'query' && isClass(query)
      ? { ...parameter, schema: queryParameter(query, name, schema) }
      : parameter;
  });
  return { ...operation, parameters };
}

/** What the route answers when it succeeds, unless its controller says it is something else than JSON. */
function withItsAnswer(operation: Operation, { answers }: Answers): Operation {
  const schema = answers[operation.operationId ?? ''];
  if (!schema) return operation;
  const responses = Object.entries(operation.responses).map(([status, response]) => [
    status,
    { content: { 'application/json': { schema } }, ...response },
  ]);
  return { ...operation, responses: Object.fromEntries(responses) };
}

/** What every route may answer follows from how it is declared, so no controller repeats it. */
function withCommonAnswers(
  operation: Operation,
  { access, method, path }: Omit<DeclaredRoute, 'access'> & Partial<Pick<DeclaredRoute, 'access'>>,
): Operation {
  const writes = method !== 'GET';
  const permission = access && 'permission' in access ? access.permission : undefined;
  const takesInput =
    operation.requestBody !== undefined ||
    (operation.parameters ?? []).some((parameter) => 'in' in parameter && parameter.in === 'query');
  const names: (keyof typeof ERROR_RESPONSES | false)[] = [
    (path.includes(':') || takesInput) && 'MalformedRequest',
    'Unauthenticated',
    permission !== undefined && 'Forbidden',
    (path.includes(':') || takesInput) && 'NotFound',
    writes && 'Conflict',
    takesInput && 'TooLarge',
    takesInput && 'InvalidInput',
    'TooManyRequests',
    'Unavailable',
  ];
  const responses = { ...operation.responses };
  for (const name of names) if (name) responses[STATUS[name]] = { $ref: `#/components/responses/${name}` };
  return {
    ...operation,
    summary: operation.summary || (permission === undefined ? 'サインイン' : ja.access.permissions[permission]),
    ...(permission === undefined
      ? { security: [] }
      : {
          security: [{ bearer: [] }],
          description: [operation.description, `権限: \`${permission}\``].filter(Boolean).join('\n\n'),
        }),
    responses,
  };
}

const STATUS = {
  MalformedRequest: '400',
  Unauthenticated: '401',
  Forbidden: '403',
  NotFound: '404',
  Conflict: '409',
  TooLarge: '413',
  InvalidInput: '422',
  TooManyRequests: '429',
  Unavailable: '503',
} as const;

/** What is sent, what is answered, what is refused; a name that means two of these would describe one of them wrongly. */
function united(...parts: Schemas[]): Schemas {
  const schemas: Schemas = {};
  for (const [name, schema] of parts.flatMap((part) => Object.entries(part))) {
    if (name in schemas) throw new Error(`${name} names what is sent and what is answered`);
    schemas[name] = schema;
  }
  return schemas;
}

/** Schemas that the paths lead to; forms of the pages have classes of their own, which are nobody's business here. */
function referenced(schemas: Schemas, paths: object): Schemas {
  const kept: Schemas = {};
  const visit = (part: object): void => {
    for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      const schema = name === undefined ? undefined : schemas[name];
      if (!name || !schema || kept[name]) continue;
      kept[name] = schema;
      visit(schema);
    }
  };
  visit([paths, ERROR_RESPONSES]);
  return kept;
}
