import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { decisionEndReasons, type DecisionBasis, decisionProblems, grantsOfDecision } from '#domain/consent';
import { categoriesShared, type SharingCategory } from '#domain/sharing';
import { InvalidInput, type IsoDate, NotFound, refuseBlocked, refuseInvalid } from '#kernel';
import { JobseekersRepository, SharingGrantsRepository } from '../../jobseekers/index.js';
import { refuseUnlikelyDay, SitesRepository } from '../../organisations/index.js';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work/index.js';
import type { EndSharingDecision, RecordSharingDecision } from '../dto/sharing-decision.dto.js';
import { SharingLifecycle } from '../sharing-lifecycle.js';
import { SharingDecisionEntity } from './sharing-decision.entity.js';

/** A decision on record, as giver and receiver read it. */
export interface SharingDecision {
  readonly id: string;
  readonly organisationId: number;
  readonly receiverId: number;
  readonly basis: DecisionBasis;
  readonly lawArticle: string | null;
  readonly categories: readonly SharingCategory[];
  readonly decidedOn: IsoDate;
  readonly endsOn: IsoDate | null;
  readonly endedOn: IsoDate | null;
  readonly members: string;
  readonly decision: string;
  readonly version: number;
}

/** 支援会議などの決定による共有: an organisation shows what it wrote; the other decides for itself. */
@Injectable()
export class SharingDecisionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly jobseekers: JobseekersRepository,
    private readonly grants: SharingGrantsRepository,
    private readonly sharing: SharingLifecycle,
  ) {}

  /** @throws NotFound (person); InvalidInput, for a meeting without its members `required` */
  async record(
    actor: StaffActor,
    jobseekerId: string,
    input: RecordSharingDecision,
    idempotencyKey?: string,
  ): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'sharing.decide', idempotencyKey }, async (tx) => {
      await this.jobseekers.find(tx, jobseekerId);
      const site = await this.sites.current(tx);
      const { organisationId, siteId } = actor;
      const { basis, receiverId: receiver, decidedOn, endsOn = null, members = '', decision } = input;
      const lawArticle = basis === 'other_law' ? (input.lawArticle ?? null) : null;
      const terms = { basis, lawArticle, decidedOn, endsOn, members, decision };
      refuseInvalid(
        decisionProblems({ ...terms, receiver, categories: input.categories }, { today: tx.today, organisationId }),
      );
      refuseUnlikelyDay(decidedOn, 'decidedOn', tx.today, site.openedOn);
      if (!site.organisations.some(({ id }) => id === receiver))
        throw new InvalidInput([{ field: 'receiverId', code: 'not_one_of' }]);
      const categories = categoriesShared(input.categories);
      const id = uuid();
      await tx.insert(SharingDecisionEntity, {
        ...{ id, siteId, orgId: organisationId, jobseekerId, receiverOrg: receiver, categories },
        ...terms,
      });
      const grants = grantsOfDecision(organisationId, { basis, receiver, categories, decidedOn, endsOn });
      await this.grants.openByDecision(tx, { id: jobseekerId, siteId }, grants, { id, lawArticle });
      tx.record({
        kind: 'sharing.decided',
        subject: { type: 'sharing_decision', id },
        jobseekerId,
        occurredOn: decidedOn,
        data: { basis, organisationId, receiverId: receiver, categories },
      });
      return { id };
    });
  }

  /** The decisions about a person by which the actor's organisation shows or sees something, the newest first. @throws NotFound */
  async of(actor: StaffActor, jobseekerId: string): Promise<SharingDecision[]> {
    return this.work.read(actor, async (tx) => {
      await this.jobseekers.find(tx, jobseekerId);
      const rows = await tx.manager
        .getRepository(SharingDecisionEntity)
        .find({ where: { jobseekerId }, order: { decidedOn: 'DESC', id: 'DESC' } });
      return rows.map(asDecision);
    });
  }

  /**
   * Ends what a decision shows, from today.
   * @returns the person it was about
   * @throws NotFound; Blocked `decision_ended`, `decision_of_other_organisation`; StaleEdit
   */
  async end(actor: StaffActor, id: string, { version }: EndSharingDecision): Promise<{ jobseekerId: string }> {
    return this.work.write(actor, { purpose: 'sharing.end_decision' }, async (tx) => {
      await this.jobseekers.lock(tx, (await this.find(tx, id)).jobseekerId);
      const row = await this.find(tx, id);
      const { jobseekerId, basis, orgId, receiverOrg, categories } = row;
      refuseBlocked(decisionEndReasons(asDecision(row), actor.organisationId));
      await tx.update(SharingDecisionEntity, id, version, { endedOn: tx.today });
      await this.grants.endOfDecision(tx, id, tx.today);
      tx.record({
        kind: 'sharing.decision_ended',
        subject: { type: 'sharing_decision', id },
        jobseekerId,
        occurredOn: tx.today,
        data: { basis, organisationId: orgId, receiverId: receiverOrg, categories },
      });
      await this.sharing.ended(tx, { jobseekerId, on: tx.today });
      return { jobseekerId };
    });
  }

  private async find(tx: Transaction, id: string): Promise<SharingDecisionEntity> {
    const row = await tx.manager.getRepository(SharingDecisionEntity).findOneBy({ id });
    if (!row) throw new NotFound('sharing_decision');
    return row;
  }
}

function asDecision(row: SharingDecisionEntity): SharingDecision {
  const { id, basis, lawArticle, categories, decidedOn, endsOn, endedOn, members, decision, version } = row;
  const parties = { organisationId: row.orgId, receiverId: row.receiverOrg };
  return { id, ...parties, basis, lawArticle, categories, decidedOn, endsOn, endedOn, members, decision, version };
}
