import { Injectable } from '@nestjs/common';
import type { SupportRequestStatus } from '#domain/support-case';
import type { Transaction } from '../../platform/unit-of-work/index.js';

/** The support request that counts for a case: the latest. */
export interface LatestRequest {
  readonly id: string;
  readonly status: SupportRequestStatus;
}

export type FindLatestRequest = (tx: Transaction, caseId: string) => Promise<LatestRequest | null>;

/** Port for the latest support request of a case, which the room of requests knows. */
@Injectable()
export class LatestRequestSource {
  private find: FindLatestRequest = async () => null;

  register(find: FindLatestRequest): void {
    this.find = find;
  }

  of(tx: Transaction, caseId: string): Promise<LatestRequest | null> {
    return this.find(tx, caseId);
  }
}
