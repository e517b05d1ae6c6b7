import { BackupRefused, CUT_SHORT } from './backup-refused.js';

/** Takes bytes by number from chunks of any size. */
export class ByteReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  /** @throws BackupRefused when there are fewer */
  async take(length: number): Promise<Buffer> {
    const bytes = await this.takeUpTo(length);
    if (bytes.length < length) throw new BackupRefused(CUT_SHORT);
    return bytes;
  }

  /** As many as there are, where they end before that. */
  async takeUpTo(length: number): Promise<Buffer> {
    const parts = [this.held];
    let size = this.held.length;
    for (let next; size < length && (next = await this.chunks.next()).done !== true; size += next.value.length)
      parts.push(next.value);
    const all = parts.length === 1 ? this.held : Buffer.concat(parts);
    this.held = all.subarray(length);
    return all.subarray(0, length);
  }

  async atEnd(): Promise<boolean> {
    while (this.held.length === 0) {
      const next = await this.chunks.next();
      if (next.done === true) return true;
      this.held = next.value;
    }
    return false;
  }
}
