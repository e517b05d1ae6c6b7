import { Injectable } from '@nestjs/common';
import { type Consent, type ConsentKind, grantsOf, statusOfConsent } from '#domain/consent';
import { type IsoDate, NotFound } from '#kernel';
import { JobseekersRepository, SharingGrantsRepository } from '../jobseekers/index.js';
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
  constructor(
    private readonly jobseekers: JobseekersRepository,
    private readonly grants: SharingGrantsRepository,
  ) {}

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

  /** Opens what each of the two organisations writes to the other, in the categories the consent names. */
  async open(
    tx: Transaction,
    consent: Consent & { readonly id: string; readonly jobseekerId: string },
    siteId: number,
  ): Promise<void> {
    await this.grants.open(tx, { id: consent.jobseekerId, siteId }, grantsOf(consent), consent.id);
  }
}

function recorded(row: ConsentEntity): RecordedConsent {
  const {
    id,
    jobseekerId,
    kind,
    purpose,
    covers,
    categories,
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
    categories,
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
