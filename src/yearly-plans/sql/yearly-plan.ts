import { APP_ROLE, policies, REPORT_ROLE, siteTable } from '../../platform/sql/index.js';

const counted = (table: string): string => `GRANT SELECT ON ${table} TO ${REPORT_ROLE};
CREATE POLICY ${table}_count ON ${table} FOR SELECT TO ${REPORT_ROLE} USING (site_id = ANY ((SELECT app_sites())::int[]));`;

const ofOwnSide = `site_id = ANY ((SELECT app_sites())::int[]) AND (SELECT app_role()) = 'site_administrator'
  AND side = (SELECT o.side FROM organisation o WHERE o.id = ANY ((SELECT app_orgs())::int[]) LIMIT 1)`;

export const YEARLY_PLAN_POLICIES = [
  siteTable('yearly_plan', undefined, counted('yearly_plan')),
  siteTable('yearly_plan_edition', 'SELECT, INSERT'),
  // No DELETE: what was typed in hangs on an indicator, whether the plan still has it or not.
  siteTable('indicator', undefined, counted('indicator')),
  siteTable('manual_figure', 'SELECT, INSERT', counted('manual_figure')),
  // An administrator agrees for the side they work for, and takes back what their side agreed to.
  policies(
    'definition_agreement',
    `GRANT SELECT, INSERT, UPDATE (ended_at, ended_by) ON definition_agreement TO ${APP_ROLE};
CREATE POLICY definition_agreement_read ON definition_agreement FOR SELECT TO ${APP_ROLE} USING (site_id = ANY ((SELECT app_sites())::int[]));
CREATE POLICY definition_agreement_give ON definition_agreement FOR INSERT TO ${APP_ROLE} WITH CHECK (${ofOwnSide});
CREATE POLICY definition_agreement_end ON definition_agreement FOR UPDATE TO ${APP_ROLE} USING (${ofOwnSide});
${counted('definition_agreement')}`,
  ),
];
