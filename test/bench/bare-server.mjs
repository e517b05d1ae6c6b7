// The limit of the stack: node's http and pg, running recorded statements, nothing else. Started by bench.mjs as a process of its own.
import { createHash, randomUUID } from 'node:crypto';
import http from 'node:http';
import pg from 'pg';

// As in the application: dates as text, no compiled queries.
pg.types.setTypeParser(1082, (text) => text);

process.once('message', ({ urls, poolSize, jobs }) => {
  const pools = new Map(
    urls.map((url) => [
      new URL(url).username,
      new pg.Pool({ connectionString: url, max: poolSize, idleTimeoutMillis: 0, options: '-c jit=off' }),
    ]),
  );
  const prepared = new Map(Object.entries(jobs).map(([name, statements]) => [`/${name}`, prepare(statements)]));
  const server = http.createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      answer(prepared.get(request.url), parts).then(
        (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
        (error) => response.writeHead(500).end(String(error)),
      );
    });
  });

  async function answer(statements, parts) {
    if (parts.length > 0) JSON.parse(Buffer.concat(parts).toString());
    const ids = new Map();
    const clients = new Map();
    try {
      let longest = [];
      for (const { role, name, text, values } of statements) {
        if (!clients.has(role)) clients.set(role, await pools.get(role).connect());
        const client = clients.get(role);
        const result = await (values === undefined
          ? client.query(text)
          : client.query({ ...(name === undefined ? {} : { name }), text, values: values(ids) }));
        const rows = Array.isArray(result) ? [] : result.rows;
        if (rows.length >= longest.length) longest = rows;
      }
      return JSON.stringify(longest);
    } finally {
      for (const client of clients.values()) client.release();
    }
  }

  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
});
process.once('disconnect', () => process.exit(0));

/** A recorded statement, planned once per connection where the application does so, whose fresh identifiers are drawn anew each time. */
function prepare(statements) {
  return statements.map(({ text, role, values, prepared }) => {
    if (values === undefined) return { text, role };
    return {
      role,
      ...(prepared ? { name: createHash('md5').update(text).digest('hex') } : {}),
      text,
      values: (ids) => values.map((value) => live(value, ids)),
    };
  });
}

function live(value, ids) {
  if (Array.isArray(value)) return value.map((entry) => live(entry, ids));
  if (typeof value === 'string' && value.includes('{fresh')) {
    return value.replace(/\{fresh\d+\}/g, (name) => {
      if (!ids.has(name)) ids.set(name, randomUUID());
      return ids.get(name);
    });
  }
  if (value !== null && typeof value === 'object') {
    if ('buffer' in value) return Buffer.from(value.buffer, 'base64');
    if ('date' in value) return new Date(value.date);
  }
  return value;
}
