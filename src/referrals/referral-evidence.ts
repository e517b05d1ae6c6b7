import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseEvidence } from '../support-cases/index.js';
import { ReferralsRepository } from './referrals.repository.js';

/** Tells the case of referrals without an outcome, which keep it from being closed. */
@Injectable()
export class ReferralEvidence implements OnModuleInit {
  constructor(
    private readonly evidence: CaseEvidence,
    private readonly referrals: ReferralsRepository,
  ) {}

  onModuleInit(): void {
    this.evidence.register(async (tx, caseId) => ({ openReferrals: await this.referrals.openReferrals(tx, caseId) }));
  }
}
