import { APP_ROLE, policies, referenceTable, REPORT_ROLE, siteTable } from '../../platform/sql/index.js';

/** The site's own administrator, at work there. */
const administersSite = (siteId: string): string =>
  `app_role() = 'site_administrator' AND ${siteId} = ANY (app_sites())`;

/** Everyone may know which sites and organisations there are; only a site's administrator changes the site and who takes part in it. */
export const ORGANISATION_POLICIES = [
  policies(
    'site',
    `${referenceTable('site', 'SELECT, UPDATE')}
CREATE POLICY site_read ON site FOR SELECT TO ${APP_ROLE}, ${REPORT_ROLE} USING (true);
CREATE POLICY site_change ON site FOR UPDATE TO ${APP_ROLE} USING (${administersSite('id')});`,
  ),
  policies(
    'organisation',
    `${referenceTable('organisation')}
CREATE POLICY organisation_read ON organisation FOR SELECT TO ${APP_ROLE}, ${REPORT_ROLE} USING (true);
CREATE POLICY organisation_join ON organisation FOR INSERT TO ${APP_ROLE} WITH CHECK (app_role() = 'site_administrator');
CREATE POLICY organisation_change ON organisation FOR UPDATE TO ${APP_ROLE}
  USING (EXISTS (SELECT 1 FROM site_organisation so WHERE so.organisation_id = organisation.id AND ${administersSite('so.site_id')}));`,
  ),
  policies(
    'site_organisation',
    `${referenceTable('site_organisation', 'SELECT, INSERT')}
CREATE POLICY site_organisation_read ON site_organisation FOR SELECT TO ${APP_ROLE}, ${REPORT_ROLE} USING (true);
CREATE POLICY site_organisation_join ON site_organisation FOR INSERT TO ${APP_ROLE} WITH CHECK (${administersSite('site_id')});`,
  ),
  policies(
    'site_target_group',
    `${referenceTable('site_target_group', 'SELECT, INSERT, DELETE')}
CREATE POLICY site_target_group_read ON site_target_group FOR SELECT TO ${APP_ROLE}, ${REPORT_ROLE} USING (true);
CREATE POLICY site_target_group_choose ON site_target_group FOR INSERT TO ${APP_ROLE} WITH CHECK (${administersSite('site_id')});
CREATE POLICY site_target_group_drop ON site_target_group FOR DELETE TO ${APP_ROLE} USING (${administersSite('site_id')});`,
  ),
  policies(
    'target_group',
    `${referenceTable('target_group')}
CREATE POLICY target_group_all ON target_group FOR ALL TO ${APP_ROLE}, ${REPORT_ROLE} USING (true);`,
  ),
  siteTable('agreement'),
  siteTable('council'),
  policies(
    'council_member',
    `GRANT SELECT, INSERT, DELETE ON council_member TO ${APP_ROLE};
CREATE POLICY council_member_site ON council_member FOR ALL TO ${APP_ROLE} USING (EXISTS (SELECT 1 FROM council c WHERE c.id = council_member.council_id));`,
  ),
  siteTable(
    'desk',
    undefined,
    `GRANT SELECT ON desk TO ${REPORT_ROLE};
CREATE POLICY desk_count ON desk FOR SELECT TO ${REPORT_ROLE} USING (site_id = ANY (app_sites()));`,
  ),
  siteTable(
    'programme',
    undefined,
    `GRANT SELECT ON programme TO ${REPORT_ROLE};
CREATE POLICY programme_count ON programme FOR SELECT TO ${REPORT_ROLE} USING (site_id = ANY (app_sites()));`,
  ),
  siteTable('reason'),
];
