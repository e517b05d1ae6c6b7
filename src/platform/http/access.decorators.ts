import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Permission, StaffActor } from '#access';
import { Unauthenticated } from '#kernel';
import { keyWithFingerprint } from '../unit-of-work/index.js';
import type { SignedIn, WebRequest } from './web-request.js';

export const ROUTE_ACCESS = 'route-access';

/** How a route is guarded: by one permission, or open to the public for a reason that is written down. */
export type RouteAccess = { readonly permission: Permission } | { readonly publicBecause: string };

/** The one permission this route asks for. A route without it or `Public` keeps the application from starting. */
export const Permit = (permission: Permission): MethodDecorator & ClassDecorator =>
  SetMetadata(ROUTE_ACCESS, { permission } satisfies RouteAccess);

/** Reached without signing in; says why that is right. */
export const Public = (because: string): MethodDecorator & ClassDecorator =>
  SetMetadata(ROUTE_ACCESS, { publicBecause: because } satisfies RouteAccess);

export const BEFORE_PASSWORD_CHANGE = 'before-password-change';

/** Open to someone who must change their password first: everything needed for that and for leaving. */
export const BeforePasswordChange = (): MethodDecorator & ClassDecorator => SetMetadata(BEFORE_PASSWORD_CHANGE, true);

/** The signed-in member of staff with their session. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<WebRequest>();
  if (!signedIn) throw new Unauthenticated('unauthenticated');
  return signedIn;
});

/** The signed-in member of staff. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): StaffActor => {
  const { actor } = context.switchToHttp().getRequest<WebRequest>();
  if (!actor) throw new Unauthenticated('unauthenticated');
  return actor;
});

/** `Idempotency-Key` of an API request, or the `_key` a form carries, with the content it came with. Says so in the description of the interface. */
export const IdempotencyKey = createParamDecorator<unknown>(
  (_: unknown, context: ExecutionContext): string | undefined => {
    const request = context.switchToHttp().getRequest<WebRequest>();
    const key = sentKey(request);
    return key === undefined
      ? undefined
      : keyWithFingerprint(key.slice(0, 100), request.url.replace(/\?.*$/s, ''), request.body);
  },
  [documentIdempotencyKey],
);

function sentKey({ headers, body }: Pick<WebRequest, 'headers' | 'body'>): string | undefined {
  const header = headers['idempotency-key'];
  if (typeof header === 'string' && header !== '') return header;
  return typeof body === 'object' &&
    body !== null &&
    '_key' in body &&
    typeof body._key === 'string' &&
    body._key !== ''
    ? body._key
    : undefined;
}

function documentIdempotencyKey(target: object, handler: string | symbol | undefined): void {
  if (handler === undefined) return;
  const method = Object.getOwnPropertyDescriptor(target, handler);
  if (method)
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description:
        'The same key with the same content answers the first result again and writes nothing; with other content it answers 409 `idempotency_conflict`',
      schema: { type: 'string', maxLength: 100 },
    })(target, handler, method);
}
