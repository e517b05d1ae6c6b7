import { Injectable } from '@nestjs/common';
import type { SharingGrant } from '#domain/consent';
import type { Transaction } from '../platform/unit-of-work/index.js';
import type { Jobseeker } from './jobseekers.repository.js';

/** Who besides the organisation that registered a person may see them (共有), and until when. The policies read these rows. */
@Injectable()
export class SharingGrantsRepository {
  /** Whether the person is shared with an organisation today, by consent or by a 支援会議; asked from the organisation that shares. */
  async isOpenTo(tx: Transaction, jobseekerId: string, organisationId: number): Promise<boolean> {
    const grants = await tx.sql(
      `SELECT id FROM jobseeker_access WHERE jobseeker_id = $1 AND org_id = $2 AND basis <> 'registered'
         AND starts_on <= $3 AND (ends_on IS NULL OR ends_on > $3) LIMIT 1`,
      [jobseekerId, organisationId, tx.today],
    );
    return grants.length > 0;
  }

  /** Lets the organisation that registered the person as a job seeker see the person, once. */
  async openForRegistration(tx: Transaction, person: Jobseeker, grant: SharingGrant): Promise<void> {
    await tx.sql(
      `INSERT INTO jobseeker_access (site_id, jobseeker_id, org_id, basis, granted_by_org, starts_on)
       SELECT $1, $2, $3, $4, $5, $6::date
       WHERE NOT EXISTS (SELECT 1 FROM jobseeker_access a WHERE a.jobseeker_id = $2 AND a.org_id = $3 AND a.basis = $4 AND a.ends_on IS NULL)`,
      [person.siteId, person.id, grant.organisationId, grant.basis, grant.grantedByOrganisationId, grant.startsOn],
    );
  }

  /** Opens the person to an organisation, as far as a consent reaches. */
  async openByConsent(
    tx: Transaction,
    person: Pick<Jobseeker, 'id' | 'siteId'>,
    consentId: string,
    grant: SharingGrant,
  ): Promise<void> {
    await tx.sql(
      `INSERT INTO jobseeker_access (site_id, jobseeker_id, org_id, basis, consent_id, granted_by_org, starts_on, ends_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        person.siteId,
        person.id,
        grant.organisationId,
        grant.basis,
        consentId,
        grant.grantedByOrganisationId,
        grant.startsOn,
        grant.endsOn,
      ],
    );
  }

  /** Ends what a consent opened on the day it is withdrawn, in both directions: as grantsOf of the withdrawn consent says. */
  async endOfConsent(tx: Transaction, consentId: string, on: string): Promise<void> {
    await tx.sql(
      `UPDATE jobseeker_access SET ends_on = greatest(starts_on, $2::date)
       WHERE consent_id = $1 AND (ends_on IS NULL OR ends_on > $2::date)`,
      [consentId, on],
    );
  }
}
