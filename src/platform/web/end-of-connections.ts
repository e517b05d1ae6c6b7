import type { FastifyInstance } from 'fastify';

const EVERY_MS = 100;

/**
 * Lets the server end as soon as what is in hand is finished: a connection that is kept alive after an answer given meanwhile would
 * keep the process for as long as the proxy likes.
 */
export function endIdleConnections(server: FastifyInstance): void {
  server.addHook('preClose', (done) => {
    const idle = setInterval(() => server.server.closeIdleConnections(), EVERY_MS);
    server.server.once('close', () => clearInterval(idle));
    idle.unref();
    done();
  });
}
