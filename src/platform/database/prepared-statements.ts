import { createHash } from 'node:crypto';
import pg from 'pg';

/** What a connection keeps prepared at most; a figure's statement is put together anew each time and must not pile up. */
const MOST_STATEMENTS = 500;

/**
 * A connection on which a statement with parameters is planned once and not at every use. The policies of row-level security
 * make our statements dear to plan (up to ten milliseconds) and cheap to run, so this is most of what a use case costs.
 * The server plans anew by itself when the role, the schema or the statistics change.
 */
export class PreparingClient extends pg.Client {
  private readonly names = new Map<string, string>();

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const send = this.query.bind(this) as (...what: unknown[]) => unknown;
    const prepared = (text: unknown, values: unknown, ...more: unknown[]): unknown => {
      const name =
        typeof text === 'string' && Array.isArray(values) && values.length > 0 ? this.nameOf(text) : undefined;
      return name === undefined ? send(text, values, ...more) : send({ name, text, values }, ...more);
    };
    // `query` has eight signatures; the driver picks one by what it is given, and so does this.
    this.query = prepared as typeof this.query;
  }

  private nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= MOST_STATEMENTS) return known;
    // The server tells statements apart by 63 bytes of their name.
    const name = createHash('md5').update(text).digest('hex');
    this.names.set(text, name);
    return name;
  }
}
