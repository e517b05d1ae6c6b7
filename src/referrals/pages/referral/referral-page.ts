import { Injectable } from '@nestjs/common';
import type { Html, SeeOther } from '../../../platform/http/index.js';
import type { PageContext } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { CaseFrame } from '../../../support-cases/index.js';
import { InterviewsService } from '../../interviews.service.js';
import { ReferralsService } from '../../referrals.service.js';
import { type RefusedStep, takeStep } from '../steps.js';
import { occasionsAhead, recordsOf } from './referral.presenter.js';
import { type AttemptStep, attemptPage } from './referral.view.js';

/** 紹介の一件: where the attempt stands, and its next steps, each a form that is shown again when it was refused. */
@Injectable()
export class ReferralPage {
  constructor(
    private readonly referrals: ReferralsService,
    private readonly interviews: InterviewsService,
    private readonly frames: CaseFrame,
    private readonly work: UnitOfWork,
  ) {}

  take(
    page: PageContext,
    id: string,
    step: AttemptStep,
    body: Record<string, unknown>,
    act: () => Promise<unknown>,
  ): Promise<Html | SeeOther> {
    return takeStep({ step, body, done: `/referrals/${id}`, again: (refused) => this.show(page, id, refused) }, act);
  }

  async show(page: PageContext, id: string, refused?: RefusedStep<AttemptStep>): Promise<Html> {
    const today = this.work.clock.today();
    const referral = await this.referrals.referral(page.actor, id);
    const records = await this.referrals.inSameCase(page.actor, referral);
    return attemptPage(page, {
      ...recordsOf(referral, records),
      frame: await this.frames.above(page.actor, referral),
      placement: await this.referrals.placementFrom(page.actor, { referralId: id, offerId: null }),
      reasons: await this.referrals.reasonsFor(page.actor, occasionsAhead(referral, today)),
      companions: await this.interviews.companions(page.actor),
      today,
      refused,
    });
  }
}
