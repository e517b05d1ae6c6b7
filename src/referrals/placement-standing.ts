import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** Whether a placement that was not reversed came of the offer or the referral. */
export type FindStandingPlacement = (
  tx: Transaction,
  cameOf: { readonly offerId: string | null; readonly referralId: string | null },
) => Promise<boolean>;

/** Port: what was placed on is not declined before the placement is reversed. Placements, built on this room, register the answer. */
@Injectable()
export class PlacementStanding {
  private find: FindStandingPlacement | undefined;

  register(find: FindStandingPlacement): void {
    this.find = find;
  }

  async standsOn(
    tx: Transaction,
    cameOf: { readonly offerId: string | null; readonly referralId: string | null },
  ): Promise<boolean> {
    return (await this.find?.(tx, cameOf)) ?? false;
  }
}
