import type { FastifyInstance } from 'fastify';
import { log } from '../logging/index.js';
import { traced } from '../tracing/index.js';

/** Asked all the time by watchers and browsers; their failures are told all the same. */
const QUIET = /^\/(healthz|readyz|assets\/)/;

/** Whatever is done for a request bears its id: lines of the log, transactions, messages. */
export function traceRequests(server: FastifyInstance): void {
  server.addHook('onRequest', ({ id: request }, _reply, done) => traced({ request }, done));
  // A body is read by events of the socket, which do not know what came before them.
  server.addHook('preValidation', ({ id: request }, _reply, done) => traced({ request }, done));
}

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
