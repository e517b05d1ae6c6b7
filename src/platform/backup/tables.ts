import pg from 'pg';
import type { Header, TableShape } from './frames.js';

/** Text of COPY must not depend on how a server or a role is set up. */
export const PLAIN_TEXT = `SET LOCAL client_encoding = 'UTF8'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
  SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'`;

/**
 * What is written again by migrating and not by copying: which steps ran, which views and policies are in force, and the key that seals who
 * acts: with that of a stolen file the application's password would let in whoever one likes.
 */
const WRITTEN_BY_MIGRATING = `('migrations', 'repeatable_sql', 'context_key')`;
/** A relation of schema `public` that no extension brought. */
const OURS = `c.relnamespace = 'public'::regnamespace
  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`;

/** Tables in the order of their names, with the columns that are written and not computed. */
export async function readTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    SELECT c.relname AS name, coalesce(jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
      FILTER (WHERE a.attname IS NOT NULL), '[]') AS columns
    FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE ${OURS} AND c.relkind IN ('r', 'p') AND c.relname NOT IN ${WRITTEN_BY_MIGRATING}
    GROUP BY c.relname ORDER BY c.relname COLLATE "C"`);
  return rows;
}

/** Whatever stands in schema `public`: in an empty database, nothing. */
export async function countRelations(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_class c WHERE ${OURS} AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')`,
  );
  return rows[0]?.count ?? 0;
}

/** Last number drawn of every sequence, but that of the migrations. Read one by one: the list of them hides what one may not read. */
export async function readSequences(client: pg.Client): Promise<Header['sequences']> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public' AND sequencename <> 'migrations_id_seq' ORDER BY 1`);
  const drawn: Record<string, string | null> = {};
  for (const { name } of rows) {
    const sequence = await client.query<{ last: string | null }>(
      `SELECT CASE WHEN is_called THEN last_value::text END AS last FROM ${pg.escapeIdentifier(name)}`,
    );
    drawn[name] = sequence.rows[0]?.last ?? null;
  }
  return drawn;
}

/** `"site" ("id", "code")`, for COPY. */
export function tableOf({ name, columns }: TableShape): string {
  return `${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column.name)).join(', ')})`;
}
