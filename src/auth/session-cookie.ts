import type { WebReply } from '../platform/http/index.js';
import { SESSION_COOKIE, SESSION_POLICY } from './session-policy.js';

/** Hands the session to the browser, which shows it to pages and never to scripts. */
export function keepSession(reply: WebReply, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, {
    signed: true,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: SESSION_POLICY.longestHours * 3600,
  });
}
