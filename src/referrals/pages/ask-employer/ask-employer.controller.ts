import { ja } from '#messages';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { CaseFrame } from '../../../support-cases/index.js';
import { AskEmployer } from '../../dto/referral.dto.js';
import { ReferralsService } from '../../referrals.service.js';
import { EmployerChoice } from '../choose-employer/employer-choice.js';
import { ChooseEmployerQuery } from '../choose-employer/choose-employer.query.js';
import { askPage } from './ask-employer.view.js';

const words = ja.screens.referrals;

/** 打診: the first rung of an attempt. */
@Controller('cases/:id')
export class AskPageController {
  constructor(
    private readonly referrals: ReferralsService,
    private readonly chosen: EmployerChoice,
    private readonly frames: CaseFrame,
    private readonly work: UnitOfWork,
  ) {}

  @Get('referrals/new')
  @Permit('referral.write')
  blank(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ChooseEmployerQuery,
  ): Promise<Html> {
    return this.chosen.formAbout(page, id, query, {
      record: 'referral',
      title: words.referral,
      path: 'referrals',
      suggested: { askedOn: this.work.clock.today() },
      draw: askPage,
    });
  }

  @Post('referrals')
  @HttpCode(200)
  @Permit('referral.write')
  async ask(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      const asked = await this.referrals.ask(
        page.actor,
        id,
        await validated(AskEmployer, withDates(body, ['askedOn'])),
        key,
      );
      return seeOther(`/referrals/${asked.id}`, 'saved');
    } catch (error) {
      return this.chosen.draw(page, id, formState(body, error), askPage);
    }
  }

  /** The person's own order can be reached from the case: the employer is chosen here, the order received there. */
  @Get('job-orders/new')
  @Permit('job_order.write')
  async orderForThisPerson(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ChooseEmployerQuery,
  ): Promise<Html> {
    const { person } = await this.frames.load(page.actor, id);
    return this.chosen.choose(page, id, query, {
      title: words.orderForThisPerson,
      action: `/cases/${id}/job-orders/new`,
      hrefOf: (employer) => `/employers/${employer}/job-orders/new?for=${person.id}`,
    });
  }
}
