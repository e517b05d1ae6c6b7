// What the operator's page says of PostgreSQL's own backups, tried word for word on Debian's server: its commands are taken from the page.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { asPostgres, ask, Cluster, PROGRAMS, versionOfPostgres } from './cluster.mjs';

const SECTION = '### What PostgreSQL itself offers';
const PASSWORD = 'nur-fuer-diese-Probe';
const PATIENCE_MS = 60_000;

/**
 * A dump restored on another server, and a server put back to a moment.
 *
 * @param {string} root folder of the checkout
 * @returns {Promise<string[]>} what went wrong; throws NotRun where the machine lacks the server
 */
export async function serverBackup(root) {
  const version = versionOfPostgres();
  const home = mkdtempSync(path.join(tmpdir(), 'server-backup-'));
  // Whoever runs the server walks down to it and writes into the archive.
  chmodSync(home, 0o755);
  const clusters = [];
  const cluster = async (name) => {
    const one = new Cluster(path.join(home, name), await freePort(), PASSWORD);
    clusters.push(one);
    return one;
  };
  try {
    const said = recipes(root, home);
    const { build } = await import(path.join(root, 'src/build/build.mjs'));
    await build(root);

    const office = await cluster('office');
    office.initialise(said.archiving);
    archiveOf(home);
    await office.start();
    migrate(root, office);
    const { loadDemonstrationIfEmpty } = await import(path.join(root, 'dist/src/demonstration/index.js'));
    const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl } = addresses(office);
    await loadDemonstrationIfEmpty({ ownerUrl, appUrl, log: () => undefined });
    say(`${version}: the demonstration is loaded.`);

    const failed = [
      ...(await dumpAndRestore(root, home, said, office, await cluster('another'))),
      ...(await backToAMoment(root, home, said, office, await cluster('put-back'))),
    ];
    return failed;
  } finally {
    for (const one of clusters) await one.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function dumpAndRestore(root, home, said, office, another) {
  const before = await contentsOf(addresses(office).DATABASE_OWNER_URL);
  sh(home, said.dump, office);
  another.initialise();
  await another.start();
  sh(home, said.restore, another);
  const ran = migrate(root, another, { DATABASE_ADMIN_URL: undefined });
  const after = await contentsOf(addresses(another).DATABASE_OWNER_URL);
  const hidden = await ask(addresses(another).DATABASE_URL, 'SELECT id FROM jobseeker');
  say(`pg_dump, pg_restore on another server, migrate (${ran} steps): ${told(before)} before, ${told(after)} after.`);
  return [
    ...differences(before, after).map((table) => `pg_dump: ${table} is not as it was`),
    ...(ran === 0 ? [] : ['pg_dump: what was restored was not of this version']),
    ...(hidden.length === 0 ? [] : ['pg_dump: row-level security did not come along']),
  ];
}

async function backToAMoment(root, home, said, office, putBack) {
  const { DATABASE_OWNER_URL: url } = addresses(office);
  const note = (name) =>
    ask(url, `INSERT INTO desk (site_id, code, name) SELECT min(id), $1, $1 FROM site RETURNING name`, [name]);
  sh(home, said.base, office);
  await note('before-the-moment');
  const wanted = await contentsOf(url);
  await pause(1_000);
  const [{ moment }] = await ask(url, 'SELECT clock_timestamp()::text AS moment');
  await pause(1_000);
  await note('after-the-moment');
  await ask(url, 'DELETE FROM monthly_report');
  // What archive_timeout does within five minutes, at once; then the server is lost.
  const [{ file }] = await office.ask('SELECT pg_walfile_name(pg_switch_wal()) AS file');
  await archived(office, file);
  await office.stop();

  sh(home, `mkdir ${putBack.folder} && cp -a ${home}/archive/base/. ${putBack.folder}/`, office);
  putBack.configure(said.recovery.replace(said.exampleMoment, moment));
  sh(home, `touch ${putBack.folder}/recovery.signal`, office);
  putBack.lend();
  await putBack.start();
  const there = await recovered(putBack);
  const after = await contentsOf(addresses(putBack).DATABASE_OWNER_URL);
  await putBack.ask('SELECT pg_wal_replay_resume()');
  await until(async () => (await putBack.ask('SELECT pg_is_in_recovery() AS going'))[0].going === false);
  const ran = migrate(root, putBack, { DATABASE_ADMIN_URL: undefined });
  say(
    `Put back to ${moment}: ${told(wanted)} then, ${told(after)} now; desks written: ${there.join(', ')}; migrate ran ${ran} steps.`,
  );
  return [
    ...(there.join() === 'before-the-moment' ? [] : [`point in time: ${there.join(', ') || 'nothing'} is there`]),
    ...differences(wanted, after).map((table) => `point in time: ${table} is not as it was then`),
    ...(ran === 0 ? [] : ['point in time: it is not of this version']),
  ];
}

/** Waits until the server has come as far as it was told to. @returns {Promise<string[]>} which of the two desks are there */
async function recovered(cluster) {
  await until(async () => (await cluster.ask('SELECT pg_get_wal_replay_pause_state() AS state'))[0].state === 'paused');
  const rows = await ask(
    addresses(cluster).DATABASE_OWNER_URL,
    "SELECT name FROM desk WHERE name LIKE '%-the-moment' ORDER BY id",
  );
  return rows.map(({ name }) => name);
}

const archived = (cluster, file) =>
  until(
    async () => (await cluster.ask('SELECT last_archived_wal >= $1 AS done FROM pg_stat_archiver', [file]))[0].done,
  );

async function until(isSo) {
  for (const giveUp = performance.now() + PATIENCE_MS; !(await isSo()); await pause(200))
    if (performance.now() > giveUp) throw new Error(`it did not come about within a minute: ${isSo}`);
}

/** What the page's blocks say, in their order, with our folders in place of its own. */
function recipes(root, home) {
  const page = readFileSync(path.join(root, '.github/OPERATIONS.md'), 'utf8');
  const section = page.slice(page.indexOf(SECTION)).split(/\n## /)[0];
  const blocks = [...section.matchAll(/```(sh|ini)\n([^]*?)```/g)].map(([, , text]) =>
    text.replaceAll('/archive', path.join(home, 'archive')),
  );
  if (blocks.length !== 5) throw new Error(`the operator's page has ${blocks.length} blocks under "${SECTION}", not 5`);
  const [dump, restore, archiving, base, recovery] = blocks;
  const exampleMoment = /recovery_target_time = '(.*)'/.exec(recovery)?.[1];
  if (exampleMoment === undefined) throw new Error('the operator’s page names no moment');
  return { dump, restore, archiving, base, recovery, exampleMoment };
}

function archiveOf(home) {
  const archive = path.join(home, 'archive');
  mkdirSync(archive);
  const [program, ...words] = asPostgres(['true']);
  if (program !== 'true') spawnSync('chown', ['postgres', archive]);
  if (spawnSync(program, words).status !== 0) throw new Error('there is no account postgres');
}

/** Settings of an installation on that server. */
function addresses({ adminUrl, port }) {
  const url = (role) => `postgres://${role}:${PASSWORD}@127.0.0.1:${port}/team_support`;
  return {
    DATABASE_ADMIN_URL: adminUrl,
    DATABASE_OWNER_URL: url('team_support_owner'),
    DATABASE_URL: url('team_support_app'),
  };
}

/** @throws with what it printed when a command fails */
function sh(cwd, script, cluster) {
  const env = { PATH: `${PROGRAMS}:${process.env.PATH}`, LC_ALL: 'C.UTF-8', ...addresses(cluster) };
  const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', script], { cwd, env });
  if (status !== 0) throw new Error(`${script}\n${stdout}${stderr}`);
}

/** @returns {number} how many steps ran */
function migrate(root, cluster, more = {}) {
  const env = { PATH: process.env.PATH, ...addresses(cluster), ...more };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/src/migrate.js'], { cwd: root, env });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return JSON.parse(stdout.toString().trim().split('\n').at(-1)).steps.length;
}

/** Rows of every table and a digest of them. @returns {Promise<Map<string, { rows: number, digest: string }>>} */
async function contentsOf(url) {
  const tables = await ask(
    url,
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  );
  const contents = new Map();
  for (const { name } of tables) {
    const [row] = await ask(
      url,
      `SELECT count(*)::int AS rows, md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) AS digest FROM "${name}" t`,
    );
    contents.set(name, row);
  }
  return contents;
}

const differences = (before, after) =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (table) => before.get(table)?.digest !== after.get(table)?.digest,
  );

const told = (contents) =>
  `${contents.size} tables, ${[...contents.values()].reduce((sum, { rows }) => sum + rows, 0)} rows`;

function say(line) {
  process.stdout.write(`${line}\n`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
