import { getMetadataStorage } from 'class-validator';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Permission } from '#access';
import type { RouteDeclarations } from '../../src/platform/http/index.js';
import type { Schema } from './values.js';

type Declared = ReturnType<RouteDeclarations['all']>[number];

/** A route with all that can be sent to it. */
export interface Door {
  readonly method: string;
  /** With `:id`. */
  readonly path: string;
  readonly isApi: boolean;
  /** What one needs to come in; undefined where everybody may. */
  readonly permission: Permission | undefined;
  /** Parameters of the query by name. */
  readonly query: Readonly<Record<string, Schema>>;
  /** Of the body; undefined where none is read. */
  readonly body: Schema | undefined;
  /** How many dice-throws more than others it is worth: more fields, more to go wrong. */
  readonly weight: number;
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/**
 * Every route: of the interface as it is described; of a page with the body of the interface's route at the same address, to
 * which its form sends the same.
 */
export function doorsOf(routes: readonly Declared[], description: OpenAPIObject): Door[] {
  const paths = description.paths as unknown as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  const at = (path: string, method: string): Operation | undefined =>
    paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  const bodyOf = (operation: Operation | undefined): Schema | undefined =>
    Object.values(operation?.requestBody?.content ?? {})[0]?.schema;
  return routes.map((route) => {
    const isApi = route.path.startsWith('/api/');
    const twin = isApi ? route.path : `/api/v1${route.path}`;
    const operation = at(twin, route.method);
    const written = isApi
      ? bodyOf(operation)
      : (bodyOf(operation) ?? bodyOf(at(twin, 'PUT')) ?? bodyOf(at(twin, 'PATCH')));
    const query = { ...declaredQuery(route), ...describedQuery(operation) };
    const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : (written ?? {});
    return {
      method: route.method,
      path: route.path,
      isApi,
      permission: route.access && 'permission' in route.access ? route.access.permission : undefined,
      query,
      body,
      weight: body || Object.keys(query).length ? 3 : 1,
    };
  });
}

const describedQuery = (operation: Operation | undefined): Record<string, Schema> =>
  Object.fromEntries(
    (operation?.parameters ?? []).filter((one) => one.in === 'query').map(({ name, schema }) => [name, schema]),
  );

/** What the handler of a page reads from the query: one parameter by name, or the fields of a class. */
function declaredQuery({ takes }: Declared): Record<string, Schema> {
  const names = takes
    .filter((taken) => taken.in === 'query')
    .flatMap(({ name, type }) => {
      if (name !== undefined) return [name];
      if (typeof type !== 'function') return [];
      const checks = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
      // A handler that takes the whole query reads what the forms of its page send.
      return checks.length === 0
        ? ['jobseeker', 'case', 'on', 'jobseekerId', 'version', 'from', 'after']
        : checks.map((check) => check.propertyName);
    });
  return Object.fromEntries([...new Set(names)].map((name) => [name, { type: 'string', maxLength: 100 }]));
}
