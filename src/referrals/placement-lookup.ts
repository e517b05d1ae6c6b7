import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** What a placement came of: an offer, a referral, or both. */
export interface PlacementSource {
  readonly offerId: string | null;
  readonly referralId: string | null;
}

/** The placement, not reversed, that came of the offer or the referral. */
export type FindPlacement = (tx: Transaction, source: PlacementSource) => Promise<{ readonly id: string } | null>;

/** Port: what a placement came of is not declined before the placement is reversed. Placements, built on this room, register the answer. */
@Injectable()
export class PlacementLookup {
  private find: FindPlacement | undefined;

  register(find: FindPlacement): void {
    this.find = find;
  }

  async from(tx: Transaction, source: PlacementSource): Promise<{ readonly id: string } | null> {
    return (await this.find?.(tx, source)) ?? null;
  }
}
