import { APP_ROLE, policies, referenceTable, REPORT_ROLE, type RepeatableSql } from '../../platform/sql/index.js';

/** The site's own administrator, at work there. */
const administersSite = (siteId: string): string =>
  `(SELECT app_role()) = 'site_administrator' AND ${siteId} = ANY ((SELECT app_sites())::int[])`;

/** Whoever administers the site, of whichever side; a machine that imports plans, which name desks and programmes; the server's own commands. */
const KEEPS_LISTS = `((SELECT app_role()) IN ('site_administrator', 'machine') OR (SELECT app_system()) IN ('import', 'cli'))`;

/** A list of the site: read by everybody who works there, kept by its administrators. */
const siteList = (table: string, more = ''): RepeatableSql =>
  policies(
    table,
    `GRANT SELECT, INSERT, UPDATE ON ${table} TO ${APP_ROLE};
CREATE POLICY ${table}_read ON ${table} FOR SELECT TO ${APP_ROLE} USING (site_id = ANY ((SELECT app_sites())::int[]));
CREATE POLICY ${table}_add ON ${table} FOR INSERT TO ${APP_ROLE} WITH CHECK (site_id = ANY ((SELECT app_sites())::int[]) AND ${KEEPS_LISTS});
CREATE POLICY ${table}_change ON ${table} FOR UPDATE TO ${APP_ROLE} USING (site_id = ANY ((SELECT app_sites())::int[]) AND ${KEEPS_LISTS});
${more}`,
  );

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
    // Its side and its code are never changed; a new one is entered by a function (owners.ts).
    `${referenceTable('organisation', 'SELECT, UPDATE (name, version, updated_at, updated_by)')}
CREATE POLICY organisation_read ON organisation FOR SELECT TO ${APP_ROLE}, ${REPORT_ROLE} USING (true);
CREATE POLICY organisation_change ON organisation FOR UPDATE TO ${APP_ROLE} USING (owns_organisation(id));`,
  ),
  policies(
    'site_organisation',
    `${referenceTable('site_organisation', 'SELECT')}
CREATE POLICY site_organisation_read ON site_organisation FOR SELECT TO ${APP_ROLE}, ${REPORT_ROLE} USING (true);`,
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
    // Every site's, so that a name that stands is nobody's to change.
    `${referenceTable('target_group', 'SELECT, INSERT')}
CREATE POLICY target_group_read ON target_group FOR SELECT TO ${APP_ROLE}, ${REPORT_ROLE} USING (true);
CREATE POLICY target_group_add ON target_group FOR INSERT TO ${APP_ROLE} WITH CHECK (${KEEPS_LISTS});`,
  ),
  siteList('agreement'),
  siteList('council'),
  policies(
    'council_member',
    `GRANT SELECT, INSERT, DELETE ON council_member TO ${APP_ROLE};
CREATE POLICY council_member_read ON council_member FOR SELECT TO ${APP_ROLE} USING (EXISTS (SELECT 1 FROM council c WHERE c.id = council_member.council_id));
CREATE POLICY council_member_keep ON council_member FOR ALL TO ${APP_ROLE}
  USING (${KEEPS_LISTS} AND EXISTS (SELECT 1 FROM council c WHERE c.id = council_member.council_id));`,
  ),
  siteList(
    'desk',
    `GRANT SELECT ON desk TO ${REPORT_ROLE};
CREATE POLICY desk_count ON desk FOR SELECT TO ${REPORT_ROLE} USING (site_id = ANY ((SELECT app_sites())::int[]));`,
  ),
  siteList(
    'programme',
    `GRANT SELECT ON programme TO ${REPORT_ROLE};
CREATE POLICY programme_count ON programme FOR SELECT TO ${REPORT_ROLE} USING (site_id = ANY ((SELECT app_sites())::int[]));`,
  ),
  siteList('reason'),
];
