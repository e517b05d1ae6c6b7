import { ServiceUnavailableException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { describeError, errorPage, isApi } from '../http/index.js';

const RETRY_AFTER_SECONDS = '10';

/** Answers 503 to a request that took too long; what it was doing goes on and is answered to nobody. */
export function keepDeadline(server: FastifyInstance, deadlineMs: number): void {
  server.addHook('onRequest', (request, reply, done) => {
    const late = setTimeout(() => {
      if (reply.sent) return;
      const { status, body } = describeError(new ServiceUnavailableException());
      void reply
        .status(status)
        .header('retry-after', RETRY_AFTER_SECONDS)
        .header('cache-control', 'no-store')
        .type(isApi(request) ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8')
        .send(isApi(request) ? body : errorPage(body));
    }, deadlineMs);
    reply.raw.once('close', () => clearTimeout(late));
    done();
  });
}
