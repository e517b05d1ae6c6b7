import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { type Config, ConfigurationError } from './platform/config/index.js';
import {
  type NightlyBackup,
  BackupRefused,
  isEncrypted,
  restoreBackup,
  takeBackup,
  verifyBackup,
} from './platform/backup/index.js';
import { prepareServer, startEmbedded } from './platform/database/embedded/index.js';
import { databaseAddresses } from './platform/database/open-database.js';

/**
 * Writes the database into a file and reads it back.
 *
 * @param encrypt asks for a passphrase where BACKUP_PASSPHRASE gives none
 * @returns what to tell the operator
 * @throws BackupRefused, ConfigurationError with a sentence
 */
export async function backup(config: Config, file: string, encrypt: boolean): Promise<string> {
  const passphrase = config.backupPassphrase ?? (encrypt ? await askForNewPassphrase() : undefined);
  const application = applicationVersion(config.root);
  const { tables, rows, bytes } = await withDatabase(config, 'read', (url) =>
    takeBackup({ url, file, passphrase, application }),
  );
  const verified = await verifyBackup(file, passphrase);
  if (verified.rows !== rows) throw new BackupRefused(`${file} holds ${verified.rows} rows, ${rows} were copied.`);
  const how = passphrase === undefined ? 'not encrypted' : 'encrypted';
  return `${file}: ${tables} tables, ${rows} rows, ${bytes} bytes, ${how}; read back and found whole.`;
}

/**
 * Fills an empty database from a file.
 *
 * @returns what to tell the operator
 * @throws BackupRefused, ConfigurationError with a sentence; the database is empty then, as it was
 */
export async function restore(config: Config, file: string): Promise<string> {
  const passphrase = (await isEncrypted(file))
    ? (config.backupPassphrase ?? (await ask('Passphrase of the backup: ')))
    : undefined;
  const { header, tables, rows, migrated } = await withDatabase(config, 'fill', (ownerUrl) =>
    restoreBackup({ file, ownerUrl, passphrase }),
  );
  const since = migrated.length === 0 ? '' : ` Then migrated: ${migrated.length} step(s).`;
  return `Restored as of ${header.takenAt} (version ${header.application}): ${tables} tables, ${rows} rows.${since}`;
}

/** Lends the address of the embedded database, which runs meanwhile, or that of the server. */
async function withDatabase<T>(config: Config, purpose: 'read' | 'fill', use: (url: string) => Promise<T>): Promise<T> {
  const { databaseUrl, databaseOwnerUrl, databaseAdminUrl, databaseBackupUrl, root } = config;
  if ([databaseUrl, databaseOwnerUrl, databaseBackupUrl].every((url) => url === undefined)) {
    const server = await startEmbedded({ root, log: (line) => process.stderr.write(`${line}\n`) });
    try {
      return await use(server.ownerUrl);
    } finally {
      await server.stop();
    }
  }
  const url = purpose === 'read' ? (databaseBackupUrl ?? databaseOwnerUrl) : databaseOwnerUrl;
  if (url === undefined) throw new ConfigurationError('Set DATABASE_OWNER_URL, the address of the owner.');
  if (purpose === 'fill' && databaseAdminUrl !== undefined)
    await prepareServer(databaseAdminUrl, databaseAddresses(config));
  return use(url);
}

/** As package.json says it. */
function applicationVersion(root: string): string {
  return (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

/**
 * What the worker needs for a backup every night.
 *
 * @returns undefined when no folder is named
 * @throws ConfigurationError when it has no role to read with
 */
export function nightlyBackup(config: Config): NightlyBackup | undefined {
  const { backupFolder, backupKeep, backupPassphrase, databaseBackupUrl, root } = config;
  if (backupFolder === undefined) return undefined;
  if (databaseBackupUrl === undefined)
    throw new ConfigurationError(
      'BACKUP_FOLDER is set, DATABASE_BACKUP_URL is not: the role team_support_backup reads every row, the application does not.',
    );
  return {
    folder: path.resolve(root, backupFolder),
    keep: backupKeep,
    url: databaseBackupUrl,
    passphrase: backupPassphrase,
    application: applicationVersion(root),
  };
}

async function askForNewPassphrase(): Promise<string> {
  const passphrase = await ask('Passphrase for the backup: ');
  if (passphrase !== (await ask('Once more: ')))
    throw new BackupRefused('The two are not the same. Nothing was written.');
  return passphrase;
}

/** Asks at the terminal; what is typed is not shown. */
async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new ConfigurationError('A passphrase is needed: set BACKUP_PASSPHRASE, or run this in a terminal.');
  process.stderr.write(question);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    const answer = await terminal.question('');
    if (answer === '') throw new ConfigurationError('An empty passphrase protects nothing.');
    return answer;
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
