// Somebody at the office's address: a browser that fills in forms, and a client of the API that tries again as a careful one does.
import https from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 35_000;
/** What is tried again: nobody answered, or somebody said that it is worth it. */
const PASSING = new Set([0, 429, 502, 503, 504]);

/** @param {{ port: number, authority: Buffer }} office */
export function visitorOf({ port, authority }) {
  const agent = new https.Agent({ keepAlive: true, maxSockets: 200, ca: authority, servername: 'localhost' });

  /** @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, text: string }>} status 0: no answer */
  function ask(method, address, { headers = {}, body } = {}) {
    return new Promise((resolve) => {
      const none = (error) => resolve({ status: 0, headers: {}, text: error.message });
      const request = https.request(
        { host: '127.0.0.1', port, path: address, method, agent, headers, timeout: PATIENCE_MS },
        (response) => {
          const chunks = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.once('error', none);
          response.once('aborted', () => none(new Error('cut off')));
          response.once('end', () =>
            resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString() }),
          );
        },
      );
      request.once('timeout', () => request.destroy(new Error('no answer in time')));
      request.once('error', none);
      request.end(body);
    });
  }

  /** One request of the API. @param {{ token?: string, key?: string, body?: object }} said */
  async function api(method, address, { token, key, body } = {}) {
    const headers = {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const answer = await ask(method, `/api/v1${address}`, { headers, body: body && JSON.stringify(body) });
    return { ...answer, retryAfter: Number(answer.headers['retry-after'] ?? 1) };
  }

  return {
    api,

    /** The same until it is answered for good. @param {(answer: object) => void} heard each answer */
    async persist(method, address, said, { until, heard = () => undefined }) {
      for (;;) {
        const answer = await api(method, address, said);
        heard(answer);
        if (!PASSING.has(answer.status) || performance.now() > until) return answer;
        await pause(answer.status === 0 ? 500 : Math.min(answer.retryAfter, 5) * 1000);
      }
    },

    /** @returns {Promise<any>} what a request that must succeed answers. @throws Error with what it answered instead */
    async done(method, address, said) {
      const { status, text } = await api(method, address, said);
      if (status < 200 || status >= 300) throw new Error(`${method} ${address}: ${status} ${text.slice(0, 500)}`);
      return text === '' ? undefined : JSON.parse(text);
    },

    browser: () => new Browser(ask),
    close: () => agent.destroy(),
  };
}

/** Keeps cookies, follows where it is sent, fills in the form of a page. */
class Browser {
  #cookies = new Map();
  #ask;
  page = { status: 0, text: '', address: '' };

  constructor(ask) {
    this.#ask = ask;
  }

  async open(address) {
    await this.#go('GET', address);
    return this;
  }

  /** @throws Error when the page has no form that sends there */
  async fillIn(action, fields) {
    const form = (this.page.text.match(/<form\b[\s\S]*?<\/form>/g) ?? []).find((each) =>
      each.includes(`action="${action}"`),
    );
    if (form === undefined)
      throw new Error(`${this.page.address} (${this.page.status}) has no form that sends to ${action}`);
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    await this.#go('POST', action, new URLSearchParams([...hidden, ...Object.entries(fields)]).toString());
    return this;
  }

  async #go(method, address, body) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      cookie,
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }),
    };
    const answer = await this.#ask(method, address, { headers, body });
    for (const set of answer.headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set);
      if (!/; Secure/i.test(set)) throw new Error(`the cookie ${name} would travel without TLS`);
      this.#cookies.set(name, value);
    }
    this.page = { status: answer.status, text: answer.text, address };
    const { location } = answer.headers;
    if (location !== undefined) await this.#go('GET', location);
  }
}
