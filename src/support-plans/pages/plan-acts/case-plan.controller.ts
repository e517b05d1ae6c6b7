import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { NotFound } from '#kernel';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { CaseFrame } from '../../../support-cases/index.js';
import { AgreeToPlan } from '../../dto/agree-to-plan.dto.js';
import { PlanAReview } from '../../dto/plan-fields.dto.js';
import { SupportPlansService } from '../../support-plans.service.js';
import { agreePage, newReviewPage } from './plan-acts.view.js';

/** 本人の同意 and 見直しの予定: the small forms about the plan as a whole. */
@Controller('cases/:id/plan')
export class PlanActsPageController {
  constructor(
    private readonly plans: SupportPlansService,
    private readonly frame: CaseFrame,
  ) {}

  @Get('agreement')
  @Permit('plan.agree')
  showAgreement(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html | SeeOther> {
    return this.renderAgreement(page, id);
  }

  @Post('agreement')
  @HttpCode(200)
  @Permit('plan.agree')
  async agree(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      await this.plans.agree(page.actor, id, await validated(AgreeToPlan, withDates(body, ['agreedOn'])), key);
      return seeOther(`/cases/${id}/plan`, 'plan_agreed');
    } catch (error) {
      return this.renderAgreement(page, id, formState(body, error));
    }
  }

  @Get('reviews/new')
  @Permit('plan.write')
  showReview(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.renderReview(page, id, formState({}));
  }

  @Post('reviews')
  @HttpCode(200)
  @Permit('plan.write')
  async planReview(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      await this.plans.planReview(page.actor, id, await validated(PlanAReview, withDates(body, ['dueOn'])), key);
      return seeOther(`/cases/${id}/plan`, 'saved');
    } catch (error) {
      return this.renderReview(page, id, formState(body, error));
    }
  }

  private async renderAgreement(page: PageContext, id: string, refused?: FormState): Promise<Html | SeeOther> {
    const frame = await this.frame.load(page.actor, id);
    const plan = await this.plans.ofCase(page.actor, id);
    if (!plan) throw new NotFound('support_plan');
    // Nothing waits for agreement (any more): the plan itself says so.
    if (plan.proposed === null) return seeOther(`/cases/${id}/plan`);
    return agreePage(page, { frame, form: refused ?? formState({}) }, plan.proposed, plan.version);
  }

  private async renderReview(page: PageContext, id: string, form: FormState): Promise<Html> {
    const frame = await this.frame.load(page.actor, id);
    return newReviewPage(page, { frame, form }, await this.plans.possibleOwners(page.actor, frame.person.id));
  }
}
