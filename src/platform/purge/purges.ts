import { Injectable } from '@nestjs/common';
import type { Transaction } from '../unit-of-work/index.js';

/** What a feature throws away once nobody can need it any more, and after how many days. */
export interface Purge {
  /** Name of its database function; it takes the moment before which a row goes, and answers how many went. */
  readonly routine: `purge_${string}`;
  /** Retention period; the feature says why it is that long. */
  readonly days: number;
}

/** Port for what is purged; each feature registers its own. */
@Injectable()
export class Purges {
  private readonly all: Purge[] = [];

  register(purge: Purge): void {
    this.all.push(purge);
  }

  /** @returns how many rows went, by routine */
  async run(tx: Transaction, { routine, days }: Purge): Promise<number> {
    const before = new Date(tx.now.getTime() - days * DAY_MS);
    const [row] = await tx.sql<{ gone: number }>(`SELECT ${routine}($1)::int AS gone`, [before]);
    return row?.gone ?? 0;
  }

  get registered(): readonly Purge[] {
    return this.all;
  }
}

const DAY_MS = 86_400_000;
