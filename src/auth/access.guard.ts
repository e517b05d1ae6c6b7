import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { assertMay } from '#access';
import { Forbidden, Unauthenticated } from '#kernel';
import { FormSender } from './form-sender.js';
import {
  BEFORE_PASSWORD_CHANGE,
  isApi,
  PasswordChangeRequired,
  ROUTE_ACCESS,
  type RouteAccess,
  type SignedIn,
  type WebReply,
  type WebRequest,
} from '../platform/http/index.js';

/** On every route: who is it, and does the route's permission belong to their role and side. */
@Injectable()
export class AccessGuard extends AuthGuard('token') {
  constructor(
    private readonly reflector: Reflector,
    private readonly senders: FormSender,
  ) {
    super({ session: false });
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access && 'publicBecause' in access) return true;
    const http = context.switchToHttp();
    const request = http.getRequest<WebRequest>();
    const signedIn = isForm(request)
      ? await this.senders.identify(request, http.getResponse<WebReply>(), await this.optionalSession(context))
      : await this.requireSession(context);
    request.signedIn = signedIn;
    request.actor = signedIn.actor;
    if (!access) throw new Forbidden('undeclared');
    const opensAnyway = this.reflector.getAllAndOverride<boolean | undefined>(BEFORE_PASSWORD_CHANGE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (signedIn.mustChangePassword && !opensAnyway) throw new PasswordChangeRequired();
    assertMay(request.actor, access.permission);
    // One's own account is the same at every site, and the way back to the other one leads through it.
    if (isForm(request) && access.permission !== 'own_account') this.senders.assertSameSite(request, request.actor);
    return true;
  }

  override handleRequest<User>(error: unknown, user: User | false): User {
    if (error) throw error;
    if (!user) throw new Unauthenticated('unauthenticated');
    return user;
  }

  /** @throws Unauthenticated */
  private async requireSession(context: ExecutionContext): Promise<SignedIn> {
    await super.canActivate(context);
    return context.switchToHttp().getRequest<{ user: SignedIn }>().user;
  }

  private async optionalSession(context: ExecutionContext): Promise<SignedIn | undefined> {
    try {
      return await this.requireSession(context);
    } catch (error) {
      if (error instanceof Unauthenticated) return undefined;
      throw error;
    }
  }
}

const isForm = (request: WebRequest): boolean => request.method === 'POST' && !isApi(request);

/** What the login strategy found out: a member of staff, or why not. */
export type LoginResult = { readonly staffId: string } | { readonly refused: Unauthenticated };

/** Login and password, for the two sign-in routes; they say themselves how a refusal is shown. */
@Injectable()
export class LoginGuard extends AuthGuard('login') {
  constructor() {
    super({ session: false });
  }

  override handleRequest<User>(error: unknown, user: User | false): User {
    if (error instanceof Unauthenticated) return { refused: error } as User;
    if (error) throw error;
    if (!user) return { refused: new Unauthenticated('wrong_credentials') } as User;
    return user;
  }
}
