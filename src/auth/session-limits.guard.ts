import { type CanActivate, type ExecutionContext, HttpException, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { getStorageToken, type ThrottlerStorage } from '@nestjs/throttler';
import {
  type LimitedUse,
  SESSION_LIMIT,
  SESSION_LIMITS,
  type WebReply,
  type WebRequest,
} from '../platform/http/index.js';

const MINUTE_MS = 60_000;
const TOO_MANY_REQUESTS = 429;

/** Behind the guard that says who it is: how often this session has searched, or exported, within the minute. */
@Injectable()
export class SessionLimitsGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(getStorageToken()) private readonly uses: ThrottlerStorage,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const use = this.reflector.get<LimitedUse | undefined>(SESSION_LIMIT, context.getHandler());
    const http = context.switchToHttp();
    const { signedIn } = http.getRequest<WebRequest>();
    if (use === undefined || signedIn === undefined) return true;
    const key = `${use} ${signedIn.sessionId}`;
    const { isBlocked, timeToBlockExpire } = await this.uses.increment(
      key,
      MINUTE_MS,
      SESSION_LIMITS[use],
      MINUTE_MS,
      'session',
    );
    if (!isBlocked) return true;
    void http.getResponse<WebReply>().header('retry-after', String(Math.max(1, timeToBlockExpire)));
    throw new HttpException('too many of one session', TOO_MANY_REQUESTS);
  }
}
