import { createHash, type Hash } from 'node:crypto';
import { BackupRefused, DAMAGED } from './backup-refused.js';
import { ByteReader } from './byte-reader.js';

/** A table as it is written: its columns in the order of every line. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** What is in the file, said before the rows. */
export interface Header {
  /** Version of the application that made it. */
  readonly application: string;
  /** Moment of the snapshot (ISO 8601, UTC). */
  readonly takenAt: string;
  /** Names of the migrations that had run, in order. */
  readonly migrations: readonly string[];
  readonly tables: readonly TableShape[];
  /** Last number drawn, by sequence; null where none was. */
  readonly sequences: Readonly<Record<string, string | null>>;
}

/** Rows of a table and the hash (SHA-256, hex) of its lines, in the text format of COPY. */
export interface TableContents {
  readonly rows: number;
  readonly sha256: string;
}

export type Frame =
  | { readonly kind: 'header'; readonly header: Header }
  | { readonly kind: 'table'; readonly name: string }
  | { readonly kind: 'lines'; readonly lines: Buffer }
  | { readonly kind: 'contents'; readonly contents: TableContents };

/** Counts and hashes by table, as they stand in the file. */
export type Contents = Readonly<Record<string, TableContents>>;

const KINDS = { header: 1, table: 2, lines: 3, contents: 4, end: 5 } as const;
const PREFIX = 5;
/** No line of ours comes near it; a length beyond is none. */
const LONGEST = 1 << 29;
const NEWLINE = 0x0a;

/** Frames as bytes: kind, length, body. The last one holds the hash of everything before it. */
export async function* encode(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer, void, undefined> {
  const whole = createHash('sha256');
  for await (const frame of frames) {
    const bytes = toBytes(KINDS[frame.kind], bodyOf(frame));
    for (const part of bytes) whole.update(part);
    yield* bytes;
  }
  yield* toBytes(KINDS.end, Buffer.from(whole.digest('hex')));
}

/**
 * Bytes as frames, each table's rows counted and hashed on the way. It ends only behind the last frame, with the hash of
 * everything as it should be: whoever acts on a frame before that must be able to take it back.
 *
 * @throws BackupRefused when anything is not as it was written
 */
export async function* decode(source: AsyncIterable<Buffer>): AsyncGenerator<Frame, void, undefined> {
  const bytes = new ByteReader(source);
  const whole = createHash('sha256');
  let lines: Hash | undefined;
  let rows = 0;
  for (;;) {
    const prefix = await bytes.take(PREFIX);
    const kind = prefix.readUInt8(0);
    const length = prefix.readUInt32BE(1);
    if (length > LONGEST) throw new BackupRefused(DAMAGED);
    const body = await bytes.take(length);
    if (kind === KINDS.end) {
      if (body.toString() !== whole.digest('hex') || !(await bytes.atEnd())) throw new BackupRefused(DAMAGED);
      return;
    }
    whole.update(prefix).update(body);
    if (kind === KINDS.lines) {
      lines?.update(body);
      rows += linesIn(body);
      yield { kind: 'lines', lines: body };
    } else if (kind === KINDS.table) {
      [lines, rows] = [createHash('sha256'), 0];
      yield { kind: 'table', name: body.toString() };
    } else if (kind === KINDS.contents) {
      const contents = fromJson<TableContents>(body);
      if (contents.rows !== rows || contents.sha256 !== lines?.digest('hex')) throw new BackupRefused(DAMAGED);
      yield { kind: 'contents', contents };
    } else if (kind === KINDS.header) {
      yield { kind: 'header', header: fromJson<Header>(body) };
    } else {
      throw new BackupRefused(DAMAGED);
    }
  }
}

/** A line of COPY's text format is a row; a line break within a value is written as two other characters. */
function linesIn(body: Buffer): number {
  let lines = 0;
  for (let at = body.indexOf(NEWLINE); at !== -1; at = body.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}

function bodyOf(frame: Frame): Buffer {
  switch (frame.kind) {
    case 'header':
      return Buffer.from(JSON.stringify(frame.header));
    case 'table':
      return Buffer.from(frame.name);
    case 'lines':
      return frame.lines;
    case 'contents':
      return Buffer.from(JSON.stringify(frame.contents));
  }
}

function toBytes(kind: number, body: Buffer): [Buffer, Buffer] {
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt8(kind, 0);
  prefix.writeUInt32BE(body.length, 1);
  return [prefix, body];
}

function fromJson<T>(body: Buffer): T {
  try {
    return JSON.parse(body.toString()) as T;
  } catch {
    throw new BackupRefused(DAMAGED);
  }
}
