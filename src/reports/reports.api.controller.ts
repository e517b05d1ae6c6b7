import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Limited, Permit } from '../platform/http/index.js';
import { MakeReport } from './make-report.dto.js';
import type { MonthlyReport } from './monthly-report.js';
import { ReportsService } from './reports.service.js';

@ApiTags('reports')
@ApiBearerAuth()
@Controller('api/v1/reports')
export class ReportsApiController {
  constructor(private readonly reports: ReportsService) {}

  @Get()
  @Permit('report.read')
  async list(@CurrentActor() actor: StaffActor): Promise<{ items: Omit<MonthlyReport, 'figures'>[] }> {
    return { items: await this.reports.list(actor) };
  }

  /** Of a month that is over and has none: the worker was away, or the plan came late. */
  @Post()
  @Permit('report.make')
  make(
    @CurrentActor() actor: StaffActor,
    @Body() { month }: MakeReport,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.reports.make(actor, month, key);
  }

  @Get(':id')
  @Limited('export')
  @Permit('report.read')
  get(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<MonthlyReport> {
    return this.reports.get(actor, id);
  }
}
