import { keepCookie, SESSION_COOKIE, type WebReply } from '../platform/http/index.js';
import { SESSION_POLICY } from './session-policy.js';

/** Hands the session to the browser, which shows it to pages and never to scripts. */
export function keepSession(reply: WebReply, token: string): void {
  keepCookie(reply, SESSION_COOKIE, token, SESSION_POLICY.longestHours * 3600);
}
