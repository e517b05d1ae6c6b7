/** What the statement answers: of a part and a site the numbers counted; sums come a piece each. */
export interface ResultRow {
  readonly part: string;
  readonly site: number;
  /** The piece as a bit, for sums. */
  readonly bits: string | null;
  readonly counted: readonly number[];
}

/** Takes one number out of the results. */
export type Reading = (results: Results, siteId: number) => number;

/** The rows by part and site. Where nothing was found there is no row, and the number is zero. */
export class Results {
  private readonly rows = new Map<string, ResultRow[]>();

  constructor(rows: readonly ResultRow[]) {
    for (const row of rows) {
      const key = `${row.site}:${row.part}`;
      const own = this.rows.get(key);
      if (own) own.push(row);
      else this.rows.set(key, [row]);
    }
  }

  value(part: string, site: number, index: number): number {
    return this.rows.get(`${site}:${part}`)?.[0]?.counted[index] ?? 0;
  }

  /** Added up over the pieces of a window. */
  sum(part: string, site: number, index: number, bits: bigint): number {
    const rows = this.rows.get(`${site}:${part}`) ?? [];
    return rows.reduce(
      (total, row) => ((BigInt(row.bits ?? 0) & bits) === 0n ? total : total + (row.counted[index] ?? 0)),
      0,
    );
  }
}
