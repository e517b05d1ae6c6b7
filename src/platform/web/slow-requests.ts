import type { Socket } from 'node:net';
import type { FastifyServerOptions } from 'fastify';
import { errorText } from '#messages';
import { log } from '../logging/index.js';

/**
 * Milliseconds until a request has arrived, from its first byte to the last of its body: 1 MB within it asks for a line of 70 KB/s. Shorter than
 * the deadline of an answer, so that whoever is slow is told so. Time between two requests of a connection that is kept does not count.
 */
export const ARRIVAL_MS = 15_000;
/** Headers are one packet or two. */
const HEADERS_MS = 10_000;
/** How many times within its time a request is looked at. */
const LOOKS = 5;

/** What Node's server is told of requests that come slowly; it cuts them by itself. */
export function slowRequestsAreCut(arrivalMs: number): Pick<
  FastifyServerOptions,
  'requestTimeout' | 'clientErrorHandler'
> & {
  readonly http: { readonly headersTimeout: number; readonly connectionsCheckingInterval: number };
} {
  return {
    requestTimeout: arrivalMs,
    http: {
      headersTimeout: Math.min(HEADERS_MS, arrivalMs),
      connectionsCheckingInterval: Math.ceil(arrivalMs / LOOKS),
    },
    clientErrorHandler: tellOnSocket,
  };
}

/** Node's reasons for giving up a request before anybody could answer it. */
const REASONS: Readonly<Record<string, { readonly status: string; readonly code: string }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: '408 Request Timeout', code: 'too_slow' },
  HPE_HEADER_OVERFLOW: { status: '431 Request Header Fields Too Large', code: 'too_large' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: '413 Payload Too Large', code: 'too_large' },
};
const UNREADABLE = { status: '400 Bad Request', code: 'malformed_request' };

/** Written by hand: there is no request that an answer would belong to. Whether a page or a program asked is not known either. */
function tellOnSocket(
  error: Error & { readonly code?: string },
  socket: Socket & { readonly _httpMessage?: Begun | null },
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, code } = REASONS[error.code ?? ''] ?? UNREADABLE;
  // Only the reason: the error holds what was sent.
  log.debug({ reason: error.code }, 'a request was given up');
  const isAnswering = socket._httpMessage?._headerSent === true;
  if (socket.writable && !isAnswering) {
    const body = JSON.stringify({ error: { code, message: errorText(code) } });
    const head = [
      `HTTP/1.1 ${status}`,
      'content-type: application/json; charset=utf-8',
      'cache-control: no-store',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroySoon();
}

/** An answer that Node has begun on a connection. */
interface Begun {
  readonly _headerSent: boolean;
}
