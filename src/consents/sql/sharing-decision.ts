import { APP_ROLE, policies } from '../../platform/sql/index.js';

/** Written by whose records it shows, read by them and by whom they show them to. */
export const SHARING_DECISION_POLICIES = policies(
  'sharing_decision',
  `GRANT SELECT, INSERT, UPDATE ON sharing_decision TO ${APP_ROLE};
CREATE POLICY sharing_decision_read ON sharing_decision FOR SELECT TO ${APP_ROLE}
  USING (site_id = ANY ((SELECT app_sites())::int[]) AND (org_id = ANY ((SELECT app_orgs())::int[]) OR receiver_org = ANY ((SELECT app_orgs())::int[]))
    AND EXISTS (SELECT 1 FROM jobseeker j WHERE j.id = sharing_decision.jobseeker_id));
CREATE POLICY sharing_decision_write ON sharing_decision FOR INSERT TO ${APP_ROLE}
  WITH CHECK (site_id = ANY ((SELECT app_sites())::int[]) AND org_id = ANY ((SELECT app_orgs())::int[])
    AND EXISTS (SELECT 1 FROM jobseeker j WHERE j.id = sharing_decision.jobseeker_id));
CREATE POLICY sharing_decision_end ON sharing_decision FOR UPDATE TO ${APP_ROLE}
  USING (site_id = ANY ((SELECT app_sites())::int[]) AND org_id = ANY ((SELECT app_orgs())::int[]));`,
);
