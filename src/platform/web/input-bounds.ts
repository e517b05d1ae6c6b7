import { parse } from 'node:querystring';
import { BadRequestException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RawServerDefault } from 'fastify';
import {
  type BreachCode,
  formBreach,
  INPUT_BOUNDS,
  type InputBounds,
  jsonBreach,
  OutOfBounds,
  QUERY_BOUNDS,
  SIGN_IN_BOUNDS,
} from '../http/index.js';

/** Bytes of a body, whatever it is. */
export const BODY_LIMIT = 1_048_576;

/** Addresses that somebody unknown sends a body to, and that nobody signed in sends much to. */
const OF_ANYBODY: ReadonlySet<string | undefined> = new Set(['/sign-in', '/sign-out', '/api/v1/sessions']);
const boundsAt = (route: string | undefined): InputBounds => (OF_ANYBODY.has(route) ? SIGN_IN_BOUNDS : INPUT_BOUNDS);

/**
 * Counts what is sent before it is parsed, validated or looked at by a guard: each of those takes its time for every field, some
 * for every pair of them, and nobody else is answered meanwhile. How long it may take to arrive: `slow-requests.ts`.
 */
export function boundInput(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  const readJson = server.getDefaultJsonParser('error', 'error');
  server.addHook('onRequest', ({ raw }, _reply, done) => {
    const [, query = ''] = (raw.url ?? '').split('?', 2);
    const breach = formBreach(Buffer.from(query), QUERY_BOUNDS);
    done(breach && new OutOfBounds(breach));
  });
  app.useBodyParser<RawServerDefault>('application/json', { bodyLimit: BODY_LIMIT }, (request, body, done) => {
    if (refuses(jsonBreach(body, boundsAt(request.routeOptions.url)), done)) return;
    void readJson(request, body.toString(), done);
  });
  app.useBodyParser('application/x-www-form-urlencoded', { bodyLimit: BODY_LIMIT }, (request, body, done) => {
    if (refuses(formBreach(body, boundsAt(request.routeOptions.url)), done)) return;
    // Bounded above: by itself it reads the first thousand and says nothing of the others.
    const fields = parse(body.toString(), '&', '=', { maxKeys: 0 });
    // It has no prototype here, and would be given one by whoever copies it.
    if (Object.hasOwn(fields, '__proto__')) done(new BadRequestException());
    else done(null, fields);
  });
}

function refuses(breach: BreachCode | undefined, done: (error: Error) => void): boolean {
  if (breach !== undefined) done(new OutOfBounds(breach));
  return breach !== undefined;
}
