import { Injectable } from '@nestjs/common';
import { type Consent, type ConsentKind, grantsOf, statusOfConsent } from '#domain/consent';
import { type IsoDate, NotFound } from '#kernel';
import { JobseekersRepository } from '../jobseekers/index.js';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { ConsentEntity } from './consent.entity.js';

/** A consent as recorded, in the words of the rules. */
export interface RecordedConsent extends Consent {
  readonly id: string;
  readonly jobseekerId: string;
  readonly purpose: string;
  readonly covers: string;
  readonly method: ConsentEntity['method'];
  readonly withdrawalReason: string | null;
  readonly version: number;
}

/** 同意: what the database answers; row-level security limits it to what the actor may see. */
@Injectable()
export class ConsentsRepository {
  constructor(private readonly jobseekers: JobseekersRepository) {}

  /** @throws NotFound when there is none or the actor may not know of it */
  async find(tx: Transaction, id: string): Promise<RecordedConsent> {
    const row = await tx.manager.getRepository(ConsentEntity).findOneBy({ id });
    if (!row) throw new NotFound('consent');
    return recorded(row);
  }

  /** Everything a person agreed to, newest first. */
  async of(tx: Transaction, jobseekerId: string): Promise<RecordedConsent[]> {
    const rows = await tx.manager
      .getRepository(ConsentEntity)
      .find({ where: { jobseekerId }, order: { givenOn: 'DESC', id: 'DESC' } });
    return rows.map(recorded);
  }

  /** The person's consent of a kind that holds on a day, or null. */
  async inForce(
    tx: Transaction,
    jobseekerId: string,
    kind: ConsentKind,
    day: IsoDate,
  ): Promise<RecordedConsent | null> {
    const person = await this.jobseekers.find(tx, jobseekerId);
    const consents = await this.of(tx, jobseekerId);
    return (
      consents.find((consent) => consent.kind === kind && statusOfConsent(consent, day, person) === 'in_force') ?? null
    );
  }

  /** Whether the person is shared with an organisation today, by consent or by a 支援会議; asked from the organisation that shares. */
  async isOpenTo(tx: Transaction, jobseekerId: string, organisationId: number): Promise<boolean> {
    const grants = await tx.sql(
      `SELECT id FROM jobseeker_access WHERE jobseeker_id = $1 AND org_id = $2 AND basis <> 'registered'
         AND starts_on <= $3 AND (ends_on IS NULL OR ends_on > $3) LIMIT 1`,
      [jobseekerId, organisationId, tx.today],
    );
    return grants.length > 0;
  }

  /** Opens the person to both organisations, as far as the consent reaches. */
  async open(
    tx: Transaction,
    consent: Consent & { readonly id: string; readonly jobseekerId: string },
    siteId: number,
  ): Promise<void> {
    for (const grant of grantsOf(consent)) {
      await tx.sql(
        `INSERT INTO jobseeker_access (site_id, jobseeker_id, org_id, basis, consent_id, granted_by_org, starts_on, ends_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          siteId,
          consent.jobseekerId,
          grant.organisationId,
          grant.basis,
          consent.id,
          grant.grantedByOrganisationId,
          grant.startsOn,
          grant.endsOn,
        ],
      );
    }
  }

  /** Ends what a consent opened (endGrants in libs/domain/consent), in both directions. */
  async close(tx: Transaction, consentId: string, withdrawnOn: IsoDate): Promise<void> {
    await tx.sql(
      `UPDATE jobseeker_access SET ends_on = greatest(starts_on, $2::date)
       WHERE consent_id = $1 AND (ends_on IS NULL OR ends_on > $2::date)`,
      [consentId, withdrawnOn],
    );
  }
}

function recorded(row: ConsentEntity): RecordedConsent {
  const {
    id,
    jobseekerId,
    kind,
    purpose,
    covers,
    method,
    givenOn,
    endsOn,
    withdrawnOn,
    withdrawalReason,
    guardianName,
    version,
  } = row;
  return {
    id,
    jobseekerId,
    kind,
    purpose,
    covers,
    method,
    givenOn,
    endsOn,
    withdrawnOn,
    withdrawalReason,
    guardianName,
    version,
    organisationId: row.orgId,
    sharedWithOrganisationId: row.sharedWithOrg,
  };
}
