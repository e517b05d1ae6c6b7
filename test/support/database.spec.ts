import pg from 'pg';
import { freshDatabase, type FreshDatabase } from './database.js';

describe('a database for one spec', () => {
  const databases: FreshDatabase[] = [];
  const fresh = async (...args: Parameters<typeof freshDatabase>) => {
    const database = await freshDatabase(...args);
    databases.push(database);
    return database;
  };
  afterAll(() => Promise.all(databases.map((database) => database.drop())));

  it('is migrated and nobody else writes in it', async () => {
    const [one, other] = await Promise.all([fresh(), fresh()]);
    await rows(one.ownerUrl, 'CREATE TABLE only_here (id int)');
    expect(await rows(one.appUrl, "SELECT count(*)::int AS n FROM pg_tables WHERE tablename = 'migrations'")).toEqual([
      { n: 1 },
    ]);
    expect(await rows(other.ownerUrl, "SELECT to_regclass('only_here') AS found")).toEqual([{ found: null }]);
  });

  it('copies rows that were filled in once', async () => {
    const fill = jest.fn(async ({ ownerUrl }: { ownerUrl: string }) => {
      await rows(ownerUrl, 'CREATE TABLE filled AS SELECT 7 AS seven');
    });
    for (const database of [await fresh({ name: 'self_test', fill }), await fresh({ name: 'self_test', fill })]) {
      expect(await rows(database.ownerUrl, 'SELECT seven FROM filled')).toEqual([{ seven: 7 }]);
    }
    expect(fill).toHaveBeenCalledTimes(1);
  });

  it('belongs to a role that the application does not have', async () => {
    const database = await fresh();
    await expect(rows(database.appUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied/);
    expect(
      await rows(
        database.appUrl,
        'SELECT rolsuper OR rolbypassrls OR rolcreaterole AS mighty FROM pg_roles WHERE rolname = current_user',
      ),
    ).toEqual([{ mighty: false }]);
  });
});

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
