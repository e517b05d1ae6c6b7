import { addDays, type IsoDate } from '#kernel';
import type { Window } from './window.js';

/**
 * Overlapping windows (the month, the year to date, each month of a trend) cut into disjoint pieces, so that a fact is placed
 * once and counts in every window that holds its piece. A window is a set of pieces, written as bits.
 */
export class Segments {
  private constructor(
    /** In order, apart from each other; together they are exactly the days of the windows. */
    readonly pieces: readonly Window[],
  ) {}

  static of(windows: readonly Window[]): Segments {
    const starts = windows.flatMap(({ from, to }) => [from, addDays(to, 1)]);
    const cuts = [...new Set(starts)].sort();
    const pieces = cuts.slice(0, -1).map((from, index) => ({ from, to: addDays(cuts[index + 1] ?? from, -1) }));
    return new Segments(pieces.filter((piece) => windows.some((window) => holds(window, piece))));
  }

  /** The pieces a window is made of, the first piece as the lowest bit. The window is one of those cut, or a union of pieces. */
  bitsOf(window: Window): bigint {
    return this.pieces.reduce((bits, piece, index) => (holds(window, piece) ? bits | (1n << BigInt(index)) : bits), 0n);
  }

  /** The pieces' days as few ranges: pieces without a day between them are one. */
  get ranges(): readonly Window[] {
    return this.pieces.reduce<Window[]>((ranges, piece) => {
      const last = ranges.at(-1);
      if (last === undefined || addDays(last.to, 1) < piece.from) return [...ranges, piece];
      return [...ranges.slice(0, -1), { from: last.from, to: piece.to }];
    }, []);
  }

  /** First day of the first piece. */
  get from(): IsoDate | undefined {
    return this.pieces[0]?.from;
  }
}

function holds(window: Window, piece: Window): boolean {
  return window.from <= piece.from && piece.to <= window.to;
}
