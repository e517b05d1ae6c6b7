// The databases of the bench: one a size, kept under data/bench and made anew when the schema or the generator changed.
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { benchSite, planFile, WRITTEN } from './sites.mjs';
import { recordStatements } from './records.mjs';

/** What one of the standard size holds: twenty thousand people at ten sites, ten consultations each. */
const STANDARD = { people: 20_000, sites: 10, talks: 10 };

/**
 * @param {string} root folder of the checkout, compiled
 * @param {(text: string) => void} say
 */
export async function openBenchServer(root, say) {
  const { startEmbedded } = await import('../../../dist/src/platform/database/embedded/index.js');
  const dataFolder = path.join(root, 'data', 'bench');
  mkdirSync(dataFolder, { recursive: true });
  const server = await startEmbedded({ root, dataFolder, log: say });
  // Cleaned up by the bench between its parts, and not by chance in the middle of one.
  await withClient(server.adminUrl, async (client) => {
    await client.query('ALTER SYSTEM SET autovacuum = off');
    await client.query('SELECT pg_reload_conf()');
  });
  return server;
}

/**
 * @param {{history: number, sites: number, scale: number, fresh: boolean}} wanted multiples of the standard's history and sites; scale divides the people;
 *   fresh: made anew, for whoever edits a migration that has run
 * @returns {Promise<{appUrl: string, ownerUrl: string, adminUrl: string, name: string, sites: number}>}
 */
export async function benchDatabase(server, root, { history, sites: times, scale, fresh }, say) {
  const { filledDatabase } = await import('../../../dist/src/platform/database/filled-database.js');
  const { dropDatabase, withDatabase } = await import('../../../dist/src/platform/database/embedded/databases.js');
  const size = {
    people: (STANDARD.people * times) / scale,
    history,
    sites: STANDARD.sites * times,
    talks: STANDARD.talks,
  };
  const name = `bench_h${history}_s${times}${scale === 1 ? '' : `_d${scale}`}`;
  const adminUrl = withDatabase(server.adminUrl, name);
  if (fresh) await dropDatabase(server.adminUrl, name);
  const database = await filledDatabase(server, name, fingerprint(size), async (empty) => {
    const began = performance.now();
    await fill({ ...empty, adminUrl }, root, size, server.cookieSecret);
    say(
      `filled ${name}: ${size.people * history} people, ${size.people * history * size.talks} consultations, ${size.sites} sites in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
  });
  const { migrate } = await import('../../../dist/src/platform/database/migrate.js');
  const ran = await migrate(database.ownerUrl);
  await withClient(adminUrl, (client) => client.query('UPDATE context_key SET clock_is_given = true'));
  if (ran.length > 0) say(`migrated ${name} by ${ran.length} step(s)`);
  await cleanUp({ adminUrl });
  return { ...database, adminUrl, name, sites: size.sites };
}

async function fill({ adminUrl, ...database }, root, size, cookieSecret) {
  const { ownerUrl } = database;
  const { migrate } = await import('../../../dist/src/platform/database/migrate.js');
  const { foundSite } = await import('../../../dist/src/founding/index.js');
  const { DataSource } = await import('typeorm');
  await migrate(ownerUrl);
  await withClient(adminUrl, (client) => client.query('UPDATE context_key SET clock_is_given = true'));
  const owner = await new DataSource({ type: 'postgres', url: ownerUrl }).initialize();
  for (let site = 1; site <= size.sites; site += 1)
    await owner.transaction((manager) => foundSite(manager, benchSite(site)));
  await owner.destroy();
  await fillRecords(adminUrl, size);
  await importPlans(database, adminUrl, root, size.sites, cookieSecret);
  await withClient(adminUrl, (client) => client.query('VACUUM ANALYZE'));
}

/** Rows are right by construction, so keys are not checked one by one. */
async function fillRecords(adminUrl, size) {
  await withClient(adminUrl, async (client) => {
    await client.query(
      "SET session_replication_role = replica; SET maintenance_work_mem = '256MB'; SET work_mem = '64MB'",
    );
    for (const { name, text, values } of recordStatements(size)) {
      const began = performance.now();
      try {
        await client.query(text, values);
      } catch (error) {
        throw new Error(`${name}: ${error.message}`, { cause: error });
      }
      if (process.env.BENCH_TIMES) console.log(name, ((performance.now() - began) / 1000).toFixed(1));
    }
  });
}

/** The plan is imported through the application, as an administrator does it. */
async function importPlans(database, adminUrl, root, sites, cookieSecret) {
  const { Application } = await import('../application.mjs');
  const application = await Application.start({ root, database, adminUrl, cookieSecret });
  try {
    for (let site = 1; site <= sites; site += 1) {
      const token = await application.token(`city-administrator-${site}`);
      await application.answer({
        method: 'PUT',
        path: '/api/v1/yearly-plans',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ file: planFile(site) }),
      });
    }
  } finally {
    await application.stop();
  }
  // As the administrator of the other side agrees.
  await withClient(adminUrl, (client) =>
    client.query(
      `INSERT INTO definition_agreement (site_id, org_id, side, window_from, window_to, definition, agreed_at)
       SELECT DISTINCT a.site_id, o.id, o.side, a.window_from, a.window_to, a.definition, now() FROM definition_agreement a
       JOIN site_organisation s ON s.site_id = a.site_id JOIN organisation o ON o.id = s.organisation_id AND o.side <> a.side`,
    ),
  );
}

/** Another generator makes another database; a new schema is brought to the one that is there, as at any installation. */
const fingerprint = (size) =>
  createHash('sha256')
    .update(JSON.stringify([size, recordStatements(size), benchSite(1), planFile(1)]))
    .digest('hex');

/** Takes out what the jobs wrote, so that the next run meets the same rows; nothing waits for the collector afterwards. */
export async function cleanUp({ adminUrl }) {
  await withClient(adminUrl, async (client) => {
    await client.query('SET session_replication_role = replica');
    await client.query(`CREATE TEMP TABLE written AS SELECT id FROM consultation WHERE shared_text LIKE '${WRITTEN}%'`);
    for (const statement of [
      'DELETE FROM consultation_participant WHERE consultation_id IN (SELECT id FROM written)',
      'DELETE FROM timeline_entry WHERE subject_id IN (SELECT id FROM written)',
      'DELETE FROM audit_entry WHERE subject_id IN (SELECT id::text FROM written)',
      'DELETE FROM consultation WHERE id IN (SELECT id FROM written)',
      'TRUNCATE outbox_message, idempotency_key',
      'VACUUM ANALYZE consultation, consultation_participant, timeline_entry, audit_entry',
    ])
      await client.query(statement);
  });
}

export async function withClient(url, use) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
