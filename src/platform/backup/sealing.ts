import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { BackupRefused, DAMAGED } from './backup-refused.js';
import { ByteReader } from './byte-reader.js';

/** How a file is encrypted; stands in its clear first line. Bytes in base64. */
export interface Sealing {
  readonly cipher: 'aes-256-gcm';
  readonly kdf: 'scrypt';
  readonly cost: number;
  readonly salt: string;
  /** Tells a wrong passphrase from a damaged file. */
  readonly check: string;
}

/** scrypt's N, with r = 8 and p = 1: 64 MB and a fraction of a second for each guess. */
const COST = 1 << 16;
const CHUNK = 1 << 16;
const TAG = 16;
const PREFIX = 4;
/** Top bit of a chunk's length: nothing follows. */
const LAST = 0x80_00_00_00;

/** Draws a key of its own for a file, so that the chunks' numbers may serve as nonces. */
export async function newSealing(passphrase: string): Promise<{ sealing: Sealing; key: Buffer }> {
  const salt = randomBytes(16);
  const { key, check } = await derive(passphrase, salt, COST);
  const sealing: Sealing = {
    cipher: 'aes-256-gcm',
    kdf: 'scrypt',
    cost: COST,
    salt: salt.toString('base64'),
    check: check.toString('base64'),
  };
  return { sealing, key };
}

/** @throws BackupRefused when the passphrase is another one */
export async function keyOf({ salt, cost, check }: Sealing, passphrase: string): Promise<Buffer> {
  const derived = await derive(passphrase, Buffer.from(salt, 'base64'), cost);
  const expected = Buffer.from(check, 'base64');
  if (expected.length !== derived.check.length || !timingSafeEqual(expected, derived.check))
    throw new BackupRefused('The passphrase is not the one this file was encrypted with.');
  return derived.key;
}

/**
 * Encrypts in chunks that are each authenticated with their number and whether they are the last: none can be changed, left
 * out, moved or cut off.
 *
 * @param head the clear first line, authenticated too
 */
export function seal(source: AsyncIterable<Buffer>, key: Buffer, head: Buffer): Chunks {
  return chunkByChunk(source, async (bytes, number) => {
    const plain = await bytes.takeUpTo(CHUNK);
    const prefix = Buffer.alloc(PREFIX);
    const last = await bytes.atEnd();
    prefix.writeUInt32BE((plain.length | (last ? LAST : 0)) >>> 0);
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number)).setAAD(Buffer.concat([head, prefix]));
    return { out: Buffer.concat([prefix, cipher.update(plain), cipher.final(), cipher.getAuthTag()]), last };
  });
}

/** @throws BackupRefused at the first chunk that is not as it was written */
export function unseal(source: AsyncIterable<Buffer>, key: Buffer, head: Buffer): Chunks {
  return chunkByChunk(source, async (bytes, number) => {
    const prefix = await bytes.take(PREFIX);
    const length = (prefix.readUInt32BE() & ~LAST) >>> 0;
    if (length > CHUNK) throw new BackupRefused(DAMAGED);
    const sealed = await bytes.take(length + TAG);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(number)).setAAD(Buffer.concat([head, prefix]));
    decipher.setAuthTag(sealed.subarray(length));
    const plain = decipher.update(sealed.subarray(0, length));
    try {
      decipher.final();
    } catch {
      throw new BackupRefused(DAMAGED);
    }
    return { out: plain, last: prefix.readUInt32BE() >= LAST };
  });
}

type Chunks = AsyncGenerator<Buffer, void, undefined>;

/** Numbered from 0 until the last one, behind which nothing may follow. */
async function* chunkByChunk(
  source: AsyncIterable<Buffer>,
  next: (bytes: ByteReader, number: number) => Promise<{ readonly out: Buffer; readonly last: boolean }>,
): Chunks {
  const bytes = new ByteReader(source);
  for (let number = 0; ; number++) {
    const { out, last } = await next(bytes, number);
    yield out;
    if (last) break;
  }
  if (!(await bytes.atEnd())) throw new BackupRefused(DAMAGED);
}

function nonce(number: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(number, 6, 6);
  return bytes;
}

async function derive(passphrase: string, salt: Buffer, cost: number): Promise<{ key: Buffer; check: Buffer }> {
  // A first line that was tampered with must not make us take any memory it likes.
  if (!Number.isInteger(cost) || cost < 2 || cost > 1 << 20 || (cost & (cost - 1)) !== 0)
    throw new BackupRefused(DAMAGED);
  const derived = await new Promise<Buffer>((resolve, reject) => {
    const settings = { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 };
    scrypt(passphrase.normalize('NFKC'), salt, 64, settings, (error, bytes) =>
      error ? reject(error) : resolve(bytes),
    );
  });
  return { key: derived.subarray(0, 32), check: createHash('sha256').update(derived.subarray(32)).digest() };
}
