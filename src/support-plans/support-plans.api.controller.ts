import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import type { CaseStatus } from '#domain/support-case';
import { NotFound } from '#kernel';
import { CurrentActor, IdempotencyKey, Permit, VersionPipe } from '../platform/http/index.js';
import { AgreeToPlan } from './dto/agree-to-plan.dto.js';
import { WritePlan } from './dto/plan-fields.dto.js';
import { PlanAReview } from './dto/plan-work.dto.js';
import { type VersionSummary, versionSummaries } from './plan-history.js';
import type { PlanView } from './plan-view.js';
import type { PlanVersionLine } from './support-plans.repository.js';
import { type PlanWritten, SupportPlansService } from './support-plans.service.js';

@ApiTags('support-plans')
@ApiBearerAuth()
@Controller('api/v1/cases/:id/plan')
export class SupportPlansApiController {
  constructor(private readonly plans: SupportPlansService) {}

  @Get()
  @Permit('plan.read')
  get(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) caseId: string): Promise<PlanView> {
    return this.plan(actor, caseId);
  }

  @Put()
  @Permit('plan.write')
  write(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Body() body: WritePlan,
    @IdempotencyKey() key?: string,
  ): Promise<PlanWritten> {
    const { version } = body;
    return version === undefined
      ? this.plans.drawUp(actor, caseId, body, key)
      : this.plans.revise(actor, caseId, { ...body, version }, key);
  }

  @Post('agreement')
  @HttpCode(200)
  @Permit('plan.agree')
  agree(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Body() body: AgreeToPlan,
    @IdempotencyKey() key?: string,
  ): Promise<{ caseStatus: CaseStatus; version: number }> {
    return this.plans.agree(actor, caseId, body, key);
  }

  /** Newest first, each with how it differs from the one before. */
  @Get('versions')
  @Permit('plan.read')
  async versions(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) caseId: string,
  ): Promise<{ items: VersionSummary[] }> {
    return { items: versionSummaries((await this.plan(actor, caseId)).versions) };
  }

  @Get('versions/:number')
  @Permit('plan.read')
  async version(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Param('number', VersionPipe) number: number,
  ): Promise<PlanVersionLine> {
    const found = (await this.plan(actor, caseId)).versions.find(({ version }) => version === number);
    if (!found) throw new NotFound('support_plan_version');
    return found;
  }

  @Post('reviews')
  @Permit('plan.write')
  planReview(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Body() body: PlanAReview,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.plans.planReview(actor, caseId, body, key);
  }

  private async plan(actor: StaffActor, caseId: string): Promise<PlanView> {
    const plan = await this.plans.ofCase(actor, caseId);
    if (!plan) throw new NotFound('support_plan');
    return plan;
  }
}
