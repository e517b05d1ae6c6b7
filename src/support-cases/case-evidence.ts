import { Injectable } from '@nestjs/common';
import type { CaseFacts } from '#domain/support-case';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** What one room knows of a case: the agreed plan, the open offer, the placement in force, referrals without outcome. */
export interface EvidenceSource<Found> {
  /** SQL of one value about the case `c`, from the room's own tables and those below; it comes as JSON. */
  readonly select: string;
  /** What the value says of the case. */
  readonly tell: (found: Found) => Partial<CaseFacts>;
}

/**
 * Port for facts that decide about a case but are recorded in rooms built on this one. Each such room registers its source
 * when the application starts; a fact nobody tells is taken as not on record. All sources are asked in one statement: every
 * step of every case waits for it.
 */
@Injectable()
export class CaseEvidence {
  private readonly selects: string[] = [];
  private readonly tellers: ((found: unknown) => Partial<CaseFacts>)[] = [];

  register<Found>({ select, tell }: EvidenceSource<Found>): void {
    this.selects.push(select);
    this.tellers.push((found) => tell(found as Found));
  }

  /** What is on record; nothing of a case out of the actor's sight. */
  async of(tx: Transaction, caseId: string): Promise<Partial<CaseFacts>> {
    const columns = this.selects.map((select, index) => `to_jsonb((${select})) AS found_${index}`);
    const [row] = await tx.sql<Record<string, unknown>>(
      `SELECT ${columns.join(', ')} FROM support_case c WHERE c.id = $1`,
      [caseId],
    );
    return row === undefined
      ? {}
      : Object.assign({}, ...this.tellers.map((tell, index) => tell(row[`found_${index}`])));
  }
}
