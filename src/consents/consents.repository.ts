import { Injectable } from '@nestjs/common';
import { IsNull, MoreThanOrEqual } from 'typeorm';
import { type Consent, type ConsentKind, type SharingGrant, statusOfConsent } from '#domain/consent';
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
  /** Whether the organisation named in it opens its records by it; null where it was not asked (a first consent opens both directions). */
  readonly otherSide: ConsentEntity['otherSide'];
  /** The last day on which it may say so. */
  readonly otherSideUntil: IsoDate | null;
  readonly otherSideDecidedOn: IsoDate | null;
  /** Why it declined. */
  readonly otherSideReason: string | null;
  readonly version: number;
}

/** A consent that an organisation was asked to confirm, with the person. */
export interface AskedConsent extends RecordedConsent {
  readonly jobseekerName: string;
  readonly jobseekerNumber: string;
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

  /** The programme of the person's running case, as far as the actor sees one. */
  async programmeOf(tx: Transaction, jobseekerId: string): Promise<number | null> {
    const [running] = await tx.sql<{ id: number }>(
      `SELECT c.programme_id AS id FROM case_head c WHERE c.jobseeker_id = $1 AND c.status <> 'closed' ORDER BY c.opened_on DESC, c.id LIMIT 1`,
      [jobseekerId],
    );
    return running?.id ?? null;
  }

  /** Writes what a consent opens, or what is opened by confirming it. */
  async open(
    tx: Transaction,
    { id, jobseekerId }: Pick<RecordedConsent, 'id' | 'jobseekerId'>,
    grants: readonly SharingGrant[],
    siteId: number,
  ): Promise<void> {
    if (grants.length > 0) await this.grants.open(tx, { id: jobseekerId, siteId }, grants, id);
  }

  /** The consents of the site that wait for an organisation, of the people that are the actor's: a supervisor's are all. Urgent first. */
  async waitingFor(tx: Transaction, siteId: number, organisationId: number): Promise<AskedConsent[]> {
    const rows = await tx.manager.getRepository(ConsentEntity).find({
      where: {
        siteId,
        sharedWithOrg: organisationId,
        otherSide: 'waiting',
        otherSideUntil: MoreThanOrEqual(tx.today),
        withdrawnOn: IsNull(),
      },
      order: { otherSideUntil: 'ASC', id: 'ASC' },
      take: 500,
    });
    if (rows.length === 0) return [];
    const people = await tx.sql<{ id: string; number: string; name: string }>(
      `SELECT j.id, j.number, j.name FROM jobseeker_head j
       WHERE j.id = ANY ($1::uuid[]) AND (app_role() = 'supervisor' OR app_is_assigned(j.id))`,
      [rows.map(({ jobseekerId }) => jobseekerId)],
    );
    return rows.flatMap((row) => {
      const person = people.find(({ id }) => id === row.jobseekerId);
      return person ? [{ ...recorded(row), jobseekerName: person.name, jobseekerNumber: person.number }] : [];
    });
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
    guardianAge,
    otherSide,
    otherSideUntil,
    otherSideDecidedOn,
    otherSideReason,
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
    guardianAge,
    otherSide,
    otherSideUntil,
    otherSideDecidedOn,
    otherSideReason,
    version,
    organisationId: row.orgId,
    sharedWithOrganisationId: row.sharedWithOrg,
  };
}
