import { Injectable, type OnApplicationBootstrap, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ROUTE_ACCESS, type RouteAccess } from './access.decorators.js';
import { argumentsOf, type RouteArgument } from './route-arguments.js';
import { type LimitedUse, SESSION_LIMIT } from './session-limits.js';

export interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  readonly controller: string;
  readonly handler: string;
  readonly access: RouteAccess;
  /** Counted for each session. */
  readonly limit: LimitedUse | undefined;
  /** What the handler takes from the request. */
  readonly takes: readonly RouteArgument[];
}

/** As found in the code, before the start has made sure that it says who may. */
type Declared = Omit<DeclaredRoute, 'access'> & { readonly access: RouteAccess | undefined };

/** Every route of the application with what guards it; refuses to start when one declares nothing. */
@Injectable()
export class RouteDeclarations implements OnApplicationBootstrap {
  private known: readonly Declared[] | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const undeclared = this.all().filter((route) => route.access === undefined);
    if (undeclared.length > 0) {
      const names = undeclared.map((route) => `${route.method} ${route.path} (${route.controller}.${route.handler})`);
      throw new Error(`These routes declare no permission (@Permit or @Public):\n  ${names.join('\n  ')}`);
    }
  }

  /** The route that Fastify matched under this pattern. */
  find(method: string, pattern: string | undefined): Declared | undefined {
    this.known ??= this.all();
    return this.known.find((route) => route.method === method && route.path === pattern);
  }

  all(): Declared[] {
    return this.discovery.getControllers().flatMap((wrapper) => {
      const type = wrapper.metatype;
      if (typeof type !== 'function') return [];
      const prototype = type.prototype as Record<string, (...args: never[]) => unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((handler) => {
        const method = prototype[handler];
        const verb = method && (Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod | undefined);
        if (!method || verb === undefined) return [];
        const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [method, type]);
        return [
          {
            method: RequestMethod[verb],
            path: joined(pathOf(type), pathOf(method)),
            controller: type.name,
            handler,
            access,
            limit: this.reflector.get<LimitedUse | undefined>(SESSION_LIMIT, method),
            takes: argumentsOf(type as Type, handler),
          },
        ];
      });
    });
  }
}

function pathOf(target: object): string {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return (Array.isArray(path) ? path[0] : path) ?? '';
}

function joined(...parts: string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
}
