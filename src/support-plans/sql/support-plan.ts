import { APP_ROLE, keptRecord, personalRecord, recordVisible } from '../../platform/sql/index.js';

/** The worker reminds owners; it reads what is due and whose it is, for the sites it was given. */
export const SUPPORT_PLAN_POLICIES = [
  personalRecord('support_plan', {
    changedBy: 'both_sides',
    readBesides: keptRecord('support_plan.id'),
    countable: ['id', 'site_id', 'jobseeker_id', 'support_case_id', 'drawn_up_on', 'agreed_on'],
    more: `CREATE POLICY support_plan_remind ON support_plan FOR SELECT TO ${APP_ROLE} USING ((SELECT app_system()) = 'worker'
      AND site_id = ANY ((SELECT app_sites())::int[]));`,
  }),
  personalRecord('support_plan_version', {
    changedBy: 'both_sides',
    readBesides: keptRecord('support_plan_version.id'),
    more: `CREATE POLICY support_plan_version_remind ON support_plan_version FOR SELECT TO ${APP_ROLE}
      USING ((SELECT app_system()) = 'worker' AND site_id = ANY ((SELECT app_sites())::int[]));`,
  }),
  personalRecord('plan_step', {
    changedBy: 'both_sides',
    readBesides: keptRecord('plan_step.plan_version_id'),
    more: `CREATE POLICY plan_step_remind ON plan_step FOR SELECT TO ${APP_ROLE} USING ((SELECT app_system()) = 'worker'
      AND site_id = ANY ((SELECT app_sites())::int[]));
-- A proposal is rewritten until the person agrees to it; from then on its steps stay.
GRANT DELETE ON plan_step TO ${APP_ROLE};
CREATE POLICY plan_step_rewrite ON plan_step FOR DELETE TO ${APP_ROLE}
  USING (${recordVisible('plan_step')} AND EXISTS (SELECT 1 FROM support_plan_version v WHERE v.id = plan_step.plan_version_id AND v.agreed_on IS NULL));`,
  }),
  personalRecord('plan_review', {
    changedBy: 'both_sides',
    more: `CREATE POLICY plan_review_remind ON plan_review FOR SELECT TO ${APP_ROLE} USING ((SELECT app_system()) = 'worker'
      AND site_id = ANY ((SELECT app_sites())::int[]));`,
  }),
];
