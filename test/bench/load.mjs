// A bounded load: so many connections for so many seconds, each asking again as soon as it was answered.
import http from 'node:http';

/**
 * @param {{port: number, connections: number, seconds: number, request: () => {method: string, path: string, headers: object, body?: string}}} load
 * @returns {Promise<{perSecond: number, answered: number, p50: number, p95: number}>} milliseconds
 * @throws when an answer is not 2xx
 */
export async function press({ port, connections, seconds, request }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const end = performance.now() + seconds * 1000;
  const times = [];
  const began = performance.now();
  const one = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      await send(agent, port, request());
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    perSecond: (times.length * 1000) / (performance.now() - began),
    answered: times.length,
    p50: times[Math.floor(times.length * 0.5)] ?? 0,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}

/** One request; answers the body. */
export function send(agent, port, { method, path, headers, body }) {
  return new Promise((resolve, reject) => {
    const length =
      body === undefined ? {} : { 'content-length': Buffer.byteLength(body), 'content-type': 'application/json' };
    const sent = http.request(
      { agent, host: '127.0.0.1', port, method, path, headers: { ...headers, ...length } },
      (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString();
          if (answer.statusCode >= 200 && answer.statusCode < 300) resolve(text);
          else reject(new Error(`${method} ${path} answered ${answer.statusCode}: ${text.slice(0, 300)}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
