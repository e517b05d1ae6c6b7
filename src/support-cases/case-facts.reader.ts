import { Injectable } from '@nestjs/common';
import { type CaseFacts, NOTHING_ON_RECORD, type SupportRequestStatus } from '#domain/support-case';
import { type Consent, consentStanding } from '#domain/consent';
import type { IsoDate } from '#kernel';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { CaseEvidence } from './case-evidence.js';
import type { SupportCase } from './support-cases.repository.js';

interface PersonRow {
  readonly birthDate: IsoDate | null;
  readonly helloWorkNumber: string | null;
  readonly request: SupportRequestStatus | null;
  readonly consents: readonly Consent[];
}

/** Gathers what is on record about a case, for the rules to decide by. */
@Injectable()
export class CaseFactsReader {
  constructor(private readonly evidence: CaseEvidence) {}

  async of(tx: Transaction, supportCase: SupportCase): Promise<CaseFacts> {
    const { id, status, suspendedFrom, interviewHeldOn, conferenceHeldOn } = supportCase;
    const [person] = await tx.sql<PersonRow>(
      `SELECT j.birth_date AS "birthDate", j.hello_work_number AS "helloWorkNumber",
         (SELECT r.status FROM support_request r WHERE r.support_case_id = $2 ORDER BY r.requested_on DESC, r.id DESC LIMIT 1) AS request,
         coalesce((SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'organisationId', c.org_id, 'sharedWithOrganisationId', c.shared_with_org,
           'givenOn', c.given_on, 'endsOn', c.ends_on, 'withdrawnOn', c.withdrawn_on, 'guardianName', c.guardian_name))
           FROM consent c WHERE c.jobseeker_id = j.id), '[]') AS consents
       FROM jobseeker j WHERE j.id = $1`,
      [supportCase.jobseekerId, id],
    );
    const consents = person?.consents ?? [];
    const consenting = { birthDate: person?.birthDate ?? null };
    return {
      ...NOTHING_ON_RECORD,
      ...(await this.evidence.of(tx, id)),
      status,
      suspendedFrom,
      consents: {
        participation: consentStanding(consents, 'participation', tx.today, consenting),
        sharing: consentStanding(consents, 'sharing', tx.today, consenting),
      },
      request: person?.request ?? null,
      interviewHeld: interviewHeldOn !== null,
      conferenceHeld: conferenceHeldOn !== null,
      jobSeekerNumber: person?.helloWorkNumber ?? null,
    };
  }
}
