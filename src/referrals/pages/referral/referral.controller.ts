import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, Permit, type SeeOther, validated } from '../../../platform/http/index.js';
import { ForPage, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { CaseFrame } from '../../../support-cases/index.js';
import { ArrangeInterview, IssueLetter, RecordOutcome } from '../../dto/referral.dto.js';
import { ReferralsService } from '../../referrals.service.js';
import { type RefusedStep, takeStep } from '../steps.js';
import { occasionsAhead, recordsOf } from './referral.presenter.js';
import { type AttemptStep, attemptPage } from './referral.view.js';

type Typed = Record<string, unknown>;

/** 紹介の一件: where the attempt stands, and its next steps. */
@Controller('referrals/:id')
export class AttemptPageController {
  constructor(
    private readonly referrals: ReferralsService,
    private readonly frames: CaseFrame,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Permit('referral.read')
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.render(page, id);
  }

  @Post('letter')
  @HttpCode(200)
  @Permit('referral.write')
  letter(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
  ): Promise<Html | SeeOther> {
    return this.take(page, id, 'letter', body, async () =>
      this.referrals.issueLetter(page.actor, id, await validated(IssueLetter, withDates(body, ['letterIssuedOn']))),
    );
  }

  @Post('interview')
  @HttpCode(200)
  @Permit('referral.write')
  interview(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
  ): Promise<Html | SeeOther> {
    return this.take(page, id, 'interview', body, async () =>
      this.referrals.recordInterview(
        page.actor,
        id,
        await validated(ArrangeInterview, withDates(body, ['interviewOn'])),
      ),
    );
  }

  @Post('outcome')
  @HttpCode(200)
  @Permit('referral.write')
  outcome(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
  ): Promise<Html | SeeOther> {
    return this.take(page, id, 'outcome', body, async () =>
      this.referrals.recordOutcome(page.actor, id, await validated(RecordOutcome, withDates(body, ['outcomeOn']))),
    );
  }

  private take(
    page: PageContext,
    id: string,
    step: AttemptStep,
    body: Typed,
    act: () => Promise<unknown>,
  ): Promise<Html | SeeOther> {
    return takeStep({ step, body, done: `/referrals/${id}`, again: (refused) => this.render(page, id, refused) }, act);
  }

  private async render(page: PageContext, id: string, refused?: RefusedStep<AttemptStep>): Promise<Html> {
    const referral = await this.referrals.referral(page.actor, id);
    const records = await this.referrals.beside(page.actor, referral);
    return attemptPage(page, {
      ...recordsOf(referral, records),
      frame: await this.frames.above(page.actor, referral),
      reasons: await this.referrals.reasonsFor(page.actor, occasionsAhead(referral)),
      today: this.work.clock.today(),
      refused,
    });
  }
}
