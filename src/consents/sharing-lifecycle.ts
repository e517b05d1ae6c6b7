import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { IsoDate } from '#kernel';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** A sharing about a person that has ended, or some of it. */
export interface EndedSharing {
  readonly jobseekerId: string;
  /** The first day on which it holds no longer. */
  readonly on: IsoDate;
}

/** What ends with a sharing but is recorded in a room built on this one. */
export interface SharingCompanion {
  readonly ended: (tx: Transaction<StaffActor>, sharing: EndedSharing) => Promise<void>;
}

/** Port for {@link SharingCompanion}s; each takes part in the transaction that ends the sharing, after the grants have ended. */
@Injectable()
export class SharingLifecycle {
  private readonly companions: SharingCompanion[] = [];

  register(companion: SharingCompanion): void {
    this.companions.push(companion);
  }

  async ended(tx: Transaction<StaffActor>, sharing: EndedSharing): Promise<void> {
    for (const companion of this.companions) await companion.ended(tx, sharing);
  }
}
