import { Injectable } from '@nestjs/common';
import type { CountedNumber, Figure } from '#indicators';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { OnePassStatement } from './one-pass/one-pass-statement.js';
import { type ResultRow, Results } from './one-pass/results.js';
import { type Assembling, ask, type FigureWanted, isCounted, uncounted } from './one-pass/wanted-figure.js';

/** Evaluates definitions in the database: whatever is wanted of a site, over all windows, in one pass over each kind of fact. */
@Injectable()
export class FiguresRepository {
  async evaluate(tx: Transaction, siteId: number, wanted: readonly FigureWanted[]): Promise<Figure<CountedNumber>[]> {
    const [figures] = await this.evaluateSites(tx, [siteId], wanted);
    return figures ?? [];
  }

  /** The same figures for many sites: a line of them for each site, in order. */
  async evaluateSites(
    tx: Transaction,
    siteIds: readonly number[],
    wanted: readonly FigureWanted[],
  ): Promise<Figure<CountedNumber>[][]> {
    const counted = wanted.filter(isCounted);
    const assembled = new Map<FigureWanted, { assemble: Assembling; results: Results }>();
    for (const asOf of new Set(counted.map((figure) => figure.asOf))) {
      const known = counted.filter((figure) => figure.asOf === asOf);
      for (const [figure, found] of await this.pass(tx, siteIds, known)) assembled.set(figure, found);
    }
    return siteIds.map((site) =>
      wanted.map((figure) => {
        const found = assembled.get(figure);
        return found ? found.assemble(found.results, site) : uncounted(figure);
      }),
    );
  }

  /** @param wanted figures as known on the same day */
  private async pass(
    tx: Transaction,
    siteIds: readonly number[],
    wanted: readonly FigureWanted[],
  ): Promise<[FigureWanted, { assemble: Assembling; results: Results }][]> {
    const asOf = wanted[0]?.asOf ?? '';
    const statement = new OnePassStatement(
      siteIds,
      wanted.map(({ window }) => window),
      asOf,
    );
    const asked = wanted.map((figure) => [figure, ask(statement, figure)] as const);
    if (!statement.fits && wanted.length > 1) {
      const half = Math.ceil(wanted.length / 2);
      return [
        ...(await this.pass(tx, siteIds, wanted.slice(0, half))),
        ...(await this.pass(tx, siteIds, wanted.slice(half))),
      ];
    }
    const rows = await tx.unprepared<ResultRow>(statement.text, statement.parameters.values);
    const results = new Results(rows);
    return asked.map(([figure, assemble]) => [figure, { assemble, results }]);
  }
}
