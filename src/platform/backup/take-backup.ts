import { createHash } from 'node:crypto';
import pg from 'pg';
import { MIGRATION_LOCK } from '../database/migrate.js';
import { BackupRefused } from './backup-refused.js';
import { writeBackupFile } from './backup-file.js';
import { copyOut } from './copy.js';
import type { Frame, Header, TableShape } from './frames.js';
import { PLAIN_TEXT, readSequences, readTables, tableOf } from './tables.js';

export interface BackupOrder {
  /** Signs in as a role that row-level security does not hide rows from: the owner, or the backup role. No pooler in between. */
  readonly url: string;
  /** There must be none of that name yet. */
  readonly file: string;
  /** Set: the file is encrypted with it. */
  readonly passphrase: string | undefined;
  /** Version of the application, for whoever reads the file. */
  readonly application: string;
}

/** What was written. */
export interface Taken {
  readonly tables: number;
  readonly rows: number;
  readonly bytes: number;
}

/**
 * Copies every table of the application into one file, as they all were at one moment; people go on working meanwhile, migrations
 * wait. The queue's jobs are not copied: what is to be done follows from the outbox, which is.
 *
 * @throws BackupRefused with a sentence for the operator; no file is left behind
 */
export async function takeBackup({ url, file, passphrase, application }: BackupOrder): Promise<Taken> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the statement in hand says it
  await client.connect();
  try {
    // Held until the connection ends. Before the transaction, whose snapshot must not be older than the schema.
    await client.query(`SELECT pg_advisory_lock_shared(${MIGRATION_LOCK})`);
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    // Whoever may not see every row is told so, instead of being given those that they may.
    await client.query(`SET LOCAL row_security = off; SET LOCAL statement_timeout = 0; ${PLAIN_TEXT}`);
    const header = await readHeader(client, application);
    let rows = 0;
    const bytes = await writeBackupFile(
      file,
      framesOf(client, header, (more) => (rows += more)),
      passphrase,
    );
    return { tables: header.tables.length, rows, bytes };
  } catch (error) {
    throw asRefusal(error);
  } finally {
    await client.end();
  }
}

async function readHeader(client: pg.Client, application: string): Promise<Header> {
  const { rows } = await client.query<{ there: boolean; now: Date }>(
    `SELECT to_regclass('public.migrations') IS NOT NULL AS there, now() AS now`,
  );
  if (rows[0]?.there !== true)
    throw new BackupRefused('This database holds nothing of this application: there is nothing to back up.');
  const steps = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  return {
    application,
    takenAt: rows[0].now.toISOString(),
    migrations: steps.rows.map(({ name }) => name),
    tables: await readTables(client),
    sequences: await readSequences(client),
  };
}

async function* framesOf(
  client: pg.Client,
  header: Header,
  count: (rows: number) => void,
): AsyncGenerator<Frame, void, undefined> {
  yield { kind: 'header', header };
  for (const table of header.tables) yield* framesOfTable(client, table, count);
}

async function* framesOfTable(
  client: pg.Client,
  table: TableShape,
  count: (rows: number) => void,
): AsyncGenerator<Frame, void, undefined> {
  yield { kind: 'table', name: table.name };
  const sha256 = createHash('sha256');
  let rows = 0;
  const copied = copyOut(client, `COPY ${tableOf(table)} TO STDOUT`, (all) => (rows = all));
  for await (const lines of copied) {
    sha256.update(lines);
    yield { kind: 'lines', lines };
  }
  count(rows);
  yield { kind: 'contents', contents: { rows, sha256: sha256.digest('hex') } };
}

function asRefusal(error: unknown): unknown {
  const insufficientPrivilege = '42501';
  if (error instanceof pg.DatabaseError && error.code === insufficientPrivilege)
    return new BackupRefused(
      `A role that does not see every row makes no backup (${error.message}). Sign in as team_support_owner or team_support_backup.`,
    );
  return error;
}
