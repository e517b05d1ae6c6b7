export { MonthlyReportJob } from './monthly-report.job.js';
export { ReportsModule } from './reports.module.js';
