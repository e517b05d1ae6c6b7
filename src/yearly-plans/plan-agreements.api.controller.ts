import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, FiscalYearPipe, Permit } from '../platform/http/index.js';
import { type IndicatorAgreement, PlanAgreementsService } from './plan-agreements.service.js';
import { AgreeOnPlan } from './yearly-plans.dto.js';

/** 数え方の合意. */
@ApiTags('yearly plans')
@ApiBearerAuth()
@Controller('api/v1/yearly-plans/:fiscalYear/agreement')
export class PlanAgreementsApiController {
  constructor(private readonly agreements: PlanAgreementsService) {}

  /** Which sides agreed on what each indicator of the plan in force counts. */
  @Get()
  @Permit('yearly_plan.read')
  list(
    @CurrentActor() actor: StaffActor,
    @Param('fiscalYear', FiscalYearPipe) fiscalYear: number,
  ): Promise<{ version: number; items: IndicatorAgreement[] }> {
    return this.agreements.list(actor, fiscalYear);
  }

  /** Agrees for one's own side on everything the plan in force counts. */
  @Post()
  @HttpCode(204)
  @Permit('yearly_plan.write')
  agree(
    @CurrentActor() actor: StaffActor,
    @Param('fiscalYear', FiscalYearPipe) fiscalYear: number,
    @Body() { version }: AgreeOnPlan,
  ): Promise<void> {
    return this.agreements.agree(actor, fiscalYear, version);
  }

  @Post('withdrawal')
  @HttpCode(204)
  @Permit('yearly_plan.write')
  withdraw(
    @CurrentActor() actor: StaffActor,
    @Param('fiscalYear', FiscalYearPipe) fiscalYear: number,
    @Body() { version }: AgreeOnPlan,
  ): Promise<void> {
    return this.agreements.withdraw(actor, fiscalYear, version);
  }
}
