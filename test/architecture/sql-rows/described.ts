import type pg from 'pg';

export interface Column {
  readonly name: string;
  readonly dataTypeID: number;
}

/** What PostgreSQL says a statement answers, without running it: the extended protocol's Parse and Describe. */
export async function described(client: pg.Client, text: string): Promise<readonly Column[]> {
  const types: number[] = [];
  for (;;) {
    const answer = await describeWith(client, text, types).catch((error: Error) => error);
    if (!(answer instanceof Error)) return answer;
    // A parameter that only a part put together at run time speaks of has no type of its own.
    const unknown = /could not determine data type of parameter \$(\d+)/.exec(answer.message)?.[1];
    if (unknown === undefined || types[Number(unknown) - 1] === TEXT) throw answer;
    for (let index = 0; index < Number(unknown); index += 1) types[index] ??= 0;
    types[Number(unknown) - 1] = TEXT;
  }
}

const TEXT = 25;

function describeWith(client: pg.Client, text: string, types: readonly number[]): Promise<readonly Column[]> {
  return new Promise((resolve, reject) => {
    client.query(new Describing(text, types, resolve, reject) as unknown as pg.Submittable);
  });
}

interface Connection {
  parse(statement: { name: string; text: string; types: number[] }): void;
  describe(target: { type: 'S'; name: string }): void;
  sync(): void;
}

/** As the driver's own queries are made: it is handed the messages while it is active. */
class Describing {
  private columns: readonly Column[] = [];

  constructor(
    private readonly text: string,
    private readonly types: readonly number[],
    private readonly resolve: (columns: readonly Column[]) => void,
    private readonly reject: (error: Error) => void,
  ) {}

  submit(connection: Connection): void {
    connection.parse({ name: '', text: this.text, types: [...this.types] });
    connection.describe({ type: 'S', name: '' });
    connection.sync();
  }

  handleRowDescription({ fields }: { fields: readonly Column[] }): void {
    this.columns = fields;
  }

  handleReadyForQuery(): void {
    this.resolve(this.columns);
  }

  handleError(error: Error): void {
    this.reject(error);
  }
}
