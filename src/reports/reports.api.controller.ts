import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../platform/http/index.js';
import { type MonthlyReport, ReportsService } from './reports.service.js';

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

  @Get(':id')
  @Permit('report.read')
  get(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<MonthlyReport> {
    return this.reports.get(actor, id);
  }
}
