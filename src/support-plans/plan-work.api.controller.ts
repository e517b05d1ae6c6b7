import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../platform/http/index.js';
import { FinishPlanStep, HoldPlanReview } from './dto/plan-work.dto.js';
import { SupportPlansService } from './support-plans.service.js';

/** What is done under a plan: its steps and its reviews. */
@ApiTags('support-plans')
@ApiBearerAuth()
@Controller('api/v1')
export class PlanWorkApiController {
  constructor(private readonly plans: SupportPlansService) {}

  @Post('plan-steps/:id')
  @HttpCode(204)
  @Permit('plan.write')
  finishStep(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FinishPlanStep,
  ): Promise<void> {
    return this.plans.finishStep(actor, id, body);
  }

  @Post('plan-reviews/:id/outcome')
  @HttpCode(204)
  @Permit('plan.write')
  holdReview(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: HoldPlanReview,
  ): Promise<void> {
    return this.plans.holdReview(actor, id, body);
  }
}
