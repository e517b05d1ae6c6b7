import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { Transaction } from '../platform/unit-of-work/index.js';
import type { SupportCase } from './support-cases.repository.js';

/** A period as it begins, and as what whoever opened it is on the team. */
export interface OpenedCase extends Pick<SupportCase, 'id' | 'jobseekerId' | 'openedOn'> {
  /** 支援チームでの役割. */
  readonly role: string;
}

/** What begins and ends with a case but is recorded in a room built on this one. */
export interface CaseCompanion {
  readonly opened: (tx: Transaction<StaffActor>, opened: OpenedCase) => Promise<void>;
}

/** Port for {@link CaseCompanion}s; each takes part in the transaction that opens the case. */
@Injectable()
export class CaseLifecycle {
  private readonly companions: CaseCompanion[] = [];

  register(companion: CaseCompanion): void {
    this.companions.push(companion);
  }

  async opened(tx: Transaction<StaffActor>, opened: OpenedCase): Promise<void> {
    for (const companion of this.companions) await companion.opened(tx, opened);
  }
}
