import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** A running case at a desk, as far as an administrator may know of it. */
export interface CaseAtDesk {
  readonly id: string;
  /** 支援番号. */
  readonly number: string;
}

export interface DeskCasesSource {
  /** The running cases at a desk of the actor's site. */
  readonly at: (tx: Transaction<StaffActor>, deskId: number) => Promise<CaseAtDesk[]>;
  /** Moves them to another desk, or to none. */
  readonly move: (tx: Transaction<StaffActor>, deskId: number, toDeskId: number | null) => Promise<void>;
}

/** Port for the cases at a desk (窓口), which the room of cases knows: a desk does not close above anybody's head. */
@Injectable()
export class DeskCases implements DeskCasesSource {
  private source: DeskCasesSource = { at: async () => [], move: async () => undefined };

  register(source: DeskCasesSource): void {
    this.source = source;
  }

  at(tx: Transaction<StaffActor>, deskId: number): Promise<CaseAtDesk[]> {
    return this.source.at(tx, deskId);
  }

  move(tx: Transaction<StaffActor>, deskId: number, toDeskId: number | null): Promise<void> {
    return this.source.move(tx, deskId, toDeskId);
  }
}
