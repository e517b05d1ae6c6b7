// `npm run bench -- --cost`: processor milliseconds of PostgreSQL a request, true on a loaded machine too.
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Application } from './application.mjs';
import { withClient } from './data/database.mjs';
import { chosen, prepareJobs } from './jobs.mjs';
import { parentOf, spentBy, spentByChildren } from './processor.mjs';

const WARM_UP = 8;
const LEAST_REQUESTS = 15;
const ENOUGH_MS = 400;

/**
 * @returns {Promise<Map<string, {first: number, database: number, node: number, statements: number, top: object[]}>>} by slug, milliseconds
 */
export async function costs({ database, settings, options, say }) {
  const application = await Application.start({ ...settings, adminUrl: database.adminUrl, poolSize: 1 });
  const found = new Map();
  try {
    const jobs = chosen(await prepareJobs(application, options), options.jobs);
    say(
      `${'job'.padEnd(16)}${'kind'.padEnd(6)}${'first'.padStart(8)}${'pg ms'.padStart(9)}${'node ms'.padStart(9)}${'statements'.padStart(12)}${'kB'.padStart(7)}`,
    );
    for (const job of jobs) {
      const cost = await costOf(application, job, database);
      found.set(job.slug, cost);
      say(
        `${job.slug.padEnd(16)}${job.kind.padEnd(6)}${cost.first.toFixed(1).padStart(8)}${cost.database.toFixed(2).padStart(9)}${cost.node.toFixed(2).padStart(9)}${String(cost.statements).padStart(12)}${(cost.bytes / 1024).toFixed(0).padStart(7)}`,
      );
      if (options.statements) for (const line of cost.top) say(`${''.padEnd(22)}${line}`);
    }
  } finally {
    await application.stop();
  }
  return found;
}

async function costOf(application, job, { adminUrl, name }) {
  // Every job meets a backend that has planned nothing yet, as after a start.
  const pool = application.web.get(DataSource);
  await pool.destroy();
  await pool.initialize();
  const first = await measured(application, job, adminUrl, name, 0, 1);
  for (let n = 1; n <= WARM_UP; n += 1) await application.answer(job.request(n));
  const warm = await measured(application, job, adminUrl, name, WARM_UP + 1);
  return {
    first: first.database,
    database: warm.database / warm.requests,
    node: warm.node / warm.requests,
    statements: Math.round(warm.statements.length / warm.requests),
    bytes: warm.bytes,
    top: dearest(warm),
  };
}

async function measured(application, job, adminUrl, name, from, most = 200) {
  // A connection has to be there to be looked at.
  if (most === 1) await application.answer(job.request(from));
  const pids = await backends(adminUrl, name);
  const spent = () => pids.reduce((sum, pid) => sum + spentBy(pid), 0);
  const postmaster = parentOf(pids[0]);
  const before = { own: spent(), children: spentByChildren(postmaster), node: process.cpuUsage() };
  statements = [];
  isWatched = true;
  let requests = 0;
  let bytes = 0;
  while (requests < most && (requests < LEAST_REQUESTS || spent() - before.own < ENOUGH_MS)) {
    bytes = Buffer.byteLength(await application.answer(job.request(from + requests)));
    requests += 1;
  }
  isWatched = false;
  const { user, system } = process.cpuUsage(before.node);
  const database = spent() - before.own + spentByChildren(postmaster) - before.children;
  return { requests, bytes, database, node: (user + system) / 1000, statements };
}

const backends = (adminUrl, name) =>
  withClient(adminUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT pid FROM pg_stat_activity WHERE datname = $1 AND usename IN ('team_support_app', 'team_support_sign_in', 'team_support_report') AND backend_type = 'client backend'`,
      [name],
    );
    return rows.map(({ pid }) => pid);
  });

/** Statements of the requests watched, each with what its backend spent on it. */
let statements = [];
let isWatched = false;
const connect = pg.Client.prototype.connect;
pg.Client.prototype.connect = function (...args) {
  const query = this.query;
  this.query = function (...sent) {
    const result = query.apply(this, sent);
    const text = typeof sent[0] === 'string' ? sent[0] : sent[0]?.text;
    if (!isWatched || typeof text !== 'string' || typeof result?.then !== 'function') return result;
    const { processID } = this;
    const before = spentBy(processID);
    const note = { text, ms: 0 };
    statements.push(note);
    return result.finally(() => (note.ms = spentBy(processID) - before));
  };
  return connect.apply(this, args);
};

function dearest({ statements: all, requests }) {
  const byText = new Map();
  for (const { text, ms } of all) {
    const key = text
      .replace(/'[^']*'/g, '?')
      .replace(/\s+/g, ' ')
      .trim();
    const seen = byText.get(key) ?? { ms: 0, times: 0 };
    byText.set(key, { ms: seen.ms + ms, times: seen.times + 1 });
  }
  return [...byText]
    .sort(([, one], [, other]) => other.ms - one.ms)
    .slice(0, 8)
    .map(
      ([text, { ms, times }]) =>
        `${(ms / requests).toFixed(2).padStart(8)} ms  ${(times / requests).toFixed(1)} ×  ${text.slice(0, 110)}`,
    );
}
