import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { NotFound } from '#kernel';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { CaseFrame } from '../../../support-cases/index.js';
import { FinishPlanStep, HoldPlanReview } from '../../dto/plan-work.dto.js';
import { SupportPlansService } from '../../support-plans.service.js';
import { heldReviewPage, stepPage } from './plan-acts.view.js';

/** 手順の状態 and 見直しの実施: the small forms about one step or review. */
@Controller()
export class PlanWorkPageController {
  constructor(
    private readonly plans: SupportPlansService,
    private readonly frame: CaseFrame,
  ) {}

  @Get('plan-steps/:id')
  @Permit('plan.write')
  showStep(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.renderStep(page, id);
  }

  @Post('plan-steps/:id')
  @HttpCode(200)
  @Permit('plan.write')
  async finishStep(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      await this.plans.finishStep(page.actor, id, await validated(FinishPlanStep, withDates(body, ['doneOn'])));
      const { supportCaseId } = await this.plans.ofStep(page.actor, id);
      return seeOther(`/cases/${supportCaseId}/plan`, 'plan_step_finished');
    } catch (error) {
      return this.renderStep(page, id, formState(body, error));
    }
  }

  @Get('plan-reviews/:id')
  @Permit('plan.write')
  showReview(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.renderReview(page, id, formState({}));
  }

  @Post('plan-reviews/:id/outcome')
  @HttpCode(200)
  @Permit('plan.write')
  async holdReview(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      await this.plans.holdReview(page.actor, id, await validated(HoldPlanReview, withDates(body, ['heldOn'])));
      const { supportCaseId } = await this.plans.ofReview(page.actor, id);
      return seeOther(`/cases/${supportCaseId}/plan`, 'saved');
    } catch (error) {
      return this.renderReview(page, id, formState(body, error));
    }
  }

  private async renderStep(page: PageContext, id: string, refused?: FormState): Promise<Html> {
    const plan = await this.plans.ofStep(page.actor, id);
    const step = plan.versions.flatMap(({ steps }) => steps).find((one) => one.id === id);
    if (!step) throw new NotFound('plan_step');
    return stepPage(
      page,
      {
        frame: await this.frame.load(page.actor, plan.supportCaseId),
        form: refused ?? formState({ state: step.state }),
      },
      step,
    );
  }

  private async renderReview(page: PageContext, id: string, form: FormState): Promise<Html> {
    const plan = await this.plans.ofReview(page.actor, id);
    const review = plan.reviews.find((one) => one.id === id);
    if (!review) throw new NotFound('plan_review');
    return heldReviewPage(page, { frame: await this.frame.load(page.actor, plan.supportCaseId), form }, review);
  }
}
