import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { CaseFrame } from '../../../support-cases/index.js';
import { AcceptOffer, DeclineOffer, RecordOffer } from '../../dto/offer.dto.js';
import { ReferralsService } from '../../referrals.service.js';
import { ChosenEmployer } from '../choose-employer/chosen-employer.js';
import { ChooseEmployerQuery } from '../choose-employer/query.js';
import { offerFormPage, offerPage } from './view.js';

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
  blank(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string, @Query() query: ChooseEmployerQuery): Promise<Html> {
    const action = `/cases/${id}/offers/new`;
    if (query.employer === undefined) return this.chosen.choose(page, id, query, { title: '採用', action, hrefOf: (employer) => `${action}?employer=${employer}` });
    return this.render(page, id, formState({ employerId: query.employer, receivedOn: this.work.clock.today() }));
  }

  @Post('cases/:id/offers')
  @HttpCode(200)
  @Permit('offer.record')
  async record(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string, @Body() body: Record<string, unknown>, @IdempotencyKey() key?: string): Promise<Html | SeeOther> {
    try {
      const offer = await this.referrals.recordOffer(page.actor, id, await validated(RecordOffer, withDates(body, ['receivedOn'])), key);
      return seeOther(`/offers/${offer.id}`, 'saved');
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
  }

  @Get('offers/:id')
  @Permit('referral.read')
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.renderOffer(page, id, formState({ decidedOn: this.work.clock.today() }));
  }

  @Post('offers/:id/accept')
  @HttpCode(200)
  @Permit('offer.record')
  async accept(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string, @Body() body: Record<string, unknown>): Promise<Html | SeeOther> {
    try {
      await this.referrals.acceptOffer(page.actor, id, await validated(AcceptOffer, withDates(body, ['decidedOn'])));
      return seeOther(`/offers/${id}`, 'saved');
    } catch (error) {
      return this.renderOffer(page, id, formState(body, error), 'accept');
    }
  }

  @Post('offers/:id/decline')
  @HttpCode(200)
  @Permit('offer.record')
  async decline(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string, @Body() body: Record<string, unknown>): Promise<Html | SeeOther> {
    try {
      await this.referrals.declineOffer(page.actor, id, await validated(DeclineOffer, withDates(body, ['decidedOn'])));
      return seeOther(`/offers/${id}`, 'saved');
    } catch (error) {
      return this.renderOffer(page, id, formState(body, error), 'decline');
    }
  }

  private async render(page: PageContext, caseId: string, form: FormState): Promise<Html> {
    return offerFormPage(page, { ...(await this.chosen.context(page.actor, caseId, form.value('employerId'))), form });
  }

  private async renderOffer(page: PageContext, id: string, form: FormState, refused?: 'accept' | 'decline'): Promise<Html> {
    const offer = await this.referrals.offer(page.actor, id);
    return offerPage(page, { offer, frame: await this.frames.load(page.actor, offer.supportCaseId), form, ...(refused === undefined ? {} : { refused }) });
  }
}
