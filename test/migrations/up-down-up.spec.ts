import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { migrate, revertNewest } from '../../src/platform/database/migrate.js';
import { emptyDatabase, type FreshDatabase } from '../support/database.js';

describe('migrations', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await emptyDatabase();
  });
  afterAll(() => database.drop());

  it('run up, down to nothing and up again to the same schema', async () => {
    await migrate(database.ownerUrl);
    const first = await schemaOf(database.ownerUrl);
    for (const _ of migrations) await revertNewest(database.ownerUrl);
    expect(await schemaOf(database.ownerUrl)).toEqual([]);
    await migrate(database.ownerUrl);
    expect(await schemaOf(database.ownerUrl)).toEqual(first);
  });

  it('run nothing when everything has run', async () => {
    expect(await migrate(database.ownerUrl)).toEqual([]);
  });
});

/** Tables, columns, policies and functions, as one comparable list. */
async function schemaOf(url: string): Promise<string[]> {
  const dataSource = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    const rows: { line: string }[] = await dataSource.query(`
      SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type AS line FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations'
      UNION ALL SELECT 'policy ' || tablename || '.' || policyname || ' ' || coalesce(qual, '') FROM pg_policies
      UNION ALL SELECT 'function ' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      UNION ALL SELECT 'sequence ' || sequencename FROM pg_sequences WHERE schemaname = 'public' AND sequencename <> 'migrations_id_seq'
      ORDER BY 1`);
    return rows.map(({ line }) => line);
  } finally {
    await dataSource.destroy();
  }
}
