import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupRefused, CUT_SHORT, DAMAGED } from './backup-refused.js';
import { type Contents, decode, encode, type Frame, type Header, type TableContents } from './frames.js';
import { keyOf, newSealing, seal, type Sealing, unseal } from './sealing.js';

/** Of the file, not of the application; another one is another way to read it. */
const VERSION = 1;
const FORMAT = 'team-support-backup';
/** The clear first line is far shorter. */
const LONGEST_HEAD = 4096;
/** Faster than the usual 6, for somewhat more bytes: an office waits for the one and has the other. */
const GZIP_LEVEL = 4;

/** The clear first line of a file. */
interface Head {
  readonly format: string;
  readonly version: number;
  readonly sealing: Sealing | null;
}

/** What a file was found to hold. */
export interface Verified {
  readonly header: Header;
  readonly contents: Contents;
  readonly rows: number;
}

/**
 * Writes frames into a new file: a line that says what it is, then the frames, compressed and, with a passphrase, encrypted. It is
 * written under another name and renamed: under its own name there is only ever a whole one.
 *
 * @returns size in bytes
 * @throws BackupRefused when there is such a file
 */
export async function writeBackupFile(
  file: string,
  frames: AsyncIterable<Frame>,
  passphrase: string | undefined,
): Promise<number> {
  if (existsSync(file)) throw new BackupRefused(`${file} is there already. Name another file.`);
  const sealed = passphrase === undefined ? undefined : await newSealing(passphrase);
  const head: Head = { format: FORMAT, version: VERSION, sealing: sealed?.sealing ?? null };
  const line = Buffer.from(`${JSON.stringify(head)}\n`);
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(
      encode(frames),
      createGzip({ level: GZIP_LEVEL }),
      async function* (zipped: AsyncIterable<Buffer>) {
        yield line;
        yield* sealed === undefined ? zipped : seal(zipped, sealed.key, line);
      },
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    );
    const { size } = await stat(unfinished);
    await rename(unfinished, file);
    return size;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** @throws BackupRefused when it is no backup, or of a format that this version does not know */
export async function isEncrypted(file: string): Promise<boolean> {
  return (await readHead(file)).head.sealing !== null;
}

/**
 * Reads a file, checking every byte on the way (see `decode`).
 *
 * @throws BackupRefused when it cannot be read, or is not as it was written
 */
export async function* readBackupFile(
  file: string,
  passphrase: string | undefined,
): AsyncGenerator<Frame, void, undefined> {
  const { head, line } = await readHead(file);
  const { sealing } = head;
  if (sealing !== null && passphrase === undefined)
    throw new BackupRefused('The file is encrypted: its passphrase is needed (BACKUP_PASSPHRASE).');
  const key = sealing === null ? undefined : await keyOf(sealing, passphrase ?? '');
  const source = createReadStream(file, { start: line.length, highWaterMark: 1 << 18 });
  const unzipped = createGunzip();
  // What goes wrong on the way is thrown where the end of it is read.
  pipeline(key === undefined ? source : unseal(source, key, line), unzipped).catch(() => undefined);
  try {
    yield* decode(unzipped);
  } catch (error) {
    throw asRefusal(error);
  } finally {
    unzipped.destroy();
    source.destroy();
  }
}

/**
 * Reads a file to its end and believes nothing of it: counts and hashes of every table, and of the whole.
 *
 * @throws BackupRefused when it is not as it was written
 */
export async function verifyBackup(file: string, passphrase: string | undefined): Promise<Verified> {
  let header: Header | undefined;
  let table = '';
  const contents: Record<string, TableContents> = {};
  for await (const frame of readBackupFile(file, passphrase)) {
    if (frame.kind === 'header') header = frame.header;
    if (frame.kind === 'table') table = frame.name;
    if (frame.kind === 'contents') contents[table] = frame.contents;
  }
  if (header === undefined || header.tables.some(({ name }) => !(name in contents))) throw new BackupRefused(DAMAGED);
  return { header, contents, rows: Object.values(contents).reduce((sum, { rows }) => sum + rows, 0) };
}

async function readHead(file: string): Promise<{ head: Head; line: Buffer }> {
  const start = Buffer.alloc(LONGEST_HEAD);
  const handle = await open(file).catch((error: unknown) => {
    throw new BackupRefused(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const { bytesRead } = await handle.read(start, 0, LONGEST_HEAD, 0).finally(() => handle.close());
  const line = start.subarray(0, start.subarray(0, bytesRead).indexOf('\n') + 1);
  const head = asHead(line);
  if (head === undefined) throw new BackupRefused(`${file} is no backup of this application.`);
  if (head.version !== VERSION)
    throw new BackupRefused(
      `The file has format ${head.version}, and this version of the application reads format ${VERSION}. Use the version that made it.`,
    );
  return { head, line };
}

function asHead(line: Buffer): Head | undefined {
  try {
    const head = JSON.parse(line.toString()) as Partial<Head> | null;
    return head?.format === FORMAT && head.version !== undefined && head.sealing !== undefined
      ? (head as Head)
      : undefined;
  } catch {
    return undefined;
  }
}

/** zlib's words for a file that was cut off or changed. */
function asRefusal(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return new BackupRefused(CUT_SHORT);
  return code?.startsWith('Z_') === true ? new BackupRefused(DAMAGED) : error;
}
