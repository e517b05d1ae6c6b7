import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import type { Changes } from '#activity';
import { refuseBlocked, refuseInvalid } from '#kernel';
import {
  contactProblems,
  leavingProblems,
  leavingReasons,
  placementProblems,
  placementReasons,
  reversalEffect,
  reversalProblems,
  reversalReasons,
} from '#domain/placement';
import { SiteReasons } from '../organisations/index.js';
import { JobseekersRepository } from '../jobseekers/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { type Offer, type Referral, ReferralsRepository } from '../referrals/index.js';
import { CaseTransitions, SupportCasesRepository } from '../support-cases/index.js';
import type { RecordContact, RecordLeaving, RecordPlacement, ReversePlacement } from './dto/placement.dto.js';
import { PlacementEntity } from './placement.entity.js';
import { type Placement, PlacementsRepository, type RetentionContact } from './placements.repository.js';
import { RetentionContactEntity } from './retention-contact.entity.js';

export interface PlacementFile {
  readonly placement: Placement;
  readonly contacts: readonly RetentionContact[];
}

/** Records of cases out of the actor's sight. */
export interface HiddenRecords {
  readonly referrals: readonly Referral[];
  readonly offers: readonly Offer[];
  readonly placements: readonly Placement[];
}

/** 就職, its reversal, and staying in the job. */
@Injectable()
export class PlacementsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly placements: PlacementsRepository,
    private readonly referrals: ReferralsRepository,
    private readonly cases: SupportCasesRepository,
    private readonly jobseekers: JobseekersRepository,
    private readonly transitions: CaseTransitions,
    private readonly reasons: SiteReasons,
  ) {}

  /** @throws NotFound when the actor does not see the case */
  async ofCase(actor: StaffActor, caseId: string): Promise<Placement[]> {
    return this.work.read(actor, async (tx) => {
      await this.cases.find(tx, caseId);
      return this.placements.ofCase(tx, caseId);
    });
  }

  /** @throws NotFound when the actor does not see the placement or its case */
  /** Of a person, what belongs to cases out of the actor's sight (自機関の記録). */
  async ofHiddenCases(actor: StaffActor, jobseekerId: string): Promise<HiddenRecords> {
    return this.work.read(actor, async (tx) => ({
      ...(await this.referrals.ofHiddenCases(tx, jobseekerId)),
      placements: await this.placements.ofHiddenCases(tx, jobseekerId),
    }));
  }

  async file(actor: StaffActor, id: string): Promise<PlacementFile> {
    return this.work.read(actor, async (tx) => {
      const placement = await this.placements.find(tx, id);
      // The case may be out of sight; the person is not, and opening a protected person's record is an act.
      await this.jobseekers.find(tx, placement.jobseekerId);
      return { placement, contacts: await this.placements.contactsOf(tx, id) };
    });
  }

  /**
   * The case becomes 就職. 紹介就職 comes of a hired referral and is recorded by the national side; every other route by either.
   * @throws InvalidInput; Blocked `only_national_side`, `referral_not_hired`, `referral_already_placed`, `offer_still_open`, or by the state of the case
   */
  async record(
    actor: StaffActor,
    caseId: string,
    input: RecordPlacement,
    idempotencyKey?: string,
  ): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'placement.record', idempotencyKey }, async (tx) => {
      await this.referrals.lockCase(tx, caseId);
      const { jobseekerId, openedOn } = await this.cases.find(tx, caseId);
      const { referral, offer } = await this.cameOf(tx, caseId, input);
      const {
        route,
        occupation,
        decidedOn,
        startsOn,
        employmentType,
        weeklyHours = null,
        weeklyDays = null,
        subsidy = null,
      } = input;
      const workplaceName = input.workplaceName ?? referral?.employerName ?? offer?.employerName ?? '';
      const referralId = referral?.id ?? null;
      refuseInvalid([
        ...placementProblems(
          { route, decidedOn, startsOn, employmentType, weeklyHours, weeklyDays, referralId },
          tx.today,
        ),
        ...(decidedOn < openedOn ? [{ field: 'decidedOn', code: 'before_case_opened' }] : []),
        ...(workplaceName === '' ? [{ field: 'workplaceName', code: 'required' }] : []),
      ]);
      refuseBlocked([
        ...placementReasons(route, actor.side, referral ?? null),
        ...(referral && (await this.placements.standsOn(tx, { offerId: null, referralId }))
          ? [{ code: 'referral_already_placed' }]
          : []),
        ...(offer?.status === 'open' ? [{ code: 'offer_still_open' }] : []),
      ]);
      const id = uuid();
      await tx.insert(PlacementEntity, {
        id,
        siteId: actor.siteId,
        orgId: actor.organisationId,
        jobseekerId,
        supportCaseId: caseId,
        referralId,
        offerId: offer?.id ?? null,
        employerId: referral?.employerId ?? offer?.employerId ?? null,
        workplaceName,
        occupation,
        decidedOn,
        startsOn,
        route,
        employmentType,
        weeklyHours,
        weeklyDays,
        subsidy,
      });
      tx.record({
        kind: 'placement.recorded',
        subject: { type: 'placement', id },
        jobseekerId,
        supportCaseId: caseId,
        occurredOn: decidedOn,
        data: { route, employmentType, startsOn, attemptNo: referral?.attemptNo ?? null },
      });
      await this.transitions.perform(tx, { caseId, action: 'record_placement', on: decidedOn });
      return { id };
    });
  }

  /** 就職の取消; the search resumes. The record stays. @throws InvalidInput; Blocked `placement_already_reversed`, `placement_already_left`; StaleEdit */
  async reverse(actor: StaffActor, id: string, { reversedOn, version, ...said }: ReversePlacement): Promise<void> {
    await this.work.write(actor, { purpose: 'placement.reverse' }, async (tx) => {
      const placement = await this.locked(tx, id);
      refuseBlocked(reversalReasons(placement));
      const reason = await this.reasons.weigh(tx, said, { occasion: 'reversed', needed: true });
      refuseInvalid([...reversalProblems(reversedOn, placement.decidedOn, tx.today), ...reason.problems]);
      await tx.update(PlacementEntity, id, version, {
        reversedOn,
        reversalReasonId: reason.id,
        reversalReasonNote: reason.note,
      });
      record(tx, placement, 'placement.reversed', reversedOn, { reversedOn: { from: null, to: reversedOn } });
      const { supportCaseId: caseId } = placement;
      const action = reversalEffect((await this.cases.find(tx, caseId)).status);
      if (action !== null) await this.transitions.perform(tx, { caseId, action, on: reversedOn });
    });
  }

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

  /** 離職. The placement still counts. @throws InvalidInput; Blocked `placement_already_left`, `placement_already_reversed`; StaleEdit */
  async leave(actor: StaffActor, id: string, { leftOn, version, ...said }: RecordLeaving): Promise<void> {
    await this.work.write(actor, { purpose: 'placement.leave' }, async (tx) => {
      const placement = await this.locked(tx, id);
      refuseBlocked(leavingReasons(placement));
      const reason = await this.reasons.weigh(tx, said, { occasion: 'left', needed: true });
      refuseInvalid([...leavingProblems(leftOn, placement.startsOn, tx.today), ...reason.problems]);
      await tx.update(PlacementEntity, id, version, {
        leftOn,
        leavingReasonId: reason.id,
        leavingReasonNote: reason.note,
      });
      record(tx, placement, 'placement.left', leftOn, { leftOn: { from: null, to: leftOn } });
    });
  }

  /** The referral and the offer the placement came of; an offer that came of the referral goes with it. */
  private async cameOf(
    tx: Transaction,
    caseId: string,
    { referralId, offerId }: RecordPlacement,
  ): Promise<{ referral?: Referral | undefined; offer?: Offer | undefined }> {
    const referral =
      referralId === undefined
        ? undefined
        : (await this.referrals.referralsOf(tx, caseId)).find(({ id }) => id === referralId);
    const offers = (await this.referrals.offersOf(tx, caseId)).filter(({ status }) => status !== 'declined');
    const offer = offers.find((one) =>
      offerId === undefined ? referral !== undefined && one.referralId === referral.id : one.id === offerId,
    );
    refuseInvalid([
      ...(referralId !== undefined && !referral ? [{ field: 'referralId', code: 'no_such_record' }] : []),
      ...(offerId !== undefined && !offer ? [{ field: 'offerId', code: 'no_such_record' }] : []),
    ]);
    return { referral, offer };
  }

  private async locked(tx: Transaction, id: string): Promise<Placement> {
    await this.referrals.lockCase(tx, (await this.placements.find(tx, id)).supportCaseId);
    return this.placements.find(tx, id);
  }
}

function record(
  tx: Transaction,
  { id, jobseekerId, supportCaseId, route }: Placement,
  kind: 'placement.reversed' | 'placement.left',
  occurredOn: string,
  changes: Changes,
): void {
  tx.record({
    kind,
    subject: { type: 'placement', id },
    jobseekerId,
    supportCaseId,
    occurredOn,
    data: { route },
    changes,
  });
}
