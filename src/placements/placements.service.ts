import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { type Reason, refuseBlocked, refuseInvalid } from '#kernel';
import { notBefore } from '#domain/fields';
import {
  anotherJobReasons,
  employmentStartProblems,
  hasLaterEmployment,
  placementProblems,
  placementReasons,
  reversalProblems,
  reversalReasons,
} from '#domain/placement';
import { recordingReasons } from '#domain/support-case';
import { SiteReasons } from '../organisations/index.js';
import { JobseekersRepository } from '../jobseekers/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { type Offer, type PlacementSource, type Referral, ReferralsRepository } from '../referrals/index.js';
import { CaseTransitions, SupportCasesRepository } from '../support-cases/index.js';
import type { RecordPlacement, ReversePlacement } from './dto/placement.dto.js';
import { recordPlacementChange } from './placement-record.js';
import { PlacementEntity } from './placement.entity.js';
import { type Placement, PlacementsRepository, type RetentionContact } from './placements.repository.js';

export interface PlacementFile {
  readonly placement: Placement;
  readonly contacts: readonly RetentionContact[];
  /** Whether the person has had another job since, in the same period. */
  readonly laterPlacement: boolean;
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

  /** Of a person, what belongs to cases out of the actor's sight (自機関の記録). */
  async ofHiddenCases(actor: StaffActor, jobseekerId: string): Promise<HiddenRecords> {
    return this.work.read(actor, async (tx) => ({
      ...(await this.referrals.ofHiddenCases(tx, jobseekerId)),
      placements: await this.placements.ofHiddenCases(tx, jobseekerId),
    }));
  }

  /** @throws NotFound when the actor does not see the placement */
  async file(actor: StaffActor, id: string): Promise<PlacementFile> {
    return this.work.read(actor, async (tx) => {
      const placement = await this.placements.find(tx, id);
      // The case may be out of sight; the person is not, and opening a protected person's record is an act.
      await this.jobseekers.find(tx, placement.jobseekerId);
      const others = await this.placements.othersOf(tx, placement);
      const contacts = await this.placements.contactsOf(tx, id);
      return { placement, contacts, laterPlacement: hasLaterEmployment(placement, others) };
    });
  }

  /**
   * The case becomes 就職. 紹介就職 comes of a hired referral and is recorded by the national side; every other route by either.
   * @throws InvalidInput; Blocked `only_national_side`, `referral_not_hired`, `referral_already_placed`, `offer_already_placed`,
   * `offer_still_open`, `person_at_work`, or by the state of the case
   */
  async record(
    actor: StaffActor,
    caseId: string,
    input: RecordPlacement,
    idempotencyKey?: string,
  ): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'placement.record', idempotencyKey }, async (tx) => {
      const { jobseekerId, openedOn, status } = await this.referrals.lockedCase(tx, caseId);
      const { referral, offer } = await this.sourceOf(tx, caseId, input);
      const others = await this.placements.ofCase(tx, caseId);
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
        ...notBefore('decidedOn', decidedOn, openedOn, 'before_case_opened'),
        ...employmentStartProblems(startsOn, others),
        ...(workplaceName === '' ? [{ field: 'workplaceName', code: 'required' }] : []),
      ]);
      refuseBlocked([
        ...placementReasons(route, actor.side, referral ?? null),
        ...(await this.sourceReasons(tx, referral, offer)),
        ...(offer?.status === 'open' ? [{ code: 'offer_still_open' }] : []),
        ...firstOf(recordingReasons('placement', status), anotherJobReasons(others)),
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
      await this.transitions.follow(tx, { caseId, on: decidedOn });
      return { id };
    });
  }

  /** 就職の取消; the search resumes. The record stays. @throws InvalidInput; Blocked `placement_already_reversed`, `placement_already_left`; StaleEdit */
  async reverse(actor: StaffActor, id: string, { reversedOn, version, ...said }: ReversePlacement): Promise<void> {
    await this.work.write(actor, { purpose: 'placement.reverse' }, async (tx) => {
      const placement = await this.placements.locked(tx, id);
      const others = await this.placements.othersOf(tx, placement);
      refuseBlocked(reversalReasons(placement, { laterPlacement: hasLaterEmployment(placement, others) }));
      const reason = await this.reasons.resolve(tx, said, { occasion: 'reversed', needed: true });
      refuseInvalid([...reversalProblems(reversedOn, placement.decidedOn, tx.today), ...reason.problems]);
      await tx.update(PlacementEntity, id, version, {
        reversedOn,
        reversalReasonId: reason.id,
        reversalReasonNote: reason.note,
      });
      recordPlacementChange(tx, placement, 'placement.reversed', reversedOn, {
        reversedOn: { from: null, to: reversedOn },
      });
      await this.transitions.follow(tx, { caseId: placement.supportCaseId, on: reversedOn });
    });
  }

  /** The referral and the offer the placement came of; an offer that came of the referral goes with it. */
  private async sourceOf(
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

  /** A referral, and an offer, become one placement. */
  private async sourceReasons(
    tx: Transaction,
    referral: Referral | undefined,
    offer: Offer | undefined,
  ): Promise<Reason[]> {
    const placed = async (source: PlacementSource): Promise<boolean> =>
      (await this.placements.from(tx, source)) !== null;
    if (referral && (await placed({ offerId: null, referralId: referral.id })))
      return [{ code: 'referral_already_placed' }];
    return offer && (await placed({ offerId: offer.id, referralId: null })) ? [{ code: 'offer_already_placed' }] : [];
  }
}

/** The first list that says anything: two may name the same obstacle. */
function firstOf(...lists: readonly Reason[][]): Reason[] {
  return lists.find((list) => list.length > 0) ?? [];
}
