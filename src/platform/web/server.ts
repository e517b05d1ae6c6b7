import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import helmet from '@fastify/helmet';
import assets from '@fastify/static';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { cookieNamed, csrfTokenOf, FormExpired, isApi } from '../http/index.js';
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
  const server = app.getHttpAdapter().getInstance();
  server.decorate('hostCookies', secureCookies);
  sayHowLongToKeep(server, secureCookies);
  endIdleConnections(server);
  keepDeadline(server, deadlineMs);
  preparation?.guard(server);
  await app.register(cookie, { secret: cookieSecret, parseOptions: { secure: secureCookies } });
  await app.register(csrf, {
    cookieKey: cookieNamed('_csrf', { server }),
    cookieOpts: { signed: true, httpOnly: true, sameSite: 'lax', path: '/' },
    getToken: csrfTokenOf,
  });
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

/** Seconds for which a browser comes by https once it has. */
const HTTPS_SECONDS = 31_536_000;

/** Whatever is answered stays with whoever asked: no proxy and no browser keeps it, but for files that say for how long. */
function sayHowLongToKeep(server: FastifyInstance, secureCookies: boolean): void {
  server.addHook('onSend', (request, reply, _payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    if (secureCookies && request.protocol === 'https')
      reply.header('strict-transport-security', `max-age=${HTTPS_SECONDS}`);
    done();
  });
}
