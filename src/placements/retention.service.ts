import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { refuseBlocked, refuseInvalid } from '#kernel';
import {
  contactProblems,
  hasLaterEmployment,
  leavingProblems,
  leavingReasons,
  leavingWithdrawalReasons,
} from '#domain/placement';
import { SiteReasons } from '../organisations/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import { CaseTransitions } from '../support-cases/index.js';
import type { RecordContact, RecordLeaving, WithdrawLeaving } from './dto/placement.dto.js';
import { recordPlacementChange } from './placement-record.js';
import { PlacementEntity } from './placement.entity.js';
import { PlacementsRepository } from './placements.repository.js';
import { RetentionContactEntity } from './retention-contact.entity.js';

/** 定着支援: contacts after the hire, and leaving (離職), which brings the case back to 支援中 while the period runs. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly placements: PlacementsRepository,
    private readonly transitions: CaseTransitions,
    private readonly reasons: SiteReasons,
  ) {}

  /** 職場定着支援の連絡. @throws InvalidInput; Blocked `placement_already_reversed` */
  async contact(
    actor: StaffActor,
    placementId: string,
    input: RecordContact,
    idempotencyKey?: string,
  ): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'placement.contact', idempotencyKey }, async (tx) => {
      const placement = await this.placements.find(tx, placementId);
      const { contactedOn, withWhom, channel, stillWorking, text = '' } = input;
      refuseBlocked(placement.reversedOn === null ? [] : [{ code: 'placement_already_reversed' }]);
      refuseInvalid(contactProblems({ contactedOn, text }, placement.startsOn, tx.today));
      const { jobseekerId, supportCaseId } = placement;
      const id = uuid();
      await tx.insert(RetentionContactEntity, {
        id,
        siteId: actor.siteId,
        orgId: actor.organisationId,
        jobseekerId,
        supportCaseId,
        placementId,
        contactedOn,
        withWhom,
        channel,
        stillWorking,
        text,
      });
      tx.record({
        kind: 'retention.contacted',
        subject: { type: 'retention_contact', id },
        jobseekerId,
        supportCaseId,
        occurredOn: contactedOn,
        data: { withWhom, channel, stillWorking },
      });
      return { id };
    });
  }

  /**
   * 離職. The placement still counts; a case that was 就職 or 定着支援 goes on as 支援中, one that rests or is closed stays as it is.
   * @throws InvalidInput; Blocked `placement_already_left`, `placement_already_reversed`; StaleEdit
   */
  async leave(actor: StaffActor, id: string, { leftOn, version, ...said }: RecordLeaving): Promise<void> {
    await this.work.write(actor, { purpose: 'placement.leaving' }, async (tx) => {
      const placement = await this.placements.locked(tx, id);
      refuseBlocked(leavingReasons(placement));
      const reason = await this.reasons.resolve(tx, said, { occasion: 'left', needed: true });
      refuseInvalid([...leavingProblems(leftOn, placement.startsOn, tx.today), ...reason.problems]);
      await tx.update(PlacementEntity, id, version, {
        leftOn,
        leavingReasonId: reason.id,
        leavingReasonNote: reason.note,
      });
      recordPlacementChange(tx, placement, 'placement.left', leftOn, { leftOn: { from: null, to: leftOn } });
      await this.transitions.follow(tx, { caseId: placement.supportCaseId, on: leftOn });
    });
  }

  /**
   * Takes back a leaving recorded by mistake: the job goes on, and the case stands where it stood before.
   * @throws Blocked `placement_not_left`, `later_placement_stands`, `placement_already_reversed`; StaleEdit
   */
  async withdrawLeaving(actor: StaffActor, id: string, { version }: WithdrawLeaving): Promise<void> {
    await this.work.write(actor, { purpose: 'placement.leaving_withdrawal' }, async (tx) => {
      const placement = await this.placements.locked(tx, id);
      const laterPlacement = hasLaterEmployment(placement, await this.placements.othersOf(tx, placement));
      refuseBlocked(leavingWithdrawalReasons(placement, { laterPlacement }));
      await tx.update(PlacementEntity, id, version, { leftOn: null, leavingReasonId: null, leavingReasonNote: null });
      recordPlacementChange(tx, placement, 'placement.leaving_withdrawn', tx.today, {
        leftOn: { from: placement.leftOn, to: null },
      });
      await this.transitions.follow(tx, { caseId: placement.supportCaseId, on: tx.today });
    });
  }
}
