import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { refuseInvalid } from '#kernel';
import { notBefore } from '#domain/fields';
import { SiteReasons } from '../organisations/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import type { AnswerOffer, RecordOffer } from './dto/offer.dto.js';
import { EmployerCheck } from './employer-check.js';
import { OfferRecords } from './offer-records.js';
import { ReferralOutcomes } from './referral-outcomes.js';
import { type Offer, ReferralsRepository } from './referrals.repository.js';
import type { StepTaken } from './referrals.service.js';

/** 採用: offers that came without a referral, and the person's answer to any offer. */
@Injectable()
export class OffersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly referrals: ReferralsRepository,
    private readonly employers: EmployerCheck,
    private readonly offers: OfferRecords,
    private readonly outcomes: ReferralOutcomes,
    private readonly reasons: SiteReasons,
  ) {}

  async offer(actor: StaffActor, id: string): Promise<Offer> {
    return this.work.read(actor, (tx) => this.referrals.offer(tx, id));
  }

  /** 採用通知 without a referral of ours. @throws InvalidInput; Blocked when the case is not in support */
  async record(
    actor: StaffActor,
    caseId: string,
    input: RecordOffer,
    idempotencyKey?: string,
  ): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'offer.record', idempotencyKey }, async (tx) => {
      const supportCase = await this.referrals.lockedCase(tx, caseId);
      refuseInvalid(notBefore('receivedOn', input.receivedOn, supportCase.openedOn, 'before_case_opened'));
      await this.employers.assertValid(tx, input, supportCase.jobseekerId);
      return { id: await this.offers.open(tx, supportCase, input) };
    });
  }

  /**
   * 承諾 or 辞退. The referral the offer came of becomes `hired` or `declined`; after a refusal the search resumes.
   * @throws InvalidInput; Blocked `offer_already_answered`, `placement_stands`; StaleEdit
   */
  async answer(
    actor: StaffActor,
    id: string,
    { answer, decidedOn, version, ...said }: AnswerOffer,
  ): Promise<StepTaken> {
    return this.work.write(actor, { purpose: `offer.${answer}` }, async (tx) => {
      await this.referrals.lockedCase(tx, (await this.referrals.offer(tx, id)).supportCaseId);
      const offer = await this.referrals.offer(tx, id);
      const declines = answer === 'declined';
      const reason = await this.reasons.resolve(tx, said, {
        occasion: declines ? 'declined' : null,
        needed: declines,
      });
      await this.offers.answer(tx, offer, { answer, decidedOn, reason, version });
      if (offer.referralId !== null) {
        const referral = await this.referrals.referral(tx, offer.referralId);
        const outcome = declines ? 'declined' : 'hired';
        await this.outcomes.write(tx, referral, { outcome, outcomeOn: decidedOn, reason, version: referral.version });
      }
      return { version: version + 1 };
    });
  }
}
