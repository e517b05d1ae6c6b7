import { APP_ROLE, countable, policies } from '../../platform/sql/index.js';

export const VISIT_POLICIES = policies(
  'visit',
  `GRANT SELECT, INSERT, UPDATE ON visit TO ${APP_ROLE};
CREATE POLICY visit_site ON visit FOR ALL TO ${APP_ROLE} USING (site_id = ANY ((SELECT app_sites())::int[]))
  WITH CHECK (site_id = ANY ((SELECT app_sites())::int[]) AND org_id = ANY ((SELECT app_orgs())::int[]));
${countable('visit', ['id', 'site_id', 'desk_id', 'visited_on', 'quantity', 'purpose', 'corrected_on'])}`,
);
