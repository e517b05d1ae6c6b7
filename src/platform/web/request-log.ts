import type { FastifyInstance } from 'fastify';
import { log } from '../logging/index.js';

/** Asked all the time by watchers and browsers; their failures are told all the same. */
const QUIET = /^\/(healthz|readyz|assets\/)/;

/** One line a request: the route's pattern and never the address, which may hold a name that was searched for. */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, done) => {
    const { method, id, routeOptions } = request;
    const route = routeOptions.url ?? '';
    const line = { request: id, method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    if (QUIET.test(route) && reply.statusCode < 500) log.debug(line, 'request');
    else log.info(line, 'request');
    done();
  });
}
