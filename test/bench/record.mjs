// Records the statements a request of the application runs, so that the bare server runs the very same ones.
import pg from 'pg';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Runs the request twice and keeps the statements of the second; an identifier that differs between the two was made for the
 * request and becomes `{fresh0}`, `{fresh1}` …, to be filled anew each time.
 * @param {() => Promise<unknown>} request inside this process
 * @returns {Promise<{text: string, role: string, values?: unknown[], prepared: boolean}[]>}
 */
export async function recorded(request) {
  await request();
  const first = await listen(request);
  const second = await listen(request);
  const seen = new Set(identifiers(first));
  const fresh = [...new Set(identifiers(second))].filter((id) => !seen.has(id));
  const text = fresh.reduce((all, id, index) => all.replaceAll(id, `{fresh${index}}`), JSON.stringify(second));
  return JSON.parse(text);
}

const identifiers = (statements) => JSON.stringify(statements).match(UUID) ?? [];

/** Where statements are noted while a request is listened to: as they leave for the server, with or without a name. */
let notes = null;
const query = pg.Client.prototype.query;
pg.Client.prototype.query = function (text, values, ...rest) {
  const sent = typeof text === 'string' ? { text, values } : text;
  if (notes !== null && typeof sent?.text === 'string') {
    notes.push({
      text: sent.text,
      role: this.connectionParameters.user,
      prepared: sent.name !== undefined,
      ...(Array.isArray(sent.values) && sent.values.length > 0 ? { values: sent.values.map(plain) } : {}),
    });
  }
  return query.call(this, text, values, ...rest);
};

async function listen(request) {
  const statements = [];
  notes = statements;
  try {
    await request();
  } finally {
    notes = null;
  }
  return statements;
}

/** As it travels to the bare server: buffers and dates keep their kind. */
function plain(value) {
  if (Buffer.isBuffer(value)) return { buffer: value.toString('base64') };
  if (value instanceof Date) return { date: value.toISOString() };
  return value;
}
