// The twin: node's http and pg with the best statements anyone can write for the same answers. No row-level security, no framework.
import { createHash, createHmac } from 'node:crypto';
import http from 'node:http';
import pg from 'pg';
import { benchClock } from '../application.mjs';
import { caseFilePage, logConsultation, quickLogPage } from './case.mjs';
import { homePage } from './home.mjs';
import { caseload, caseloadPage, search, searchPage } from './lists.mjs';
import { figure, figurePage, month, monthPage } from './month.mjs';
import { statement } from './sql.mjs';

pg.types.setTypeParser(1082, (text) => text);

const SESSION = statement(`
  SELECT st.id AS staff, st.name, st.role = 'supervisor' AS supervisor, st.organisation_id AS org, o.name AS organisation, o.side, s.site_id AS site, si.name AS site_name, s.last_seen_at AS seen
  FROM session s JOIN staff st ON st.id = s.staff_id JOIN organisation o ON o.id = st.organisation_id JOIN site si ON si.id = s.site_id
  WHERE s.token_hash = sha256(:token) AND s.revoked_at IS NULL AND s.expires_at > :now AND (s.kind = 'machine' OR s.last_seen_at > :now::timestamptz - interval '30 minutes')
    AND st.employed_from <= :today::date AND (st.employed_until IS NULL OR st.employed_until > :today::date)
    AND EXISTS (SELECT 1 FROM staff_site h WHERE h.staff_id = st.id AND h.site_id = s.site_id AND h.starts_on <= :today::date AND (h.ends_on IS NULL OR h.ends_on > :today::date))`);
const SEEN = statement('UPDATE session SET last_seen_at = :now WHERE token_hash = sha256(:token)');
/** The narrow doors the application's roles have. */
const ENTER = statement('SELECT enter_session(:key, :now::timestamptz)');
const SESSION_BY_FUNCTION = statement(`
  SELECT f.staff_id AS staff, f.name, f.role, f.role = 'supervisor' AS supervisor, f.organisation_id AS org, f.organisation_name AS organisation, f.side, f.site_id AS site, f.site_name, :now::timestamptz AS seen
  FROM auth_find_session(:token, :now::timestamptz) f`);
const MINUTE_MS = 60_000;

const ROUTES = [
  ['POST', /^\/api\/v1\/consultations$/, logConsultation, 201],
  ['GET', /^\/api\/v1\/caseload$/, caseload],
  ['GET', /^\/api\/v1\/jobseekers$/, search],
  ['GET', /^\/api\/v1\/figures$/, month],
  ['GET', /^\/api\/v1\/figures\/(?<code>[^/]+)\/records$/, figure],
  ['GET', /^\/$/, homePage],
  ['GET', /^\/cases$/, caseloadPage],
  ['GET', /^\/cases\/(?<id>[0-9a-f-]{36})$/, caseFilePage],
  ['GET', /^\/jobseekers$/, searchPage],
  ['GET', /^\/consultations\/new$/, quickLogPage],
  ['GET', /^\/month$/, monthPage],
  ['GET', /^\/figures\/(?<code>[^/]+)$/, figurePage],
];

process.once('message', ({ databaseUrl, signInUrl, poolSize, cookieSecret }) => {
  const clock = benchClock();
  // Statements of one page are on their way together.
  const poolOf = (connectionString) =>
    new pg.Pool({ pipeline: true, connectionString, max: poolSize, idleTimeoutMillis: 0, options: '-c jit=off' });
  const pool = poolOf(databaseUrl);
  // Given: the same under the application's roles and policies.
  const signIn = signInUrl === undefined ? undefined : poolOf(signInUrl);
  const server = http.createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      answer(request, Buffer.concat(parts).toString()).then(
        ({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body),
        (error) => response.writeHead(500).end(error.stack),
      );
    });
  });

  async function answer(request, sent) {
    const { pathname, searchParams } = new URL(request.url, 'http://twin');
    const me = await whoIs(request);
    if (me === undefined) return { status: 401, type: 'text/plain', body: '' };
    for (const [method, pattern, handle, status = 200] of ROUTES) {
      const match = request.method === method ? pattern.exec(pathname) : null;
      if (match === null) continue;
      const path = { ...match.groups, sent };
      const body = signIn
        ? await walled(pool, me, (db) => handle(db, me, searchParams, path))
        : await connected(pool, (db) => handle(db, me, searchParams, path));
      if (typeof body === 'string') return { status, type: 'text/html; charset=utf-8', body };
      return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(body) };
    }
    return { status: 404, type: 'text/plain', body: pathname };
  }

  async function whoIs({ headers }) {
    const token = tokenOf(headers, cookieSecret);
    if (token === undefined) return undefined;
    const at = { token: createHash('sha256').update(token).digest(), now: clock.now(), today: clock.today() };
    const { rows } = await (signIn ? signIn.query(SESSION_BY_FUNCTION(at)) : pool.query(SESSION(at)));
    const [me] = rows;
    if (me === undefined) return undefined;
    if (at.now - me.seen > MINUTE_MS) await pool.query(SEEN(at));
    return { ...me, today: at.today, now: at.now, key: at.token };
  }

  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
});
process.once('disconnect', () => process.exit(0));

/** The same statements under the application's role and row-level security, in a transaction that carries the actor. */
function walled(pool, me, use) {
  return connected(pool, async (client) => {
    try {
      const begun = [client.query('BEGIN'), client.query(ENTER(me))];
      const answer = await use(client);
      await Promise.all(begun);
      await client.query('COMMIT');
      return answer;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
  });
}

async function connected(pool, use) {
  const client = await pool.connect();
  try {
    return await use(client);
  } finally {
    client.release();
  }
}

/** From the header of the API, or from the signed cookie of a page. */
function tokenOf({ authorization, cookie }, secret) {
  if (authorization !== undefined) return authorization.replace(/^Bearer /, '');
  const [, signed] = /team_support_session=([^;]+)/.exec(cookie ?? '') ?? [];
  if (signed === undefined) return undefined;
  const text = decodeURIComponent(signed);
  const value = text.slice(0, text.lastIndexOf('.'));
  const seal = createHmac('sha256', secret).update(value).digest('base64').replace(/=+$/, '');
  return text === `${value}.${seal}` ? value : undefined;
}
