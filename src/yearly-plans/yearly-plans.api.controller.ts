import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, FiscalYearPipe, Limited, Permit } from '../platform/http/index.js';
import { ImportYearlyPlan, PlanFileQuery } from './yearly-plans.dto.js';
import { type PlanPreview, YearlyPlansService } from './yearly-plans.service.js';

@ApiTags('yearly plans')
@ApiBearerAuth()
@Controller('api/v1/yearly-plans')
export class YearlyPlansApiController {
  constructor(private readonly plans: YearlyPlansService) {}

  @Get()
  @Permit('yearly_plan.read')
  async years(@CurrentActor() actor: StaffActor): Promise<{ items: { fiscalYear: number }[] }> {
    return { items: (await this.plans.years(actor)).map((fiscalYear) => ({ fiscalYear })) };
  }

  @Put()
  @Permit('yearly_plan.write')
  import(
    @CurrentActor() actor: StaffActor,
    @Body() body: ImportYearlyPlan,
  ): Promise<{ fiscalYear: number; indicators: number }> {
    return this.plans.import(actor, body.file, { version: body.version });
  }

  /** What the file would make of the site; nothing is saved. */
  @Post('preview')
  @HttpCode(200)
  @Permit('yearly_plan.write')
  preview(@CurrentActor() actor: StaffActor, @Body() body: ImportYearlyPlan): Promise<PlanPreview> {
    return this.plans.preview(actor, body.file);
  }

  @Get(':fiscalYear/file')
  @Limited('export')
  @Permit('yearly_plan.read')
  @Header('content-type', 'application/yaml; charset=utf-8')
  @ApiOkResponse({ content: { 'application/yaml': { schema: { type: 'string' } } } })
  export(
    @CurrentActor() actor: StaffActor,
    @Param('fiscalYear', FiscalYearPipe) fiscalYear: number,
    @Query() { version }: PlanFileQuery,
  ): Promise<string> {
    return this.plans.export(actor, fiscalYear, version);
  }
}
