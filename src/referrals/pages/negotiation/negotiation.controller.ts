import { ja } from '#messages';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { CaseFrame } from '../../../support-cases/index.js';
import { AnswerNegotiation, NegotiateCondition } from '../../dto/negotiation.dto.js';
import { NegotiationsService } from '../../negotiations.service.js';
import { EmployerChoice } from '../choose-employer/employer-choice.js';
import { ChooseEmployerQuery } from '../choose-employer/choose-employer.query.js';
import { answerPage, negotiatePage } from './negotiation.view.js';

const words = ja.screens.referrals;

/** 条件緩和の交渉 and its answer. */
@Controller()
export class NegotiationPageController {
  constructor(
    private readonly negotiations: NegotiationsService,
    private readonly chosen: EmployerChoice,
    private readonly frames: CaseFrame,
    private readonly work: UnitOfWork,
  ) {}

  @Get('cases/:id/negotiations/new')
  @Permit('negotiation.record')
  blank(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ChooseEmployerQuery,
  ): Promise<Html> {
    const suggested = { negotiatedOn: this.work.clock.today(), result: 'pending' };
    return this.chosen.formAbout(page, id, query, {
      record: 'negotiation',
      title: words.negotiation,
      path: 'negotiations',
      suggested,
      draw: negotiatePage,
    });
  }

  @Post('cases/:id/negotiations')
  @HttpCode(200)
  @Permit('negotiation.record')
  async negotiate(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      await this.negotiations.negotiate(
        page.actor,
        id,
        await validated(NegotiateCondition, withDates(body, ['negotiatedOn', 'resultOn'])),
        key,
      );
      return seeOther(`/cases/${id}/referrals`, 'saved');
    } catch (error) {
      return this.chosen.draw(page, id, formState(body, error), negotiatePage);
    }
  }

  @Get('negotiations/:id')
  @Permit('referral.read')
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.renderAnswer(page, id, formState({ resultOn: this.work.clock.today() }));
  }

  @Post('negotiations/:id/result')
  @HttpCode(200)
  @Permit('negotiation.record')
  async answer(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      await this.negotiations.answer(page.actor, id, await validated(AnswerNegotiation, withDates(body, ['resultOn'])));
      return seeOther(`/negotiations/${id}`, 'saved');
    } catch (error) {
      return this.renderAnswer(page, id, formState(body, error));
    }
  }

  private async renderAnswer(page: PageContext, id: string, form: FormState): Promise<Html> {
    const negotiation = await this.negotiations.negotiation(page.actor, id);
    return answerPage(page, {
      negotiation,
      frame: await this.frames.load(page.actor, negotiation.supportCaseId),
      form,
    });
  }
}
