import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy as LocalStrategy } from 'passport-local';
import { Strategy } from 'passport';
import { Unauthenticated } from '#kernel';
import { isApi, type SignedIn, type WebRequest } from '../platform/http/index.js';
import { SESSION_COOKIE } from './session-policy.js';
import { SessionsService } from './sessions.service.js';

/** Login and password from a form or a JSON body. */
@Injectable()
export class LoginStrategy extends PassportStrategy(LocalStrategy, 'login') {
  constructor(private readonly sessions: SessionsService) {
    super({ usernameField: 'login', passwordField: 'password', session: false });
  }

  /** @throws Unauthenticated also for what nobody can have as a login: it comes here before any check of the body */
  async validate(login: unknown, password: unknown): Promise<{ staffId: string }> {
    if (!isText(login) || !isText(password)) throw new Unauthenticated('wrong_credentials');
    return { staffId: await this.sessions.verify(login, password) };
  }
}

/** Text that a column can hold. */
const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\u0000');

/** The signed cookie for pages, `Authorization: Bearer` for the API. The API takes no cookie, so it needs no CSRF token. */
class TokenStrategy extends Strategy {
  override readonly name = 'token';

  constructor(private readonly verify: (token: string, done: (error: unknown, user?: SignedIn) => void) => void) {
    super();
  }

  override authenticate(request: unknown): void {
    const token = tokenOf(request as WebRequest);
    if (token === undefined) return this.fail(401);
    this.verify(token, (error, user) => {
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
  const cookie = request.cookies[SESSION_COOKIE];
  if (!cookie) return undefined;
  const { valid, value } = request.unsignCookie(cookie);
  return valid ? (value ?? undefined) : undefined;
}

@Injectable()
export class SessionStrategy extends PassportStrategy(TokenStrategy, 'token') {
  constructor(private readonly sessions: SessionsService) {
    super();
  }

  async validate(token: string): Promise<SignedIn | false> {
    return (await this.sessions.find(token)) ?? false;
  }
}
