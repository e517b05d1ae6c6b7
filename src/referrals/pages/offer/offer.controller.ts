import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { CaseFrame } from '../../../support-cases/index.js';
import { AcceptOffer, DeclineOffer, RecordOffer } from '../../dto/offer.dto.js';
import { ReferralsService } from '../../referrals.service.js';
import { ChosenEmployer } from '../choose-employer/chosen-employer.js';
import { ChooseEmployerQuery } from '../choose-employer/choose-employer.query.js';
import { type RefusedStep, takeStep } from '../steps.js';
import { type AnswerStep, offerFormPage, offerPage } from './offer.view.js';

type Typed = Record<string, unknown>;

/** 採用 that came without a referral, and the person's answer to any offer. */
@Controller()
export class OfferPageController {
  constructor(
    private readonly referrals: ReferralsService,
    private readonly chosen: ChosenEmployer,
    private readonly frames: CaseFrame,
    private readonly work: UnitOfWork,
  ) {}

  @Get('cases/:id/offers/new')
  @Permit('offer.record')
  blank(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ChooseEmployerQuery,
  ): Promise<Html> {
    return this.chosen.formAbout(page, id, query, {
      title: '採用',
      path: 'offers',
      suggested: { receivedOn: this.work.clock.today() },
      draw: offerFormPage,
    });
  }

  @Post('cases/:id/offers')
  @HttpCode(200)
  @Permit('offer.record')
  async record(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      const offer = await this.referrals.recordOffer(
        page.actor,
        id,
        await validated(RecordOffer, withDates(body, ['receivedOn'])),
        key,
      );
      return seeOther(`/offers/${offer.id}`, 'saved');
    } catch (error) {
      return this.chosen.draw(page, id, formState(body, error), offerFormPage);
    }
  }

  @Get('offers/:id')
  @Permit('referral.read')
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.render(page, id);
  }

  @Post('offers/:id/accept')
  @HttpCode(200)
  @Permit('offer.record')
  accept(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
  ): Promise<Html | SeeOther> {
    return this.take(page, id, 'accept', body, async () =>
      this.referrals.acceptOffer(page.actor, id, await validated(AcceptOffer, withDates(body, ['decidedOn']))),
    );
  }

  @Post('offers/:id/decline')
  @HttpCode(200)
  @Permit('offer.record')
  decline(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
  ): Promise<Html | SeeOther> {
    return this.take(page, id, 'decline', body, async () =>
      this.referrals.declineOffer(page.actor, id, await validated(DeclineOffer, withDates(body, ['decidedOn']))),
    );
  }

  private take(
    page: PageContext,
    id: string,
    step: AnswerStep,
    body: Typed,
    act: () => Promise<unknown>,
  ): Promise<Html | SeeOther> {
    return takeStep({ step, body, done: `/offers/${id}`, again: (refused) => this.render(page, id, refused) }, act);
  }

  private async render(page: PageContext, id: string, refused?: RefusedStep<AnswerStep>): Promise<Html> {
    const offer = await this.referrals.offer(page.actor, id);
    return offerPage(page, {
      offer,
      frame: await this.frames.above(page.actor, offer),
      reasons: await this.referrals.reasonsFor(page.actor, ['declined']),
      today: this.work.clock.today(),
      refused,
    });
  }
}
