import { Injectable } from '@nestjs/common';
import { consentStatus } from '#domain/consent';
import { type LeavingOnRecord, NOTHING_ON_RECORD, type CaseFacts } from '#domain/support-case';
import { ConsentsRepository } from '../consents/index.js';
import { JobseekersRepository } from '../jobseekers/index.js';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { CaseEvidence } from './case-evidence.js';
import { LAST_LEAVING, type SupportCase } from './support-cases.repository.js';

/** Gathers what is on record about a case, for the rules to decide by. */
@Injectable()
export class CaseFactsReader {
  constructor(
    private readonly jobseekers: JobseekersRepository,
    private readonly consents: ConsentsRepository,
    private readonly evidence: CaseEvidence,
  ) {
    evidence.register({ select: LAST_LEAVING, tell: (lastLeaving: LeavingOnRecord | null) => ({ lastLeaving }) });
  }

  async of(tx: Transaction, supportCase: SupportCase): Promise<CaseFacts> {
    const { id, jobseekerId, status, suspendedFrom, interviewHeldOn, conferenceHeldOn } = supportCase;
    const person = await this.jobseekers.find(tx, jobseekerId);
    const consents = await this.consents.of(tx, jobseekerId);
    return {
      ...NOTHING_ON_RECORD,
      ...(await this.evidence.of(tx, id)),
      status,
      suspendedFrom,
      consents: {
        participation: consentStatus(consents, 'participation', tx.today, person),
        sharing: consentStatus(consents, 'sharing', tx.today, person),
      },
      interviewHeld: interviewHeldOn !== null,
      conferenceHeld: conferenceHeldOn !== null,
      jobSeekerNumber: person.helloWorkNumber,
    };
  }
}
