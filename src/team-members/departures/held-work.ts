import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { IsoDate } from '#kernel';
import type { HeldKind, HeldWork } from '#domain/organisation';
import type { Transaction } from '../../platform/unit-of-work/index.js';

type AdministratorsTransaction = Transaction<StaffActor>;

/** Who takes over from which day, and from whom; without a successor what is held waits in the queue 「担当者不在」. */
export interface PassingOn {
  readonly staffId: string;
  readonly successorId: string | null;
  readonly leavesOn: IsoDate;
}

/** What passing on led to. */
export interface PassedOn {
  /** False: done, changed or passed on by somebody else since it was read. */
  readonly done: boolean;
  /** Id of the record that began for the successor, where one did. */
  readonly startedId: string | null;
}

export interface HeldEntry {
  readonly work: HeldWork;
  readonly passOn: (tx: AdministratorsTransaction, passing: PassingOn) => Promise<PassedOn>;
}

/** What became of one thing with a departure, to be taken back. */
export interface PassedItem {
  readonly kind: HeldKind;
  readonly subjectId: string;
  readonly successorId: string | null;
  readonly startedId: string | null;
}

/** A room that keeps work somebody answers for. */
export interface HeldWorkSource {
  readonly kinds: readonly HeldKind[];
  /** What somebody holds at the actor's site, at most what their administrator may know. */
  readonly list: (tx: AdministratorsTransaction, staffId: string) => Promise<HeldEntry[]>;
  /** Gives one thing back to whoever left by mistake. @returns whether it could be */
  readonly giveBack: (tx: AdministratorsTransaction, staffId: string, item: PassedItem) => Promise<boolean>;
  /** How many running cases each member of the organisation has. */
  readonly load?: (tx: AdministratorsTransaction) => Promise<ReadonlyMap<string, number>>;
}

/** Port for what a leaver holds: teams, next actions and plans register what they know. */
@Injectable()
export class HeldWorkSources {
  private readonly sources: HeldWorkSource[] = [];

  register(source: HeldWorkSource): void {
    this.sources.push(source);
  }

  async of(tx: AdministratorsTransaction, staffId: string): Promise<HeldEntry[]> {
    const lists: HeldEntry[] = [];
    for (const source of this.sources) lists.push(...(await source.list(tx, staffId)));
    return lists;
  }

  async giveBack(tx: AdministratorsTransaction, staffId: string, item: PassedItem): Promise<boolean> {
    const source = this.sources.find(({ kinds }) => kinds.includes(item.kind));
    return source === undefined ? false : source.giveBack(tx, staffId, item);
  }

  async load(tx: AdministratorsTransaction): Promise<ReadonlyMap<string, number>> {
    for (const { load } of this.sources) if (load) return load(tx);
    return new Map();
  }
}
