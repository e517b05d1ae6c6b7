import pg from 'pg';

/**
 * Runs statements one by one on a connection of their own.
 *
 * @returns number of rows the last one returned or changed
 */
export async function execute(url: string, statements: string[]): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows = 0;
    for (const statement of statements) rows = (await client.query(statement)).rowCount ?? 0;
    return rows;
  } finally {
    await client.end();
  }
}
