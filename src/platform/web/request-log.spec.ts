import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fastify } from 'fastify';
import { log } from '../logging/index.js';
import { currentTrace } from '../tracing/index.js';
import { logRequests, traceRequests } from './request-log.js';

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

describe('the trace of a request', () => {
  it('is there after a body that came late and in pieces, for each of two on one connection', async () => {
    const server = fastify();
    traceRequests(server);
    server.post('/', async (request) => {
      await pause(1);
      return { isCarried: currentTrace().request === request.id, id: request.id };
    });
    const { port } = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
    const socket = connect({ host: '127.0.0.1', port: Number(port) });
    let answered = '';
    socket.on('data', (text: Buffer) => (answered += text.toString()));
    const head = 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 7\r\n\r\n';
    for (const piece of [head, '{"a"', ':1}', head, '{"b"', ':2}']) {
      socket.write(piece);
      await pause(20);
    }
    await pause(100);
    socket.destroy();
    await server.close();
    const answers = [...answered.matchAll(/\{"isCarried":(\w+),"id":"([^"]+)"\}/g)].map(([, carried, id]) => [
      carried,
      id,
    ]);
    expect(answers).toEqual([
      ['true', 'req-1'],
      ['true', 'req-2'],
    ]);
  });
});
