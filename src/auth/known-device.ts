import { createHash } from 'node:crypto';
import { keepCookie, signedCookie, type WebReply, type WebRequest } from '../platform/http/index.js';
import { KNOWN_DEVICE_DAYS } from './session-policy.js';

const DEVICE_COOKIE = 'team_support_device';
const SECONDS_PER_DAY = 86_400;

/** What the browser shows of sign-ins before; several people may use it. */
export const deviceOf = (request: WebRequest): string | undefined => signedCookie(request, DEVICE_COOKIE);

/** It opens nothing: it says only that somebody has been here before. */
export function keepDevice(reply: WebReply, token: string): void {
  keepCookie(reply, DEVICE_COOKIE, token, KNOWN_DEVICE_DAYS * SECONDS_PER_DAY);
}

/** What is kept of a token. */
export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();
