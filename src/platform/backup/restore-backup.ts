import pg from 'pg';
import { execute } from '../database/embedded/index.js';
import { migrateFilled, unknownMigrations } from '../database/migrate.js';
import { BackupRefused, DAMAGED } from './backup-refused.js';
import { readBackupFile } from './backup-file.js';
import { copyIn } from './copy.js';
import type { Frame, Header, TableShape } from './frames.js';
import { countRelations, PLAIN_TEXT, readTables, tableOf } from './tables.js';

export interface RestoreOrder {
  readonly file: string;
  /** The owner's address of an empty database on a server that has the roles. */
  readonly ownerUrl: string;
  readonly passphrase: string | undefined;
}

/** What is there afterwards. */
export interface Restored {
  readonly header: Header;
  readonly tables: number;
  readonly rows: number;
  /** What ran since the version that made the backup. */
  readonly migrated: readonly string[];
}

/**
 * Fills an empty database from a backup and brings it up to date. In one transaction, which ends only when the file has been read
 * to its end and found to be as it was written: a refused file leaves an empty database.
 *
 * The schema is made by the migrations that had run, as the owner; rows come in by COPY in the order of the tables' names, while
 * references and triggers stand aside, and references are checked when they return.
 *
 * @throws BackupRefused with a sentence for the operator
 */
export async function restoreBackup({ file, ownerUrl, passphrase }: RestoreOrder): Promise<Restored> {
  const frames = readBackupFile(file, passphrase);
  try {
    const first = await frames.next();
    if (first.done === true || first.value.kind !== 'header') throw new BackupRefused(DAMAGED);
    const { header } = first.value;
    const unknown = unknownMigrations(header.migrations);
    if (unknown.length > 0)
      throw new BackupRefused(
        `The backup is of a newer version (${header.application}), with steps that this one does not know: ${unknown.join(', ')}. ` +
          'Restore it with that version or a later one.',
      );
    let rows = 0;
    const migrated = await migrateFilled(ownerUrl, header.migrations, {
      refuse: refuseFilled,
      rows: async (client) => {
        rows = await fill(client, header, frames);
      },
    });
    await execute(ownerUrl, ['ANALYZE']);
    return { header, tables: header.tables.length, rows, migrated };
  } finally {
    await frames.return();
  }
}

async function refuseFilled(client: pg.Client): Promise<void> {
  const count = await countRelations(client);
  if (count === 0) return;
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
  throw new BackupRefused(
    `The database ${rows[0]?.name} is not empty (${count} tables, views and sequences). A backup is restored only into an empty one: ` +
      'make a new database (embedded: move the folder data aside).',
  );
}

/** @returns how many rows came in */
async function fill(
  client: pg.Client,
  header: Header,
  frames: AsyncGenerator<Frame, void, undefined>,
): Promise<number> {
  await client.query(`SET LOCAL statement_timeout = 0; ${PLAIN_TEXT}`);
  const tables = await readTables(client);
  const known = new Map(tables.map((table) => [table.name, table]));
  if (JSON.stringify(tables.map(shapeOf)) !== JSON.stringify(header.tables.map(shapeOf)))
    throw new BackupRefused(otherSchema(tables, header));
  const references = await readReferences(client);
  for (const { table, name } of references) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { name } of tables) await client.query(`ALTER TABLE ${pg.escapeIdentifier(name)} DISABLE TRIGGER USER`);
  // Steps bring rows of their own, which are in the backup as they have become since.
  await client.query(`TRUNCATE ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ')}`);
  let rows = 0;
  for (let next = await frames.next(); next.done !== true; next = await frames.next()) {
    const table = next.value.kind === 'table' ? known.get(next.value.name) : undefined;
    if (table === undefined) throw new BackupRefused(DAMAGED);
    known.delete(table.name);
    rows += await copyIn(client, `COPY ${tableOf(table)} FROM STDIN`, linesOf(frames));
  }
  if (known.size > 0) throw new BackupRefused(DAMAGED);
  for (const [sequence, last] of Object.entries(header.sequences)) {
    const name = pg.escapeIdentifier(sequence);
    await (last === null
      ? client.query(`ALTER SEQUENCE ${name} RESTART`)
      : client.query('SELECT setval($1, $2)', [name, last]));
  }
  for (const { name } of tables) await client.query(`ALTER TABLE ${pg.escapeIdentifier(name)} ENABLE TRIGGER USER`);
  for (const { table, name, definition } of references)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  return rows;
}

/** The lines of one table, up to its counts, which the reader of the file has compared. */
async function* linesOf(frames: AsyncGenerator<Frame, void, undefined>): AsyncGenerator<Buffer, void, undefined> {
  for (let next = await frames.next(); next.done !== true; next = await frames.next()) {
    if (next.value.kind === 'contents') return;
    if (next.value.kind !== 'lines') break;
    yield next.value.lines;
  }
  throw new BackupRefused(DAMAGED);
}

interface Reference {
  /** Escaped, as `name` is. */
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

async function readReferences(client: pg.Client): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(`
    SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'f' ORDER BY 1, 2`);
  return rows;
}

const shapeOf = ({ name, columns }: TableShape): string =>
  `${name} (${columns.map((one) => `${one.name} ${one.type}`).join(', ')})`;

function otherSchema(made: readonly TableShape[], { tables }: Header): string {
  const [here, there] = [new Set(made.map(shapeOf)), new Set(tables.map(shapeOf))];
  const different = new Set(
    [...made.filter((table) => !there.has(shapeOf(table))), ...tables.filter((table) => !here.has(shapeOf(table)))].map(
      ({ name }) => name,
    ),
  );
  return `The tables of the backup are not those that its steps make: ${[...different].join(', ')}. Somebody changed the schema by hand.`;
}
