import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Html, Permit } from '../../platform/http/index.js';
import { ForPage, type PageContext } from '../../platform/pages/index.js';
import { ReportsService } from '../reports.service.js';
import { reportPage, reportsPage } from './monthly-report.view.js';

/** 月次報告 */
@Controller('reports')
export class ReportsPageController {
  constructor(private readonly reports: ReportsService) {}

  @Get()
  @Permit('report.read')
  async list(@ForPage() page: PageContext): Promise<Html> {
    return reportsPage(page, await this.reports.list(page.actor));
  }

  @Get(':id')
  @Permit('report.read')
  async show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return reportPage(page, await this.reports.get(page.actor, id));
  }
}
