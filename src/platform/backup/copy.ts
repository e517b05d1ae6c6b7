import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import type { Client, Connection, Submittable } from 'pg';

/** Rows wait in memory up to here when they come faster than they are taken (bytes). */
const MOST_WAITING = 1 << 20;

/** What the driver's connection can do for COPY; its types leave it out. */
interface CopyConnection {
  readonly stream: Duplex;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/**
 * The rows of `COPY … TO STDOUT` as they arrive, some whole lines at a time.
 *
 * @param count told at the end how many rows there were
 * @throws the server's error
 */
export async function* copyOut(
  client: Client,
  statement: string,
  count: (rows: number) => void,
): AsyncGenerator<Buffer, void, undefined> {
  const copy = new CopyOut(statement);
  client.query(copy);
  try {
    yield* copy.chunks();
    count(copy.rows);
  } finally {
    copy.abandon();
  }
}

/**
 * Feeds `COPY … FROM STDIN`.
 *
 * @returns how many rows the server took
 * @throws the server's error, or that of the chunks; the statement fails then
 */
export async function copyIn(client: Client, statement: string, chunks: AsyncIterable<Buffer>): Promise<number> {
  const copy = new CopyIn(statement);
  client.query(copy);
  return copy.feed(chunks);
}

/** One COPY on the driver's queue of statements, which calls these by name as the server answers. */
abstract class Copy implements Submittable {
  protected connection: CopyConnection | undefined;
  rows = 0;

  constructor(private readonly statement: string) {}

  submit(connection: Connection): void {
    this.connection = connection as unknown as CopyConnection;
    this.connection.query(this.statement);
  }

  /** The tag is `COPY 17`. */
  handleCommandComplete({ text }: { text: string }): void {
    this.rows = Number(text.split(' ').at(-1));
  }

  abstract handleReadyForQuery(): void;
  abstract handleError(error: Error): void;
}

class CopyOut extends Copy {
  private waiting: Buffer[] = [];
  private bytes = 0;
  private ended = false;
  private abandoned = false;
  private failure: Error | undefined;
  private wake: () => void = () => undefined;

  async *chunks(): AsyncGenerator<Buffer, void, undefined> {
    for (;;) {
      if (this.waiting.length > 0) {
        const chunk = Buffer.concat(this.waiting);
        this.waiting = [];
        this.bytes = 0;
        this.connection?.stream.resume();
        yield chunk;
      } else if (this.failure !== undefined) {
        throw this.failure;
      } else if (this.ended) {
        return;
      } else {
        await new Promise<void>((resolve) => (this.wake = resolve));
      }
    }
  }

  /** Nobody takes the rest; the connection must not stand still for it. */
  abandon(): void {
    this.abandoned = true;
    this.connection?.stream.resume();
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.abandoned) return;
    // The driver goes on to use the memory that it lends here.
    this.waiting.push(Buffer.from(chunk));
    this.bytes += chunk.length;
    if (this.bytes > MOST_WAITING) this.connection?.stream.pause();
    this.wake();
  }

  override handleReadyForQuery(): void {
    this.ended = true;
    this.wake();
  }

  override handleError(error: Error): void {
    this.failure = error;
    this.wake();
  }
}

class CopyIn extends Copy {
  private readonly ready = settleable();
  private readonly done = settleable();
  private failed = false;

  async feed(chunks: AsyncIterable<Buffer>): Promise<number> {
    await this.ready.promise;
    const stream = this.connection?.stream;
    try {
      for await (const chunk of chunks) {
        if (this.failed) break;
        this.connection?.sendCopyFromChunk(chunk);
        if (stream?.writableNeedDrain === true) await Promise.race([once(stream, 'drain'), this.done.promise]);
      }
    } finally {
      // Also when the chunks broke off: whoever asked for them rolls the transaction back.
      if (!this.failed) this.connection?.endCopyFrom();
    }
    await this.done.promise;
    return this.rows;
  }

  handleCopyInResponse(): void {
    this.ready.resolve();
  }

  override handleReadyForQuery(): void {
    this.done.resolve();
  }

  override handleError(error: Error): void {
    this.failed = true;
    this.ready.reject(error);
    this.done.reject(error);
  }
}

interface Settleable {
  readonly promise: Promise<void>;
  resolve(): void;
  reject(error: Error): void;
}

function settleable(): Settleable {
  let resolve: () => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<void>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  promise.catch(() => undefined); // whoever waits for it hears of it; nobody may be waiting yet
  return { promise, resolve, reject };
}
