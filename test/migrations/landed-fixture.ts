import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DataSource, type EntityManager, MigrationExecutor } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { withDatabase } from '../../src/platform/database/embedded/databases.js';
import { migrateQueue } from '../../src/platform/queue/migrate-queue.js';
import { emptyDatabase, type FreshDatabase } from '../support/database.js';
import { testServer } from '../support/embedded.js';
import { projectRoot } from '../support/run.js';

/** A version that landed: the last migration it had, and the rows its database held. */
export interface Landing {
  readonly name: string;
  readonly lastMigration: string;
}

/** The demonstration city and the published records of 中野, as the first landed version wrote them. */
export const FIRST_LANDING: Landing = { name: '1-first-landing', lastMigration: 'CreateDueWork1000000000008' };

type Line =
  | { readonly table: string; readonly columns: readonly string[]; readonly rows: number }
  | { readonly sequences: Readonly<Record<string, number>> }
  | readonly (string | null)[];

/** Rows that one INSERT carries. */
const BATCH = 500;

/** A database as a landed version left it: its own migrations, then its rows. */
export async function landedDatabase({ name, lastMigration }: Landing): Promise<FreshDatabase> {
  const database = await emptyDatabase();
  await runMigrationsUpTo(lastMigration, database.ownerUrl);
  await migrateQueue(database.ownerUrl);
  // Rows come in the order of the tables' names, not in the order in which they refer to one another.
  const server = await testServer();
  const filling = await new DataSource({
    type: 'postgres',
    url: withDatabase(server.adminUrl, database.name),
  }).initialize();
  try {
    await filling.transaction(async (manager) => {
      await manager.query('SET LOCAL session_replication_role = replica');
      const types = await columnTypes(manager);
      for (const { sql, values } of statementsOf(name, types)) await manager.query(sql, values);
    });
  } finally {
    await filling.destroy();
  }
  return database;
}

async function runMigrationsUpTo(lastMigration: string, ownerUrl: string): Promise<void> {
  const until = migrations.findIndex(({ name }) => name === lastMigration);
  const dataSource = new DataSource({ type: 'postgres', url: ownerUrl, migrations: migrations.slice(0, until + 1) });
  await dataSource.initialize();
  try {
    const steps = new MigrationExecutor(dataSource);
    steps.transaction = 'each';
    await steps.executePendingMigrations();
  } finally {
    await dataSource.destroy();
  }
}

type ColumnTypes = ReadonlyMap<string, string>;

/** `text[]` by `wish.occupations`. */
async function columnTypes(manager: EntityManager): Promise<ColumnTypes> {
  const rows: { name: string; type: string }[] = await manager.query(`
    SELECT c.relname || '.' || a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`);
  return new Map(rows.map(({ name, type }) => [name, type]));
}

function* statementsOf(name: string, types: ColumnTypes): Generator<{ sql: string; values: unknown[] }> {
  const file = path.join(projectRoot(), 'test', 'migrations', 'landed', `${name}.jsonl.gz`);
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  for (let at = 0; at < lines.length;) {
    const line = JSON.parse(lines[at++] ?? '') as Line;
    if ('sequences' in line) {
      for (const [sequence, value] of Object.entries(line.sequences)) {
        yield { sql: 'SELECT setval($1::regclass, $2)', values: [sequence, value] };
      }
    } else if ('table' in line) {
      const end = at + line.rows;
      for (; at < end; at += BATCH) yield insertion(line, lines.slice(at, Math.min(at + BATCH, end)), types);
      at = end;
    }
  }
}

/** Every value travels as text and is read as the type of its column. */
function insertion(
  { table, columns }: { table: string; columns: readonly string[] },
  lines: readonly string[],
  types: ColumnTypes,
): { sql: string; values: unknown[] } {
  const list = columns.map((column) => `"${column}"`).join(', ');
  const typed = columns.map((column, place) => `(r ->> ${place})::${types.get(`${table}.${column}`) ?? 'text'}`);
  return {
    sql: `INSERT INTO "${table}" (${list}) OVERRIDING SYSTEM VALUE SELECT ${typed.join(', ')} FROM jsonb_array_elements($1::jsonb) r`,
    values: [`[${lines.join(',')}]`],
  };
}
