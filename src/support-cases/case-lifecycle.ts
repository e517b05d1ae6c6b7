import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { IsoDate } from '#kernel';
import type { Transaction } from '../platform/unit-of-work/index.js';
import type { SupportCase } from './support-cases.repository.js';

/** A period as it begins, and as what whoever opened it is on the team. */
export interface OpenedCase extends Pick<SupportCase, 'id' | 'jobseekerId' | 'openedOn'> {
  /** 支援チームでの役割. */
  readonly role: string;
}

/** A period as it ends. */
export interface ClosedCase extends Pick<SupportCase, 'id' | 'jobseekerId'> {
  readonly closedOn: IsoDate;
}

/** A period that goes on because its closing was a mistake. */
export type ReopenedCase = Pick<SupportCase, 'id' | 'jobseekerId'>;

/** What begins and ends with a case but is recorded in a room built on this one. */
export interface CaseCompanion {
  readonly opened: (tx: Transaction<StaffActor>, opened: OpenedCase) => Promise<void>;
  /** Comes last: whoever closes the case of a protected person may lose sight of it here. */
  readonly closed: (tx: Transaction<StaffActor>, closed: ClosedCase) => Promise<void>;
  /** Gives back what `closed` ended. */
  readonly reopened: (tx: Transaction<StaffActor>, reopened: ReopenedCase) => Promise<void>;
}

/** Port for {@link CaseCompanion}s; each takes part in the transaction that opens, closes or reopens the case. */
@Injectable()
export class CaseLifecycle {
  private readonly companions: CaseCompanion[] = [];

  register(companion: CaseCompanion): void {
    this.companions.push(companion);
  }

  async opened(tx: Transaction<StaffActor>, opened: OpenedCase): Promise<void> {
    for (const companion of this.companions) await companion.opened(tx, opened);
  }

  async closed(tx: Transaction<StaffActor>, closed: ClosedCase): Promise<void> {
    for (const companion of this.companions) await companion.closed(tx, closed);
  }

  async reopened(tx: Transaction<StaffActor>, reopened: ReopenedCase): Promise<void> {
    for (const companion of this.companions) await companion.reopened(tx, reopened);
  }
}
