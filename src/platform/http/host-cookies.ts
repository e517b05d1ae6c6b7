import type { WebReply, WebRequest } from './web-request.js';

declare module 'fastify' {
  interface FastifyInstance {
    /** Cookies are for https alone and for this very host: a neighbour of the domain can plant none. */
    hostCookies: boolean;
  }
}

const HOST_ONLY = '__Host-';

/** The name a cookie travels under. The browser takes a `__Host-` one only over https, for `/`, and without a domain. */
export const cookieNamed = (name: string, { server }: Pick<WebRequest | WebReply, 'server'>): string =>
  server.hostCookies ? `${HOST_ONLY}${name}` : name;

/** The cookie that holds the session of a page. */
export const SESSION_COOKIE = 'team_support_session';

/** What the browser holds under this name, if we have signed it. */
export function signedCookie(request: WebRequest, name: string): string | undefined {
  const cookie = request.cookies[cookieNamed(name, request)];
  if (!cookie) return undefined;
  const { valid, value } = request.unsignCookie(cookie);
  return valid ? (value ?? undefined) : undefined;
}

/** Puts a signed cookie into the browser that no script reads and no other site sends along. @param maxAge seconds */
export function keepCookie(reply: WebReply, name: string, value: string, maxAge: number): void {
  reply.setCookie(cookieNamed(name, reply), value, {
    signed: true,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge,
  });
}
