import { Injectable } from '@nestjs/common';
import type { CaseFacts } from '#domain/support-case';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** What a higher room knows of a case: the agreed plan, the open offer, the placement in force, referrals without outcome. */
export type EvidenceSource = (tx: Transaction, caseId: string) => Promise<Partial<CaseFacts>>;

/**
 * Port for facts that decide about a case but are recorded in rooms built on this one. Each such room registers its source
 * when the application starts; a fact nobody tells is taken as not on record.
 */
@Injectable()
export class CaseEvidence {
  private readonly sources: EvidenceSource[] = [];

  register(source: EvidenceSource): void {
    this.sources.push(source);
  }

  /** One after the other: they share the connection of the transaction. */
  async of(tx: Transaction, caseId: string): Promise<Partial<CaseFacts>> {
    let facts: Partial<CaseFacts> = {};
    for (const source of this.sources) facts = { ...facts, ...(await source(tx, caseId)) };
    return facts;
  }
}
