import { Injectable } from '@nestjs/common';
import { consentStatus } from '#domain/consent';
import { type CaseFacts, NOTHING_ON_RECORD } from '#domain/support-case';
import { ConsentsRepository } from '../consents/index.js';
import { JobseekersRepository } from '../jobseekers/index.js';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { CaseEvidence } from './case-evidence.js';
import { LEFT_FROM, type SupportCase } from './support-cases.repository.js';

/** Gathers what is on record about a case, for the rules to decide by. */
@Injectable()
export class CaseFactsReader {
  constructor(
    private readonly jobseekers: JobseekersRepository,
    private readonly consents: ConsentsRepository,
    private readonly evidence: CaseEvidence,
  ) {
    evidence.register({ select: LEFT_FROM, tell: (leftFrom: CaseFacts['leftFrom']) => ({ leftFrom }) });
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
