import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { type FieldError, InvalidInput, type IsoDate, refuseBlocked, refuseInvalid } from '#kernel';
import type { OfferAnswer } from '#domain/placement';
import { type ReasonOccasion, isReasonOccasion } from '#domain/reason';
import {
  askingReasons,
  interviewStepReasons,
  letterReasons,
  letterStepReasons,
  outcomeProblems,
  referralProblems,
  type DecidedOutcome,
} from '#domain/referral';
import { type ReasonToKeep, type SiteReason, SiteReasons } from '../organisations/index.js';
import { type SupportCase, SupportCasesRepository } from '../support-cases/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import type { AcceptOffer, DeclineOffer, RecordOffer, RecordReferralOffer } from './dto/offer.dto.js';
import type { ArrangeInterview, AskEmployer, IssueLetter, RecordOutcome } from './dto/referral.dto.js';
import { NamedEmployer } from './named-employer.js';
import { OfferRecords } from './offer-records.js';
import { PlacementStanding } from './placement-standing.js';
import { ReferralEntity } from './referral.entity.js';
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

type OfferAnswered = DeclineOffer & { readonly answer: OfferAnswer };

/** 職業紹介: the ladder from asking an employer to its outcome, and the offers at its top. Written by the national side. */
@Injectable()
export class ReferralsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly referrals: ReferralsRepository,
    private readonly cases: SupportCasesRepository,
    private readonly named: NamedEmployer,
    private readonly offers: OfferRecords,
    private readonly placements: PlacementStanding,
    private readonly reasons: SiteReasons,
  ) {}

  /** @throws NotFound when the actor does not see the case */
  async ofCase(actor: StaffActor, caseId: string): Promise<CaseReferrals> {
    return this.work.read(actor, async (tx) => {
      await this.cases.find(tx, caseId);
      return this.recordsOf(tx, caseId);
    });
  }

  /** What stands beside a referral in its case, as far as the actor sees it; the case itself may be out of sight. */
  async beside(actor: StaffActor, { supportCaseId }: Pick<Referral, 'supportCaseId'>): Promise<CaseReferrals> {
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

  async offer(actor: StaffActor, id: string): Promise<Offer> {
    return this.work.read(actor, (tx) => this.referrals.offer(tx, id));
  }

  /** The reasons a form offers (理由の一覧). */
  async reasonsFor(actor: StaffActor, occasions: readonly ReasonOccasion[]): Promise<SiteReason[]> {
    return this.work.read(actor, (tx) => this.reasons.offered(tx, occasions));
  }

  /** 打診. The number of the attempt is the system's to give. @throws InvalidInput; Blocked `case_is_suspended`, `case_is_closed` */
  async ask(
    actor: StaffActor,
    caseId: string,
    input: AskEmployer,
    idempotencyKey?: string,
  ): Promise<{ id: string; attemptNo: number }> {
    return this.work.write(actor, { purpose: 'referral.ask', idempotencyKey }, async (tx) => {
      const { jobseekerId, status, openedOn } = await this.lockedCase(tx, caseId);
      refuseBlocked(askingReasons(status));
      const { employerId, jobOrderId = null, askedOn, note = null } = input;
      refuseInvalid([
        ...referralProblems(
          { askedOn, letterIssuedOn: null, interviewOn: null, outcome: 'pending', outcomeOn: null },
          tx.today,
        ),
        ...beforeCase('askedOn', askedOn, openedOn),
      ]);
      await this.named.check(tx, input, jobseekerId);
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
        'SELECT hello_work_number AS number FROM jobseeker WHERE id = $1',
        [referral.jobseekerId],
      );
      refuseBlocked([...letterReasons(actor.side, person?.number ?? null), ...letterStepReasons(referral)]);
      refuseInvalid(referralProblems({ ...referral, letterIssuedOn }, tx.today));
      await tx.update(ReferralEntity, id, version, { letterIssuedOn });
      tx.record({
        kind: 'referral.letter_issued',
        ...recordOf(referral),
        occurredOn: letterIssuedOn,
        data: attemptOf(referral),
        changes: { letterIssuedOn: { from: null, to: letterIssuedOn } },
      });
      return { version: version + 1 };
    });
  }

  /** 面接; the day may lie ahead and may move. @throws InvalidInput; Blocked `letter_not_issued`, `referral_already_decided`; StaleEdit */
  async recordInterview(actor: StaffActor, id: string, { interviewOn, version }: ArrangeInterview): Promise<StepTaken> {
    return this.work.write(actor, { purpose: 'referral.interview' }, async (tx) => {
      const referral = await this.referrals.referral(tx, id);
      refuseBlocked(interviewStepReasons(referral));
      refuseInvalid(referralProblems({ ...referral, interviewOn }, tx.today));
      await tx.update(ReferralEntity, id, version, { interviewOn });
      tx.record({
        kind: 'referral.interview_recorded',
        ...recordOf(referral),
        occurredOn: tx.today,
        data: { ...attemptOf(referral), interviewOn },
        changes: { interviewOn: { from: referral.interviewOn, to: interviewOn } },
      });
      return { version: version + 1 };
    });
  }

  /**
   * 紹介の結果. `offered` opens an offer and moves the case; `hired` accepts the offer that stands, `declined` declines it.
   * @throws InvalidInput `outcome_does_not_follow`, `reason_not_on_list`, …; Blocked `placement_stands`; StaleEdit
   */
  async recordOutcome(
    actor: StaffActor,
    id: string,
    input: RecordOutcome & { readonly conditions?: string | undefined },
  ): Promise<StepTaken> {
    return this.work.write(actor, { purpose: 'referral.outcome' }, async (tx) => {
      const { supportCaseId } = await this.referrals.referral(tx, id);
      const supportCase = await this.lockedCase(tx, supportCaseId);
      const referral = await this.referrals.referral(tx, id);
      const { outcome, outcomeOn, version } = input;
      const offer =
        outcome === 'hired' || outcome === 'declined' ? await this.referrals.standingOfferOf(tx, id) : undefined;
      const declinesOffer = offer !== undefined && outcome === 'declined';
      const reason = await this.reasons.weigh(tx, input, {
        occasion: isReasonOccasion(outcome) ? outcome : null,
        needed: declinesOffer,
      });
      await this.decide(tx, referral, { outcome, outcomeOn, reason, version });
      if (outcome === 'offered') {
        await this.offers.open(tx, supportCase, {
          referralId: id,
          employerId: referral.employerId,
          receivedOn: outcomeOn,
          conditions: input.conditions,
        });
      }
      if (offer) {
        await asFieldsOfOutcome(
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
    return this.recordOutcome(actor, referralId, { outcome: 'offered', outcomeOn: receivedOn, conditions, version });
  }

  /** 採用通知 without a referral of ours. @throws InvalidInput; Blocked when the case is not in support */
  async recordOffer(
    actor: StaffActor,
    caseId: string,
    input: RecordOffer,
    idempotencyKey?: string,
  ): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'offer.record', idempotencyKey }, async (tx) => {
      const supportCase = await this.lockedCase(tx, caseId);
      refuseInvalid(beforeCase('receivedOn', input.receivedOn, supportCase.openedOn));
      await this.named.check(tx, input, supportCase.jobseekerId);
      return { id: await this.offers.open(tx, supportCase, input) };
    });
  }

  /** 承諾; the referral it came of becomes `hired`. @throws InvalidInput; Blocked `offer_already_answered`; StaleEdit */
  async acceptOffer(actor: StaffActor, id: string, { decidedOn, version }: AcceptOffer): Promise<StepTaken> {
    return this.answerOffer(actor, id, { answer: 'accepted', decidedOn, version });
  }

  /** 辞退; the referral it came of becomes `declined`, the search resumes. @throws Blocked `placement_stands`; as {@link acceptOffer} */
  async declineOffer(actor: StaffActor, id: string, input: DeclineOffer): Promise<StepTaken> {
    return this.answerOffer(actor, id, { answer: 'declined', ...input });
  }

  private async answerOffer(
    actor: StaffActor,
    id: string,
    { answer, decidedOn, version, ...said }: OfferAnswered,
  ): Promise<StepTaken> {
    return this.work.write(actor, { purpose: `offer.${answer}` }, async (tx) => {
      await this.lockedCase(tx, (await this.referrals.offer(tx, id)).supportCaseId);
      const offer = await this.referrals.offer(tx, id);
      const reason =
        answer === 'declined' ? await this.reasons.weigh(tx, said, { occasion: 'declined', needed: true }) : undefined;
      await this.offers.answer(tx, offer, { answer, decidedOn, reason, version });
      if (offer.referralId !== null) {
        const referral = await this.referrals.referral(tx, offer.referralId);
        const outcome = answer === 'accepted' ? 'hired' : 'declined';
        await this.decide(tx, referral, { outcome, outcomeOn: decidedOn, reason, version: referral.version });
      }
      return { version: version + 1 };
    });
  }

  /** Writes an outcome that follows from where the attempt stands. */
  private async decide(
    tx: Transaction<StaffActor>,
    referral: Referral,
    {
      outcome,
      outcomeOn,
      reason,
      version,
    }: { outcome: DecidedOutcome; outcomeOn: IsoDate; reason: ReasonToKeep | undefined; version: number },
  ): Promise<void> {
    refuseInvalid([...outcomeProblems(referral, outcome, outcomeOn, tx.today), ...(reason?.problems ?? [])]);
    const stands =
      referral.outcome === 'hired' && (await this.placements.standsOn(tx, { offerId: null, referralId: referral.id }));
    refuseBlocked(stands ? [{ code: 'placement_stands' }] : []);
    await tx.update(ReferralEntity, referral.id, version, {
      outcome,
      outcomeOn,
      reasonId: reason?.id ?? null,
      reasonNote: reason?.note ?? null,
    });
    tx.record({
      kind: 'referral.outcome_recorded',
      ...recordOf(referral),
      occurredOn: outcomeOn,
      data: { ...attemptOf(referral), outcome },
      changes: { outcome: { from: referral.outcome, to: outcome } },
    });
  }

  private async lockedCase(tx: Transaction, caseId: string): Promise<SupportCase> {
    await this.referrals.lockCase(tx, caseId);
    return this.cases.find(tx, caseId);
  }
}

function beforeCase(field: string, day: IsoDate, openedOn: IsoDate): FieldError[] {
  return day < openedOn ? [{ field, code: 'before_case_opened' }] : [];
}

const recordOf = ({ id, jobseekerId, supportCaseId }: Referral) =>
  ({ subject: { type: 'referral', id }, jobseekerId, supportCaseId }) as const;

const attemptOf = ({ attemptNo, employerId }: Referral): { attemptNo: number; employerId: string } => ({
  attemptNo,
  employerId,
});

/** The day of the answer under the name it has on the form of the outcome. */
async function asFieldsOfOutcome(answering: Promise<void>): Promise<void> {
  try {
    await answering;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(
      error.fields.map((problem) => (problem.field === 'decidedOn' ? { ...problem, field: 'outcomeOn' } : problem)),
    );
  }
}
