import { siteTable } from '../../platform/sql/index.js';

export const MONTHLY_REPORT_POLICIES = siteTable('monthly_report');
