import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, FiscalYearPipe, IdempotencyKey, Permit } from '../../platform/http/index.js';
import { EnterManualFigure } from './manual-figure.dto.js';
import { type ManualFigureLine, ManualFiguresService } from './manual-figures.service.js';

@ApiTags('yearly plans')
@ApiBearerAuth()
@Controller('api/v1/yearly-plans/:fiscalYear/manual-figures')
export class ManualFiguresApiController {
  constructor(private readonly manual: ManualFiguresService) {}

  @Get()
  @Permit('yearly_plan.read')
  async list(
    @CurrentActor() actor: StaffActor,
    @Param('fiscalYear', FiscalYearPipe) fiscalYear: number,
  ): Promise<{ items: readonly ManualFigureLine[] }> {
    return { items: (await this.manual.ofYear(actor, fiscalYear)).items };
  }

  @Post()
  @Permit('yearly_plan.write')
  enter(
    @CurrentActor() actor: StaffActor,
    @Param('fiscalYear', FiscalYearPipe) fiscalYear: number,
    @Body() body: EnterManualFigure,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.manual.enter(actor, fiscalYear, body, key);
  }
}
