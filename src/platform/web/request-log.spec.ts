import { fastify } from 'fastify';
import { log } from '../logging/index.js';
import { logRequests } from './request-log.js';

describe('the line of a request', () => {
  it('has the pattern of its route, how it ended and how long it took, and nothing that was typed', async () => {
    const lines: unknown[] = [];
    const { info } = log;
    log.info = (...args: unknown[]) => void lines.push(args[0]);
    try {
      const server = fastify({ genReqId: () => 'r1' });
      logRequests(server);
      for (const route of ['/jobseekers/:id', '/healthz']) server.get(route, () => 'seen');
      await server.inject('/jobseekers/J1?q=見本');
      await server.inject('/healthz');
      await server.close();
    } finally {
      log.info = info;
    }
    expect(lines).toEqual([
      { request: 'r1', method: 'GET', route: '/jobseekers/:id', status: 200, ms: expect.any(Number) },
    ]);
  });
});
