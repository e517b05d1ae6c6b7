import { APP_ROLE, isColleague, policies, REPORT_ROLE } from '../../platform/sql/index.js';

/** Who works at a site, and who manages whom. The reporting role knows a title and an employer, never a name. */
export const STAFF_POLICIES = [
  policies(
    'staff_site',
    `GRANT SELECT ON staff_site TO ${APP_ROLE};
GRANT INSERT, UPDATE ON staff_site TO ${APP_ROLE};
CREATE POLICY staff_site_read ON staff_site FOR SELECT TO ${APP_ROLE} USING (site_id = ANY (app_sites()));
CREATE POLICY staff_site_manage ON staff_site FOR INSERT TO ${APP_ROLE} WITH CHECK (site_id = ANY (app_sites()) AND ${isColleague('staff_site.staff_id')});
CREATE POLICY staff_site_change ON staff_site FOR UPDATE TO ${APP_ROLE} USING (site_id = ANY (app_sites()) AND ${isColleague('staff_site.staff_id')});
GRANT SELECT (staff_id, site_id) ON staff_site TO ${REPORT_ROLE};
CREATE POLICY staff_site_count ON staff_site FOR SELECT TO ${REPORT_ROLE} USING (site_id = ANY (app_sites()));`,
  ),
  policies(
    'staff',
    `GRANT SELECT, INSERT, UPDATE ON staff TO ${APP_ROLE};
CREATE POLICY staff_read ON staff FOR SELECT TO ${APP_ROLE}
  USING (EXISTS (SELECT 1 FROM staff_site s WHERE s.staff_id = staff.id) OR (app_role() = 'site_administrator' AND organisation_id = ANY (app_orgs())));
CREATE POLICY staff_manage ON staff FOR INSERT TO ${APP_ROLE} WITH CHECK (app_role() = 'site_administrator' AND organisation_id = ANY (app_orgs()));
CREATE POLICY staff_change ON staff FOR UPDATE TO ${APP_ROLE} USING (app_role() = 'site_administrator' AND organisation_id = ANY (app_orgs()));
GRANT SELECT (id, organisation_id, title) ON staff TO ${REPORT_ROLE};
CREATE POLICY staff_count ON staff FOR SELECT TO ${REPORT_ROLE} USING (EXISTS (SELECT 1 FROM staff_site s WHERE s.staff_id = staff.id));`,
  ),
];
