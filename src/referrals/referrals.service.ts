import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { InvalidInput, refuseBlocked, refuseInvalid } from '#kernel';
import { notBefore } from '#domain/fields';
import { type ReasonOccasion, isReasonOccasion } from '#domain/reason';
import { letterReasons, letterStepReasons, referralProblems } from '#domain/referral';
import { recordingReasons } from '#domain/support-case';
import { type SiteReason, SiteReasons } from '../organisations/index.js';
import { SupportCasesRepository } from '../support-cases/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import type { RecordReferralOffer } from './dto/offer.dto.js';
import type { AskEmployer, IssueLetter, RecordOutcome } from './dto/referral.dto.js';
import { EmployerCheck } from './employer-check.js';
import { OfferRecords } from './offer-records.js';
import { PlacementLookup, type PlacementSource } from './placement-lookup.js';
import { ReferralEntity } from './referral.entity.js';
import { ReferralOutcomes } from './referral-outcomes.js';
import { attemptOf, ofReferral } from './referral-activity.js';
import { type Negotiation, type Offer, type Referral, ReferralsRepository } from './referrals.repository.js';

/** Everything between a person and employers in one period of support. */
export interface CaseReferrals {
  readonly referrals: readonly Referral[];
  readonly negotiations: readonly Negotiation[];
  readonly offers: readonly Offer[];
}

/** What came of a step, for whoever goes on from it. */
export interface StepTaken {
  readonly version: number;
}

/** 職業紹介: the ladder from asking an employer to its outcome. Written by the national side. */
@Injectable()
export class ReferralsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly referrals: ReferralsRepository,
    private readonly cases: SupportCasesRepository,
    private readonly employers: EmployerCheck,
    private readonly offers: OfferRecords,
    private readonly outcomes: ReferralOutcomes,
    private readonly placements: PlacementLookup,
    private readonly reasons: SiteReasons,
  ) {}

  /** @throws NotFound when the actor does not see the case */
  async ofCase(actor: StaffActor, caseId: string): Promise<CaseReferrals> {
    return this.work.read(actor, async (tx) => {
      await this.cases.find(tx, caseId);
      return this.recordsOf(tx, caseId);
    });
  }

  /** The records of the case of a referral, as far as the actor sees them; the case itself may be out of sight. */
  async inSameCase(actor: StaffActor, { supportCaseId }: Pick<Referral, 'supportCaseId'>): Promise<CaseReferrals> {
    return this.work.read(actor, (tx) => this.recordsOf(tx, supportCaseId));
  }

  private async recordsOf(tx: Transaction, caseId: string): Promise<CaseReferrals> {
    const referrals = await this.referrals.referralsOf(tx, caseId);
    const negotiations = await this.referrals.negotiationsOf(tx, caseId);
    return { referrals, negotiations, offers: await this.referrals.offersOf(tx, caseId) };
  }

  async referral(actor: StaffActor, id: string): Promise<Referral> {
    return this.work.read(actor, (tx) => this.referrals.referral(tx, id));
  }

  /** The placement that came of a referral or an offer and was not reversed. */
  async placementFrom(actor: StaffActor, source: PlacementSource): Promise<{ readonly id: string } | null> {
    return this.work.read(actor, (tx) => this.placements.from(tx, source));
  }

  /** The reasons a form offers (理由の一覧). */
  async reasonsFor(actor: StaffActor, occasions: readonly ReasonOccasion[]): Promise<SiteReason[]> {
    return this.work.read(actor, (tx) => this.reasons.offered(tx, occasions));
  }

  /** 打診. The number of the attempt is the system's to give. @throws InvalidInput; Blocked `support_not_started`, `case_is_suspended`, `case_is_closed` */
  async ask(
    actor: StaffActor,
    caseId: string,
    input: AskEmployer,
    idempotencyKey?: string,
  ): Promise<{ id: string; attemptNo: number }> {
    return this.work.write(actor, { purpose: 'referral.ask', idempotencyKey }, async (tx) => {
      const { jobseekerId, status, openedOn } = await this.referrals.lockedCase(tx, caseId);
      refuseBlocked(recordingReasons('referral', status));
      const { employerId, jobOrderId = null, askedOn, note = null } = input;
      refuseInvalid([
        ...referralProblems(
          { askedOn, letterIssuedOn: null, interviewOn: null, outcome: 'pending', outcomeOn: null },
          tx.today,
        ),
        ...notBefore('askedOn', askedOn, openedOn, 'before_case_opened'),
      ]);
      await this.employers.assertValid(tx, input, jobseekerId);
      const id = uuid();
      const attemptNo = await this.referrals.nextAttemptNo(tx, caseId);
      await tx.insert(ReferralEntity, {
        id,
        siteId: actor.siteId,
        orgId: actor.organisationId,
        jobseekerId,
        supportCaseId: caseId,
        employerId,
        jobOrderId,
        attemptNo,
        askedOn,
        outcome: 'pending',
        note,
      });
      tx.record({
        kind: 'referral.asked',
        subject: { type: 'referral', id },
        jobseekerId,
        supportCaseId: caseId,
        occurredOn: askedOn,
        data: { attemptNo, employerId },
      });
      return { id, attemptNo };
    });
  }

  /** 紹介状の交付. @throws InvalidInput; Blocked `not_registered_as_job_seeker`, `letter_already_issued`, `referral_already_decided`; StaleEdit */
  async issueLetter(actor: StaffActor, id: string, { letterIssuedOn, version }: IssueLetter): Promise<StepTaken> {
    return this.work.write(actor, { purpose: 'referral.letter' }, async (tx) => {
      const referral = await this.referrals.referral(tx, id);
      const [person] = await tx.sql<{ number: string | null }>(
        'SELECT hello_work_number AS number FROM jobseeker_for_letter WHERE id = $1',
        [referral.jobseekerId],
      );
      refuseBlocked([...letterReasons(actor.side, person?.number ?? null), ...letterStepReasons(referral, tx.today)]);
      refuseInvalid(referralProblems({ ...referral, letterIssuedOn }, tx.today));
      await tx.update(ReferralEntity, id, version, { letterIssuedOn });
      tx.record({
        kind: 'referral.letter_issued',
        ...ofReferral(referral),
        occurredOn: letterIssuedOn,
        data: attemptOf(referral),
        changes: { letterIssuedOn: { from: null, to: letterIssuedOn } },
      });
      return { version: version + 1 };
    });
  }

  /**
   * 紹介の結果. `offered` opens an offer and moves the case; `hired` accepts the offer that stands, `declined` declines it.
   * @throws InvalidInput `outcome_does_not_follow`, `reason_not_on_list`, …; Blocked `placement_stands`, or by the state of the case; StaleEdit
   */
  async recordOutcome(
    actor: StaffActor,
    id: string,
    input: RecordOutcome & { readonly conditions?: string | undefined },
  ): Promise<StepTaken> {
    return this.work.write(actor, { purpose: 'referral.outcome' }, async (tx) => {
      const { supportCaseId } = await this.referrals.referral(tx, id);
      const supportCase = await this.referrals.lockedCase(tx, supportCaseId);
      const referral = await this.referrals.referral(tx, id);
      const { outcome, outcomeOn, version } = input;
      const offer =
        outcome === 'hired' || outcome === 'declined' ? await this.referrals.openOfferOf(tx, id) : undefined;
      const declinesOffer = offer !== undefined && outcome === 'declined';
      const reason = await this.reasons.resolve(tx, input, {
        occasion: isReasonOccasion(outcome) ? outcome : null,
        needed: declinesOffer,
      });
      await this.outcomes.write(tx, referral, { outcome, outcomeOn, reason, version });
      if (outcome === 'offered') {
        await this.offers.open(tx, supportCase, {
          referralId: id,
          employerId: referral.employerId,
          receivedOn: outcomeOn,
          conditions: input.conditions,
        });
      }
      if (offer) {
        await asFieldsOf(
          { decidedOn: 'outcomeOn' },
          this.offers.answer(tx, offer, {
            answer: declinesOffer ? 'declined' : 'accepted',
            decidedOn: outcomeOn,
            reason: declinesOffer ? reason : undefined,
          }),
        );
      }
      return { version: version + 1 };
    });
  }

  /** 採用通知 of a referral. The same as its outcome `offered`, with the conditions. */
  async recordReferralOffer(
    actor: StaffActor,
    referralId: string,
    { receivedOn, conditions, version }: RecordReferralOffer,
  ): Promise<StepTaken> {
    const outcome = { outcome: 'offered', outcomeOn: receivedOn, conditions, version } as const;
    return asFieldsOf(
      { outcomeOn: 'receivedOn', outcome: 'receivedOn' },
      this.recordOutcome(actor, referralId, outcome),
    );
  }
}

/** What is wrong, under the names that the fields have on the form that was sent. */
async function asFieldsOf<T>(names: Readonly<Record<string, string>>, doing: Promise<T>): Promise<T> {
  try {
    return await doing;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(
      error.fields.map((problem) => ({ ...problem, field: names[problem.field] ?? problem.field })),
    );
  }
}
