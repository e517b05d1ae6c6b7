import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { OfferAnswer } from '#domain/placement';
import { ja } from '#messages';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { CaseFrame } from '../../../support-cases/index.js';
import { AnswerOffer, RecordOffer } from '../../dto/offer.dto.js';
import { OffersService } from '../../offers.service.js';
import { ReferralsService } from '../../referrals.service.js';
import { EmployerChoice } from '../choose-employer/employer-choice.js';
import { ChooseEmployerQuery } from '../choose-employer/choose-employer.query.js';
import { type RefusedStep, takeStep } from '../steps.js';
import { offerFormPage, offerPage } from './offer.view.js';

const words = ja.screens.referrals;

type Typed = Record<string, unknown>;

/** 採用 that came without a referral, and the person's answer to any offer. */
@Controller()
export class OfferPageController {
  constructor(
    private readonly offers: OffersService,
    private readonly referrals: ReferralsService,
    private readonly chosen: EmployerChoice,
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
      record: 'offer',
      title: words.offer,
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
      const offer = await this.offers.record(
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

  @Post('offers/:id/answer')
  @HttpCode(200)
  @Permit('offer.record')
  answer(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Typed,
  ): Promise<Html | SeeOther> {
    const step = body['answer'] === 'declined' ? 'declined' : 'accepted';
    return takeStep(
      { step, body, done: `/offers/${id}`, again: (refused) => this.render(page, id, refused) },
      async () => this.offers.answer(page.actor, id, await validated(AnswerOffer, withDates(body, ['decidedOn']))),
    );
  }

  private async render(page: PageContext, id: string, refused?: RefusedStep<OfferAnswer>): Promise<Html> {
    const offer = await this.offers.offer(page.actor, id);
    return offerPage(page, {
      offer,
      frame: await this.frames.above(page.actor, offer),
      placement: await this.referrals.placementFrom(page.actor, { offerId: id, referralId: offer.referralId }),
      reasons: await this.referrals.reasonsFor(page.actor, ['declined']),
      today: this.work.clock.today(),
      refused,
    });
  }
}
