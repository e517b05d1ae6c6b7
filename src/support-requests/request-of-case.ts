import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SupportRequestStatus } from '#domain/support-case';
import { CaseEvidence, LatestRequestSource } from '../support-cases/index.js';
import { LATEST_REQUEST_STATUS, SupportRequestsRepository } from './support-requests.repository.js';

/** What the latest request means to its case: evidence for the steps that wait for it, and the way to it from the case's page. */
@Injectable()
export class RequestOfCase implements OnModuleInit {
  constructor(
    private readonly evidence: CaseEvidence,
    private readonly latest: LatestRequestSource,
    private readonly requests: SupportRequestsRepository,
  ) {}

  onModuleInit(): void {
    this.evidence.register({
      select: LATEST_REQUEST_STATUS,
      tell: (request: SupportRequestStatus | null) => ({ request }),
    });
    this.latest.register((tx, caseId) => this.requests.latestOf(tx, caseId));
  }
}
