/**
 * Every column carries a class, written beside it in the CREATE TABLE and kept in the database as its comment:
 * `public` (no person), `personal`, `special` (要配慮個人情報: health, disability, crime victims, benefits) or
 * `protected` (would endanger someone hiding from violence). The class drives masking, export and erasure.
 */
export const COLUMN_CLASSES = ['public', 'personal', 'special', 'protected'] as const;

const COLUMN_LINE = /^\s*([a-z_]+)\s.*--\s*(public|personal|special|protected)\b\s*(.*)$/;

/** Turns `name text NOT NULL, -- personal 氏名` lines into the table and its column comments. */
export function classedTable(table: string, body: string): string {
  const comments = body
    .split('\n')
    .map((line) => COLUMN_LINE.exec(line))
    .filter((match) => match !== null)
    .map(([, column, columnClass, meaning]) => {
      const text = `${columnClass}: ${meaning ?? ''}`.replaceAll("'", "''").trim();
      return `COMMENT ON COLUMN ${table}.${column} IS '${text}';`;
    });
  return `CREATE TABLE ${table} (\n${body}\n);\n${comments.join('\n')}`;
}
