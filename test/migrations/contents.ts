import { DataSource } from 'typeorm';

/** Rows and a digest of what is in them with the columns that were read, by table. */
export type Contents = Readonly<Record<string, { rows: number; content: string }>>;

/**
 * What is in every table but that of the migrations.
 *
 * @param choice.like only its tables, and of each only the columns named there
 * @param choice.except columns left out, by table
 */
export async function contentsOf(
  url: string,
  { like, except }: { readonly like?: Contents; readonly except?: Readonly<Record<string, readonly string[]>> } = {},
): Promise<Contents> {
  const dataSource = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    const tables: { name: string; columns: string }[] = await dataSource.query(`
      SELECT c.relname AS name, string_agg(format('%I', a.attname), ', ' ORDER BY a.attname) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migrations' GROUP BY 1 ORDER BY 1`);
    const contents: Record<string, { rows: number; content: string }> = {};
    for (const { name, columns } of tables) {
      if (like && !(name in like)) continue;
      const known =
        like?.[name]?.content.split(' ')[1] ??
        columns
          .split(', ')
          .filter((column) => !except?.[name]?.includes(column))
          .join(',');
      const [row]: { rows: number; digest: string }[] = await dataSource.query(
        `SELECT count(*)::int AS rows, coalesce(sum(('x' || left(md5(r::text), 8))::bit(32)::bigint), 0)::text AS digest
          FROM (SELECT ${known} FROM "${name}") r`,
      );
      contents[name] = { rows: row?.rows ?? 0, content: `${row?.digest} ${known}` };
    }
    return contents;
  } finally {
    await dataSource.destroy();
  }
}
