import { DataSource } from 'typeorm';
import { COLUMN_CLASSES } from '../../migrations/support/classed.js';
import { repeatables } from '../../migrations/repeatable.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { unqualifiedColumns } from './qualified-columns.js';

/** What holds for every table there is and every table to come. */
describe('the database', () => {
  let database: FreshDatabase;
  let owner: DataSource;
  let app: DataSource;
  let worker: DataSource;
  beforeAll(async () => {
    database = await freshDatabase();
    owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    app = await new DataSource({ type: 'postgres', url: database.appUrl }).initialize();
    worker = await new DataSource({ type: 'postgres', url: database.workerUrl }).initialize();
  });
  afterAll(async () => {
    await app.destroy();
    await worker.destroy();
    await owner.destroy();
    await database.drop();
  });

  const AT_SITE_1 = `SELECT enter_worker(NULL, NULL, '{}', '{1}', NULL, now())`;
  const list = async (sql: string): Promise<string[]> =>
    ((await owner.query(sql)) as { line: string }[]).map(({ line }) => line);
  const TABLES = `FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migrations'`;

  it('says of every column how sensitive it is', async () => {
    const unclassed = await list(`
      SELECT c.relname || '.' || a.attname AS line FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migrations'
        AND coalesce(split_part(col_description(c.oid, a.attnum), ':', 1), '') <> ALL (ARRAY['${COLUMN_CLASSES.join("','")}'])`);
    expect(unclassed).toEqual([]);
  });

  it('restricts every table that holds more than public columns, row by row', async () => {
    const open = await list(`
      SELECT c.relname AS line ${TABLES} AND NOT c.relrowsecurity AND EXISTS (
        SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND col_description(c.oid, a.attnum) NOT LIKE 'public%')`);
    expect(open).toEqual([]);
  });

  it('gives every row about a person a policy that asks for site and organisation', async () => {
    const careless = await list(`
      SELECT p.tablename || '.' || p.policyname AS line FROM pg_policies p
      WHERE p.cmd IN ('SELECT', 'UPDATE', 'ALL') AND 'team_support_app' = ANY (p.roles)
        AND EXISTS (SELECT 1 FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name = p.tablename
          AND c.column_name = 'jobseeker_id')
        AND p.qual NOT LIKE '%app_sites()%' AND p.qual NOT LIKE '%app_staff()%'`);
    expect(careless).toEqual([]);
  });

  it('names the table of every column that a policy asks for inside a sub-select', async () => {
    const columns = new Set(
      await list(`SELECT DISTINCT column_name AS line FROM information_schema.columns WHERE table_schema = 'public'`),
    );
    expect(unqualifiedColumns(repeatables, columns)).toEqual([]);
    const careless = {
      name: 'policies x',
      apply: `CREATE POLICY x ON sharing_grant FOR ALL USING (org_id = 1 AND EXISTS (SELECT 1 FROM consent c
        WHERE c.id = sharing_grant.consent_id AND org_id IN (c.org_id, lower(basis))));`,
      remove: '',
    };
    expect(unqualifiedColumns([careless], columns)).toEqual(
      ['org_id', 'basis'].map((column) => ({ policy: 'x', column })),
    );
  });

  it('deletes nothing because something else was deleted', async () => {
    expect(
      await list(
        `SELECT conrelid::regclass || '.' || conname AS line FROM pg_constraint
          WHERE connamespace = 'public'::regnamespace AND contype = 'f' AND confdeltype <> 'a'`,
      ),
    ).toEqual([]);
  });

  it('lets the application delete only what is a list that somebody edits, or an index of what stands elsewhere', async () => {
    expect(
      await list(
        `SELECT table_name AS line FROM information_schema.role_table_grants
         WHERE grantee = 'team_support_app' AND table_schema = 'public' AND privilege_type = 'DELETE' ORDER BY 1`,
      ),
    ).toEqual(['consultation_participant', 'council_member', 'jobseeker_search', 'plan_step', 'site_target_group']);
  });

  const RESTRICTED = `'team_support_app', 'team_support_report', 'team_support_sign_in', 'team_support_worker'`;
  it('lets no role but the owner own anything, and none pass a policy', async () => {
    expect(
      await list(`SELECT c.relname AS line FROM pg_class c WHERE c.relowner::regrole::text IN (${RESTRICTED})`),
    ).toEqual([]);
    expect(
      await list(
        `SELECT rolname AS line FROM pg_roles WHERE rolname IN (${RESTRICTED})
          AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)`,
      ),
    ).toEqual([]);
  });

  it('shows nothing to a query without an actor', async () => {
    await owner.query(`INSERT INTO site (id, code, name, opened_on) VALUES (1, 'x', 'x', '2020-01-01'); INSERT INTO organisation (id, code, name, side)
      VALUES (1, 'x', 'x', 'municipal');
      INSERT INTO jobseeker (id, site_id, org_id, number, registered_on) VALUES (gen_random_uuid(), 1, 1, 'J1', '2026-01-01')`);
    expect(await app.query('SELECT * FROM jobseeker')).toEqual([]);
  });

  it('tells the reporting role no name, no text and nothing protected', async () => {
    const told = await list(`
      SELECT g.table_name || '.' || g.column_name AS line FROM information_schema.column_privileges g
      JOIN information_schema.columns c USING (table_schema, table_name, column_name)
      WHERE g.grantee = 'team_support_report' AND g.table_schema = 'public' AND g.privilege_type = 'SELECT'
        AND (g.column_name ~ '(name|kana|text|note|address|phone|reason|birth|number|goal|password|token)'
          OR col_description(('public.' || g.table_name)::regclass, c.ordinal_position) LIKE 'protected%')
        AND g.table_name NOT IN ('organisation', 'site', 'desk', 'programme', 'target_group', 'indicator')
      ORDER BY 1`);
    expect(told).toEqual([]);
  });

  it('keeps the reporting role from naming anyone, even when asked directly', async () => {
    const runner = worker.createQueryRunner();
    try {
      await runner.query(`BEGIN; ${AT_SITE_1}; SET LOCAL ROLE team_support_report`);
      expect(await runner.query('SELECT count(*)::int AS people FROM fact_registration')).toEqual([{ people: 1 }]);
      await expect(runner.query('SELECT family_name FROM jobseeker_identity')).rejects.toThrow('permission denied');
    } finally {
      await runner.query('ROLLBACK');
      await runner.release();
    }
  });

  it('does not lend the reporting role to the application', async () => {
    await expect(app.query('SET ROLE team_support_report')).rejects.toThrow('permission denied');
    const runner = worker.createQueryRunner();
    try {
      await runner.query(`BEGIN; ${AT_SITE_1}; SET LOCAL ROLE team_support_app`);
      expect(await runner.query('SELECT id FROM jobseeker')).toEqual([]);
    } finally {
      await runner.query('ROLLBACK');
      await runner.release();
    }
  });

  it('names every index and constraint by hand', async () => {
    expect(
      await list(
        `SELECT conname AS line FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'x') AND conname ~ '_check[0-9]*$'`,
      ),
    ).toEqual([]);
  });

  it('counts through views that run with the rights of whoever asks', async () => {
    expect(
      await list(
        `SELECT c.relname AS line FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'v'
          AND NOT coalesce(c.reloptions::text LIKE '%security_invoker=true%', false)`,
      ),
    ).toEqual([]);
  });
});
