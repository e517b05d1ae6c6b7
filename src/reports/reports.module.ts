import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { MonthlyReportJob } from './monthly-report.job.js';
import { ReportsPageController } from './pages/monthly-report.controller.js';
import { ReportsApiController } from './reports.api.controller.js';
import { ReportWriter } from './report-writer.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [OrganisationsModule, IndicatorsModule],
  controllers: [ReportsApiController, ReportsPageController],
  providers: [ReportsService, ReportWriter, MonthlyReportJob],
  exports: [MonthlyReportJob],
})
export class ReportsModule {}
