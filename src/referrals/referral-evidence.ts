import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseEvidence } from '../support-cases/index.js';
import { OPEN_REFERRALS } from './referrals.repository.js';

/** Tells the case of referrals without an outcome, which keep it from being closed. */
@Injectable()
export class ReferralEvidence implements OnModuleInit {
  constructor(private readonly evidence: CaseEvidence) {}

  onModuleInit(): void {
    this.evidence.register({ select: OPEN_REFERRALS, tell: (openReferrals: number) => ({ openReferrals }) });
  }
}
