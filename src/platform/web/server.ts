import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import helmet from '@fastify/helmet';
import assets from '@fastify/static';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { csrfTokenOf, FormExpired, isApi } from '../http/index.js';
import { keepDeadline } from './deadline.js';
import { endIdleConnections } from './end-of-connections.js';
import type { Preparation } from './preparation.js';

export interface WebOptions {
  readonly root: string;
  readonly cookieSecret: string;
  /** Cookies travel over https alone. */
  readonly secureCookies?: boolean;
  /** Nobody is let in before it ends. */
  readonly preparation?: Preparation | undefined;
  /** After which a request is answered 503; ms. */
  readonly deadlineMs?: number | undefined;
}

/** Nothing comes from outside, nothing runs inline. */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

/** A statement may take fifteen seconds; whoever waits longer waits for something that hangs. */
const DEADLINE_MS = 20_000;

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Cookies, CSRF, headers and static files of the web process. */
export async function prepareServer(
  app: NestFastifyApplication,
  { root, cookieSecret, secureCookies = false, preparation, deadlineMs = DEADLINE_MS }: WebOptions,
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: false,
  });
  endIdleConnections(app.getHttpAdapter().getInstance());
  keepDeadline(app.getHttpAdapter().getInstance(), deadlineMs);
  preparation?.guard(app.getHttpAdapter().getInstance());
  await app.register(cookie, { secret: cookieSecret, parseOptions: { secure: secureCookies } });
  await app.register(csrf, {
    cookieOpts: { signed: true, httpOnly: true, sameSite: 'lax', path: '/' },
    getToken: csrfTokenOf,
  });
  const server = app.getHttpAdapter().getInstance();
  server.addHook('preHandler', (request, reply, done) => {
    if (!UNSAFE.has(request.method) || isApi(request)) return done();
    // The cookie of a page travels by itself; the token in the form proves that the form is ours.
    // Left to itself the plugin answers, and what it says would reach the person as a permission they lack.
    const refusing = Object.create(reply, { send: { value: () => done(new FormExpired()) } });
    server.csrfProtection(request, refusing, done);
  });
  await app.register(assets, {
    root: [
      join(root, 'libs/ui/assets'),
      join(root, 'node_modules/htmx.org/dist'),
      join(root, 'node_modules/@digital-go-jp/design-tokens/dist'),
      join(root, 'node_modules/swagger-ui-dist'),
    ],
    prefix: '/assets/',
    decorateReply: false,
    maxAge: '1h',
    allowedPath: (path) => /^\/[a-z-]+(\.min)?\.(css|js|svg)$/.test(path),
  });
}
