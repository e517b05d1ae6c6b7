import { REPORT_ROLE, siteTable } from '../../platform/sql/index.js';

const counted = (table: string): string => `GRANT SELECT ON ${table} TO ${REPORT_ROLE};
CREATE POLICY ${table}_count ON ${table} FOR SELECT TO ${REPORT_ROLE} USING (site_id = ANY (app_sites()));`;

export const YEARLY_PLAN_POLICIES = [
  siteTable('yearly_plan', undefined, counted('yearly_plan')),
  siteTable('yearly_plan_edition', 'SELECT, INSERT'),
  // No DELETE: what was typed in hangs on an indicator, whether the plan still has it or not.
  siteTable('indicator', undefined, counted('indicator')),
  siteTable('manual_figure', 'SELECT, INSERT', counted('manual_figure')),
];
