// The application inside this process, its clock set to the bench's day, with sign-ins that cost no password.
import pg from 'pg';
import { TODAY } from './data/sites.mjs';

/** Ten in the morning of the bench's day in Japan, from where time runs on. */
export function benchClock(startedAt = Date.now()) {
  const begin = new Date(`${TODAY}T10:00:00+09:00`).getTime();
  return { now: () => new Date(begin + Date.now() - startedAt), today: () => TODAY };
}

/** One session of the bench stands for many people: what nobody does by hand in a minute is what is measured. */
export async function withoutSessionLimits(web) {
  const { getStorageToken } = await import('@nestjs/throttler');
  const storage = web.get(getStorageToken(), { strict: false });
  const increment = storage.increment.bind(storage);
  storage.increment = (key, ...rest) =>
    /^(search|export) /.test(key) ? Promise.resolve({ isBlocked: false }) : increment(key, ...rest);
}

export class Application {
  static async start({ root, database, adminUrl, cookieSecret, poolSize = 10 }) {
    const { createWeb } = await import('../../dist/src/web.js');
    const web = await createWeb({ root, database, cookieSecret, poolSize, clock: benchClock() });
    await withoutSessionLimits(web);
    return new Application(web, adminUrl);
  }

  constructor(web, adminUrl) {
    this.web = web;
    this.adminUrl = adminUrl;
  }

  /** Opens a session for the API. @returns the bearer token */
  token(login) {
    return this.#session(login);
  }

  /** Opens a session of a browser. @returns the value of the cookie header */
  async cookie(login) {
    const { SESSION_COOKIE } = await import('../../dist/src/platform/http/index.js');
    const token = await this.#session(login, 'browser');
    return `${SESSION_COOKIE}=${encodeURIComponent(this.web.getHttpAdapter().getInstance().signCookie(token))}`;
  }

  /** That no pause between two jobs ends: one that is used until its last day. */
  async #session(login, kind = 'api') {
    const { SessionsService } = await import('../../dist/src/auth/sessions.service.js');
    const staffId = await this.one('SELECT id FROM staff WHERE login = $1', [login]);
    const token = await this.web.get(SessionsService, { strict: false }).open(staffId, kind);
    await this.one(`UPDATE session SET last_seen_at = expires_at WHERE staff_id = $1`, [staffId]);
    return token;
  }

  /** The first column of the first row, read as the superuser. */
  async one(text, values) {
    const client = new pg.Client({ connectionString: this.adminUrl });
    await client.connect();
    try {
      const { rows } = await client.query({ text, values, rowMode: 'array' });
      return rows[0]?.[0];
    } finally {
      await client.end();
    }
  }

  /** One request without a socket. @returns the body; throws when it was refused */
  async answer({ method, path, headers, body }) {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await this.web.inject({ method, url: path, headers: { ...json, ...headers }, payload: body });
    if (answer.statusCode >= 300)
      throw new Error(`${method} ${path} answered ${answer.statusCode}: ${answer.body.slice(0, 300)}`);
    return answer.body;
  }

  stop() {
    return this.web.close();
  }
}
