import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { PreparingClient } from '../../src/platform/database/prepared-statements.js';
import { createWeb } from '../../src/web.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { BEKKEN, found, MIHON } from '../support/sites.js';

describe('statements planned once per connection', () => {
  const EMPLOYERS = 'SELECT name FROM employer WHERE name <> $1';
  let database: FreshDatabase;
  let client: PreparingClient;
  let siteIds: number[];

  beforeAll(async () => {
    database = await freshDatabase();
    const sites = await found(database.ownerUrl, MIHON, BEKKEN);
    siteIds = sites.map(({ siteId }) => siteId);
    const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    for (const { siteId, organisationIds } of sites) {
      await owner.query(
        `INSERT INTO employer (id, site_id, org_id, name, name_kana, search_key) VALUES ($1, $2, $3, $4, '', '')`,
        [uuid(), siteId, [...organisationIds.values()][0], `商店${siteId}`],
      );
    }
    await owner.destroy();
    client = new PreparingClient({ connectionString: database.workerUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  async function employersSeenAt(siteId: number): Promise<string[]> {
    await client.query(
      `BEGIN; SELECT enter_worker(NULL, NULL, '{}', '{${siteId}}', NULL, now()); SET LOCAL ROLE team_support_app`,
    );
    const { rows } = await client.query<{ name: string }>(EMPLOYERS, ['']);
    await client.query('COMMIT');
    return rows.map(({ name }) => name);
  }

  it('show each actor their own rows, however often the plan is used', async () => {
    for (let round = 0; round < 8; round += 1) {
      for (const siteId of siteIds) expect(await employersSeenAt(siteId)).toEqual([`商店${siteId}`]);
    }
    const { rows } = await client.query<{ uses: number }>(
      `SELECT (generic_plans + custom_plans)::int AS uses FROM pg_prepared_statements WHERE statement = '${EMPLOYERS}'`,
    );
    expect(rows).toEqual([{ uses: 16 }]);
  });

  it('are judged anew under another role', async () => {
    await client.query(`BEGIN; SET LOCAL ROLE team_support_report`);
    await expect(client.query(EMPLOYERS, [''])).rejects.toThrow('permission denied');
    await client.query('ROLLBACK');
    expect(await employersSeenAt(siteIds[0] ?? 0)).toHaveLength(1);
  });

  it('are kept by a connection that nobody used for a while', async () => {
    const web = await createWeb({
      root: process.cwd(),
      database,
      cookieSecret: 'x'.repeat(32),
    });
    const pool = (web.get(DataSource).driver as unknown as { master: Pool }).master;
    // pg-pool closes a connection after ten idle seconds unless told otherwise.
    expect(pool.options.idleTimeoutMillis).toBe(0);
    await web.close();
  });

  it('do not pile up without end', async () => {
    for (let column = 0; column < 520; column += 1) await client.query(`SELECT $1::int AS c${column}`, [column]);
    const { rows } = await client.query<{ kept: number }>('SELECT count(*)::int AS kept FROM pg_prepared_statements');
    expect(rows[0]?.kept).toBe(500);
    await expect(client.query('SELECT $1::int AS one_more', [7])).resolves.toMatchObject({ rows: [{ one_more: 7 }] });
  });
});
