import { createHash } from 'node:crypto';
import type { StaffActor } from '#access';
import { DomainError } from '#kernel';
import { SESSION_COOKIE, signedCookie } from './host-cookies.js';
import type { WebReply, WebRequest } from './web-request.js';

/** For whom a form was made, and at which of their sites. */
export type FormHolder = Pick<StaffActor, 'staffId' | 'siteId'>;

/** A form whose token is missing, or belongs to a cookie that the browser no longer has. */
export class FormExpired extends DomainError {
  constructor() {
    super('form_expired');
  }
}

/** Between the token against forged requests and the seal; the token itself never holds one. */
const SEPARATOR = '.';
const SIGNED_TOKEN = /^form:(?:([0-9a-f-]{36}):(\d+))?:([\w-]*)$/;

/**
 * What every form carries as `_csrf`: the token that proves it to be ours and, sealed with the key of the cookies, whose it is and in which
 * session it was made. The cookie alone cannot tell: by the time a form is sent, somebody else may have signed in at the same desk.
 */
export function formToken(reply: WebReply, holder?: FormHolder): string {
  const whose = holder === undefined ? '' : `${holder.staffId}:${holder.siteId}`;
  return `${reply.generateCsrf()}${SEPARATOR}${reply.signCookie(`form:${whose}:${sessionMark(reply.request)}`)}`;
}

/** Tells sessions of a browser apart without telling what opens them. Empty where there is none. */
function sessionMark(request: WebRequest): string {
  const token = request.openedInPlace ?? signedCookie(request, SESSION_COOKIE);
  return token === undefined ? '' : createHash('sha256').update(`form ${token}`).digest('base64url');
}

/** The part that is checked against the cookie. */
export function csrfTokenOf(request: Pick<WebRequest, 'headers' | 'body'>): string | undefined {
  return sentToken(request)?.split(SEPARATOR, 1)[0];
}

/** For whom the form was made that this request sends; undefined when its token does not say so, or was not sealed by us. */
export function formHolderOf(request: WebRequest): FormHolder | undefined {
  const { staffId, siteId } = sealOf(request) ?? {};
  return staffId === undefined ? undefined : { staffId, siteId: Number(siteId) };
}

/** Whether the form was made in the session that the browser shows now: not before it, and in no other. */
export const isFormOfPresentSession = (request: WebRequest): boolean =>
  sealOf(request)?.session === sessionMark(request);

function sealOf(request: WebRequest): { staffId?: string; siteId?: string; session: string } | undefined {
  const sent = sentToken(request);
  const end = sent?.indexOf(SEPARATOR) ?? -1;
  if (sent === undefined || end < 0) return undefined;
  const { valid, value } = request.unsignCookie(sent.slice(end + 1));
  const sealed = SIGNED_TOKEN.exec(valid ? (value ?? '') : '');
  if (sealed === null) return undefined;
  const [, staffId, siteId, session = ''] = sealed;
  return { ...(staffId === undefined || siteId === undefined ? {} : { staffId, siteId }), session };
}

function sentToken({ headers, body }: Pick<WebRequest, 'headers' | 'body'>): string | undefined {
  const header = headers['x-csrf-token'];
  if (typeof header === 'string') return header;
  return typeof body === 'object' && body !== null && '_csrf' in body && typeof body._csrf === 'string'
    ? body._csrf
    : undefined;
}
