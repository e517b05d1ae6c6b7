import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy as LocalStrategy } from 'passport-local';
import { Strategy } from 'passport';
import { Unauthenticated } from '#kernel';
import { isApi, SESSION_COOKIE, signedCookie, type SignedIn, type WebRequest } from '../platform/http/index.js';
import { deviceOf } from './known-device.js';
import { SessionsService } from './sessions.service.js';

/** Login and password from a form or a JSON body. */
@Injectable()
export class LoginStrategy extends PassportStrategy(LocalStrategy, 'login') {
  constructor(private readonly sessions: SessionsService) {
    super({ usernameField: 'login', passwordField: 'password', session: false, passReqToCallback: true });
  }

  /** @throws Unauthenticated also for what nobody can have as a login: it comes here before any check of the body */
  async validate(request: WebRequest, login: unknown, password: unknown): Promise<{ staffId: string }> {
    if (!isText(login) || !isText(password)) throw new Unauthenticated('wrong_credentials');
    const origin = { address: request.ip, device: isApi(request) ? undefined : deviceOf(request) };
    return { staffId: await this.sessions.verify(login, password, origin) };
  }
}

/** Text that a column can hold. */
const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\u0000');

type Verify = (token: string, door: Door, done: (error: unknown, user?: SignedIn) => void) => void;

/** A session opens the side it was opened for: what a browser shows is no token of the API, and a token is no cookie. */
type Door = 'page' | 'api';
const OPENED_BY: Readonly<Record<SignedIn['sessionKind'], Door>> = {
  browser: 'page',
  api: 'api',
  personal: 'api',
  machine: 'api',
};

/** The signed cookie for pages, `Authorization: Bearer` for the API. The API takes no cookie, so it needs no CSRF token. */
class TokenStrategy extends Strategy {
  override readonly name = 'token';

  constructor(private readonly verify: Verify) {
    super();
  }

  override authenticate(request: unknown): void {
    const asked = request as WebRequest;
    const token = tokenOf(asked);
    if (token === undefined) return this.fail(401);
    this.verify(token, isApi(asked) ? 'api' : 'page', (error, user) => {
      if (error) this.error(error);
      else if (user) this.success(user);
      else this.fail(401);
    });
  }
}

export function tokenOf(request: WebRequest): string | undefined {
  if (isApi(request)) {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    return scheme?.toLowerCase() === 'bearer' && token ? token : undefined;
  }
  return signedCookie(request, SESSION_COOKIE);
}

@Injectable()
export class SessionStrategy extends PassportStrategy(TokenStrategy, 'token') {
  constructor(private readonly sessions: SessionsService) {
    super();
  }

  async validate(token: string, door: Door): Promise<SignedIn | false> {
    const found = await this.sessions.find(token);
    return found !== undefined && OPENED_BY[found.sessionKind] === door && found;
  }
}
